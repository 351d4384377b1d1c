using System.Runtime.CompilerServices;

namespace Cymatic.Signal;

/// <summary>What a song sounds like from beat to beat: the material of <see cref="SongStructure"/>.</summary>
/// <remarks>The features of librosa's Laplacian segmentation; what lies before the first beat counts as a beat too.</remarks>
public sealed record BeatFeatures
{
    /// <summary>The rate at which songs are analysed, in Hz; others are brought to it.</summary>
    public const int SampleRate = 22050;

    private const int HopLength = 512, Coefficients = 20;

    private BeatFeatures()
    {
    }

    /// <summary>Length of the song in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>Beats a minute; 0 where nothing begins in the song.</summary>
    public required double Bpm { get; init; }

    /// <summary>Frames of 512 samples at which beats begin: 0, every beat, and the number of frames.</summary>
    public required int[] Edges { get; init; }

    /// <summary>The times of the edges in seconds, from 0 to the duration.</summary>
    public required double[] Times { get; init; }

    /// <summary>Stretches from one edge to the next.</summary>
    public int Beats => Edges.Length - 1;

    /// <summary>Beats × 252: the median level in dB of each band of 7 octaves by 36, the loudest number of the song being 0, the least
    /// −80.</summary>
    public required DenseMatrix Levels { get; init; }

    /// <summary>Beats × 20: mean mel-frequency cepstral coefficients.</summary>
    public required DenseMatrix Mfcc { get; init; }

    /// <summary>The constant-Q magnitudes of the song: every frame, or root mean squares of several when there are more than
    /// 8192.</summary>
    public required Spectrogram Overview { get; init; }

    /// <summary>How strongly something begins, frame by frame.</summary>
    public required OnsetEnvelope Onsets { get; init; }

    /// <summary>Parts of each beat that <see cref="Levels"/> have rows for: 1, or more for fragments.</summary>
    public required int Slices { get; init; }

    /// <summary>The features of a song.</summary>
    /// <param name="song">Any rate and channels, finite and not empty.</param>
    /// <param name="slices">Rows of <see cref="Levels"/> for each beat, 1 to 8.</param>
    /// <param name="progress">The fraction that is done.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">The sound is empty or not finite.</exception>
    public static BeatFeatures Of(Sound song, int slices = 1, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(song);
        song.Check(nameof(song));
        ArgumentOutOfRangeException.ThrowIfLessThan(slices, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slices, 8);
        Sound mono = Resampler.Resample(song.ToMono(), SampleRate, cancel: cancel);
        (OnsetEnvelope onsets, FeatureSeries mfcc) = OfMel(mono, cancel);
        BeatTrack beats = BeatTracker.Track(onsets, new BeatOptions { Trim = false }, cancel);
        int frames = 1 + (mono.Length / HopLength);
        // A beat on the very last sample has no length.
        int[] edges = FrameSync.Fix(beats.Frames.Where(beat => (long)beat * HopLength < mono.Length), frames);
        ConstantQSync bands = ConstantQSync.Of(mono, Sliced(edges, slices), progress, cancel);
        return new()
        {
            Duration = song.Duration,
            Bpm = beats.Bpm,
            Edges = edges,
            Times = [.. edges.Select((edge, i) => i == edges.Length - 1 ? song.Duration : onsets.Grid.TimeOf(edge))],
            Levels = bands.Levels,
            Mfcc = FrameSync.Run(mfcc, edges),
            Overview = bands.Overview,
            Onsets = onsets,
            Slices = slices,
        };
    }

    // One mel spectrogram, whose powers become levels where they are, serves both and is gone when this returns.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (OnsetEnvelope, FeatureSeries) OfMel(Sound mono, CancellationToken cancel)
    {
        StftOptions frames = new() { HopLength = HopLength };
        Spectrogram mel = MelSpectrogram.Of(mono, frames, cancel: cancel);
        Decibels.FromPower(mel.Values, mel.Values);
        OnsetOptions options = new() { Average = BandAverage.Median, DelayFrames = frames.FftLength / (2 * HopLength) };
        return (OnsetEnvelope.OfLevels(mel, options), Signal.Mfcc.OfLevels(mel, Coefficients));
    }

    private static int[] Sliced(int[] edges, int slices) => [.. Enumerable.Range(0, ((edges.Length - 1) * slices) + 1).Select(i =>
    {
        int beat = i / slices, part = i % slices;
        return part == 0 ? edges[beat] : edges[beat] + (int)((long)(edges[beat + 1] - edges[beat]) * part / slices);
    })];
}
