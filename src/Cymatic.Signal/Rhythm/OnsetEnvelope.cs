using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>How the rises of a frame's bands become one number.</summary>
public enum BandAverage
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their median, which a rise in a few bands does not move: for beats.</summary>
    Median,
}

/// <summary>How strongly something begins, over time.</summary>
/// <param name="Values">One number, not negative, for each frame.</param>
/// <param name="Grid">When the frames are.</param>
public sealed record OnsetEnvelope(float[] Values, FrameGrid Grid)
{
    /// <summary>The onset strength of a sound: the rise of its mel bands' levels from frame to frame.</summary>
    /// <remarks>Equals librosa.onset.onset_strength. Böck and Widmer, DAFx 2013, with one band and a lag of one frame.</remarks>
    public static OnsetEnvelope Of(
        Sound sound, BandAverage average = BandAverage.Mean, StftOptions? frames = null, CancellationToken cancel = default)
    {
        frames ??= new StftOptions();
        Spectrogram mel = MelSpectrogram.Of(sound, frames, cancel: cancel);
        return OfMel(mel, new() { Average = average, DelayFrames = frames.Centred ? frames.FftLength / (2 * frames.HopLength) : 0 });
    }

    /// <summary>The superflux of a sound, which vibrato and tremolo do not raise: 1024 samples every 5 ms, 138 mel bands from 27.5
    /// Hz.</summary>
    /// <remarks>Böck and Widmer, DAFx 2013: a lag of two frames, the largest of three bands. With librosa's parameters for it.</remarks>
    public static OnsetEnvelope SuperFlux(Sound sound, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        StftOptions frames = new() { FftLength = 1024, HopLength = Math.Max(1, sound.SampleRate / 200) };
        MelOptions bands = new() { Bands = 138, MinimumHz = 27.5, MaximumHz = Math.Min(16000, sound.SampleRate / 2.0) };
        OnsetOptions options = new() { LagFrames = 2, LargestOfBands = 3, DelayFrames = frames.FftLength / (2 * frames.HopLength) };
        return OfMel(MelSpectrogram.Of(sound, frames, bands, cancel), options);
    }

    /// <summary>The onset strength of a mel power spectrogram that is known already.</summary>
    /// <param name="mel">Frames × bands of power.</param>
    /// <param name="options">What is compared, and how; null: librosa's onset_strength without its delay.</param>
    public static OnsetEnvelope OfMel(Spectrogram mel, OnsetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(mel);
        var levels = new float[mel.Values.Length];
        Decibels.FromPower(mel.Values, levels);
        return OfLevels(new(levels, mel.Columns, mel.Grid), options ?? new());
    }

    /// <summary>The onset strength of levels in dB.</summary>
    internal static OnsetEnvelope OfLevels(FeatureSeries series, OnsetOptions options)
    {
        float[] levels = series.Values, values = new float[series.Frames];
        int lag = options.LagFrames;
        FrameLoop.Run(Math.Max(0, values.Length - Math.Max(lag, 0) - options.DelayFrames), (start, count) =>
        {
            for (int frame = lag + start; frame < lag + start + count; frame++)
            {
                ReadOnlySpan<float> earlier = levels.AsSpan((frame - lag) * series.Columns, series.Columns);
                values[frame + options.DelayFrames] = Rise(earlier, series[frame], options);
            }
        });
        return new OnsetEnvelope(values, series.Grid);
    }

    /// <summary>How much a frame's levels rise above those of an earlier one.</summary>
    internal static float Rise(ReadOnlySpan<float> earlier, ReadOnlySpan<float> levels, OnsetOptions options)
    {
        using var scratch = new Rented<float>(levels.Length);
        Span<float> rise = scratch.Span;
        Largest(earlier, options.LargestOfBands, rise);
        TensorPrimitives.Subtract(levels, rise, rise);
        TensorPrimitives.Max(rise, 0f, rise);
        return options.Average == BandAverage.Mean ? TensorPrimitives.Average<float>(rise) : NotNegativeMedian.Of(rise);
    }

    /// <summary>For each band the largest level of itself and its neighbours.</summary>
    private static void Largest(ReadOnlySpan<float> levels, int bands, Span<float> largest)
    {
        levels.CopyTo(largest);
        for (int offset = -(bands / 2); offset <= (bands - 1) / 2; offset++)
        {
            int from = Math.Max(0, -offset), to = Math.Min(levels.Length, levels.Length - offset);
            if (offset != 0 && to > from)
                TensorPrimitives.Max(largest[from..to], levels[(from + offset)..(to + offset)], largest[from..to]);
        }
    }
}
