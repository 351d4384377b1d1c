using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Takes the waveform of every row out of a song: song ≈ background + Σ events gain · shot(t − start).</summary>
public static class OneShots
{
    /// <summary>Estimates one waveform for each row of a grid and the exact place and gains of every event.</summary>
    /// <remarks>
    /// Occurrences are aligned by cross-correlation with the least overlapped one; their common length is measured; then shots and gains
    /// take turns in lowering the squared residual, the shots of all rows jointly. Time and memory are linear in the song's length.
    /// </remarks>
    /// <param name="song">The song that the grid was made of.</param>
    /// <param name="grid">Its rows and blocks.</param>
    /// <param name="options">What else is known, or null.</param>
    /// <param name="progress">Receives 0 to 1.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">A background of another shape than the song's, or an event of no row.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static OneShotSet Extract(
        Sound song, SoundGrid grid, OneShotOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentNullException.ThrowIfNull(grid);
        options ??= new OneShotOptions();
        Check(song, grid, options.Background);
        var fit = new ShotFit(Foreground(song, options.Background), song.SampleRate);
        fit.Place(song, grid, options);
        progress?.Report(0.2);
        fit.Solve(progress, cancel);
        OneShotSet set = fit.Finish(grid, options.Background, Energy(song));
        progress?.Report(1);
        return set;
    }

    private static void Check(Sound song, SoundGrid grid, Sound? background)
    {
        if (background is not null
            && (background.Length, background.Channels, background.SampleRate) != (song.Length, song.Channels, song.SampleRate))
            throw new ArgumentException("A background has the song's length, channels and rate.", nameof(background));
        foreach (GridEvent block in grid.Events)
        {
            if (block.Row < 0 || block.Row >= grid.Sounds.Count || !double.IsFinite(block.Onset) || !double.IsFinite(block.Offset))
                throw new ArgumentException($"A grid of {grid.Sounds.Count} rows has no block {block}.", nameof(grid));
        }
    }

    private static float[][] Foreground(Sound song, Sound? background)
    {
        var channels = new float[song.Channels][];
        for (int c = 0; c < channels.Length; c++)
        {
            channels[c] = song[c].ToArray();
            if (background is not null)
                TensorPrimitives.Subtract(channels[c], background[c], channels[c]);
        }

        return channels;
    }

    private static double Energy(Sound song)
    {
        double sum = 0;
        for (int c = 0; c < song.Channels; c++)
            sum += Overlap.Energy(song[c]);
        return sum;
    }
}
