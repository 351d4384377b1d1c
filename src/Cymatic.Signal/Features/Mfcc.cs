namespace Cymatic.Signal;

/// <summary>Mel-frequency cepstral coefficients: the shape of the spectrum in a few numbers.</summary>
/// <remarks>Davis and Mermelstein, IEEE TASSP 28(4), 1980. Equals librosa 0.11's mfcc.</remarks>
public static class Mfcc
{
    /// <summary>The coefficients of a sound with librosa's defaults: frames × coefficients, the lowest of them the loudness.</summary>
    /// <exception cref="ArgumentException">The sound is empty or not finite.</exception>
    public static FeatureSeries Of(Sound sound, int coefficients = 20, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound));
        return OfMel(MelSpectrogram.Of(sound, cancel: cancel), coefficients);
    }

    /// <summary>The coefficients of powers in mel bands, which become levels within 80 dB first.</summary>
    /// <param name="mel">Frames × bands of power.</param>
    /// <param name="coefficients">How many, at most as many as bands.</param>
    /// <param name="lifter">Above 0: coefficient n is multiplied by 1 + lifter/2 · sin(π (n + 1) / lifter).</param>
    /// <exception cref="ArgumentOutOfRangeException">More coefficients than bands, or a negative lifter.</exception>
    public static FeatureSeries OfMel(Spectrogram mel, int coefficients = 20, double lifter = 0)
    {
        ArgumentNullException.ThrowIfNull(mel);
        ArgumentOutOfRangeException.ThrowIfNegative(lifter);
        var levels = new float[mel.Values.Length];
        Decibels.FromPower(mel.Values, levels);
        return OfLevels(new(levels, mel.Columns, mel.Grid), coefficients, lifter);
    }

    /// <summary>The coefficients of levels in dB.</summary>
    internal static FeatureSeries OfLevels(FeatureSeries levels, int coefficients, double lifter = 0)
    {
        var transform = new CosineTransform(levels.Columns, coefficients);
        float[] values = new float[levels.Frames * coefficients], lift = new float[coefficients];
        for (int n = 0; n < coefficients; n++)
            lift[n] = lifter == 0 ? 1 : (float)(1 + (lifter / 2 * Math.Sin(Math.PI * (n + 1) / lifter)));
        FrameLoop.Run(levels.Frames, (start, count) =>
        {
            for (int frame = start; frame < start + count; frame++)
            {
                Span<float> target = values.AsSpan(frame * coefficients, coefficients);
                transform.Forward(levels[frame], target);
                System.Numerics.Tensors.TensorPrimitives.Multiply(target, lift, target);
            }
        });
        return new(values, coefficients, levels.Grid);
    }
}
