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
    public static OnsetEnvelope Of(Sound sound, BandAverage average = BandAverage.Mean, StftOptions? frames = null, CancellationToken cancel = default)
    {
        frames ??= new StftOptions();
        Spectrogram mel = MelSpectrogram.Of(sound, frames, cancel: cancel);
        return OfMel(mel, average, frames.Centred ? frames.FftLength / (2 * frames.HopLength) : 0);
    }

    /// <summary>The same of a mel power spectrogram that is known already.</summary>
    /// <param name="mel">Frames × bands of power.</param>
    /// <param name="average">How bands are averaged.</param>
    /// <param name="delayFrames">Frames by which the rise is moved later, since a centred frame hears an attack before it is there.</param>
    public static OnsetEnvelope OfMel(Spectrogram mel, BandAverage average, int delayFrames)
    {
        ArgumentNullException.ThrowIfNull(mel);
        ArgumentOutOfRangeException.ThrowIfNegative(delayFrames);
        var levels = new float[mel.Values.Length];
        Decibels.FromPower(mel.Values, levels);
        var values = new float[mel.Frames];
        var rise = new float[mel.Bins];
        for (int frame = 1; frame < mel.Frames && frame + delayFrames < values.Length; frame++)
        {
            TensorPrimitives.Subtract(levels.AsSpan(frame * mel.Bins, mel.Bins), levels.AsSpan((frame - 1) * mel.Bins, mel.Bins), rise);
            TensorPrimitives.Max(rise, 0f, rise);
            values[frame + delayFrames] = average == BandAverage.Mean ? TensorPrimitives.Average<float>(rise) : Median(rise);
        }

        return new OnsetEnvelope(values, mel.Grid);
    }

    private static float Median(Span<float> values)
    {
        values.Sort();
        int half = values.Length / 2;
        return values.Length % 2 == 1 ? values[half] : 0.5f * (values[half - 1] + values[half]);
    }
}
