using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Separates what lasts (harmonic: horizontal in a spectrogram) from what strikes (percussive: vertical).</summary>
/// <remarks>
/// Medians over time and over frequency, weighed by soft masks: Fitzgerald, DAFx 2010; with margins Driedger, Müller and Disch,
/// ISMIR 2014. Equals librosa 0.11's decompose.hpss and effects.hpss.
/// </remarks>
public static class Hpss
{
    /// <summary>Frames that are separated at a time: memory does not grow with the length of a sound.</summary>
    private const int FramesPerBlock = 256;

    /// <summary>Both parts of a spectrogram of magnitudes.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static (Spectrogram Harmonic, Spectrogram Percussive) Separate(
        Spectrogram magnitudes, HpssOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(magnitudes);
        if (magnitudes.Frames > 0 && !TensorPrimitives.IsFiniteAll<float>(magnitudes.Values))
            throw new ArgumentException("A spectrogram to separate must be finite.", nameof(magnitudes));
        HpssMasks masks = new(options ?? new(), magnitudes.Bins);
        int bins = magnitudes.Bins;
        float[] harmonic = GC.AllocateUninitializedArray<float>(magnitudes.Values.Length),
            percussive = GC.AllocateUninitializedArray<float>(harmonic.Length);
        var whole = new FrameBlock(magnitudes.Values, bins, 0, magnitudes.Frames);
        int blocks = (magnitudes.Frames + FramesPerBlock - 1) / FramesPerBlock;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancel }, index =>
        {
            int start = index * FramesPerBlock, count = Math.Min(FramesPerBlock, magnitudes.Frames - start), at = start * bins,
                length = count * bins;
            Span<float> h = harmonic.AsSpan(at, length), p = percussive.AsSpan(at, length);
            masks.Fill(whole, (start, count), h, p);
            TensorPrimitives.Multiply(h, magnitudes.Values.AsSpan(at, length), h);
            TensorPrimitives.Multiply(p, magnitudes.Values.AsSpan(at, length), p);
        });
        return (new(harmonic, magnitudes.FrequenciesHz, magnitudes.Grid), new(percussive, magnitudes.FrequenciesHz, magnitudes.Grid));
    }

    /// <summary>
    /// Both parts of a sound; with margins of 1 they add up to it. Channels are separated by the same masks, so that places stay.
    /// </summary>
    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    public static (Sound Harmonic, Sound Percussive) Separate(
        Sound sound, HpssOptions? options = null, StftOptions? stft = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 0);
        stft ??= new();
        var result = new SeparatedSound(sound);
        HpssMasks masks = new(options ?? new(), stft.Bins);
        int hops = Math.Max(FramesPerBlock, 4 * stft.FftLength / stft.HopLength), samples = hops * stft.HopLength;
        int blocks = (sound.Length + samples - 1) / samples;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { CancellationToken = cancel },
            () => new HpssBlock(sound, stft, masks),
            (index, _, block) =>
            {
                block.Separate(index * samples, Math.Min(samples, sound.Length - (index * samples)), result);
                return block;
            },
            static _ => { });
        return (new(result.Harmonic, sound.SampleRate), new(result.Percussive, sound.SampleRate));
    }
}
