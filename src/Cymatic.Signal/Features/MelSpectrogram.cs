namespace Cymatic.Signal;

/// <summary>Power in mel bands over time.</summary>
/// <remarks>Equals librosa.feature.melspectrogram. Frames are filtered as they are transformed, so no full spectrogram is held.</remarks>
public static class MelSpectrogram
{
    /// <summary>The mel spectrogram of the mean of a sound's channels: frames × bands of power.</summary>
    /// <param name="sound">Any sound.</param>
    /// <param name="frames">How it is cut into frames; null: 2048 samples every 512.</param>
    /// <param name="bands">Which bands; null: 128 from 0 to half the rate.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    public static Spectrogram Of(Sound sound, StftOptions? frames = null, MelOptions? bands = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 0);
        frames ??= new StftOptions();
        Sound mono = sound.ToMono();
        FilterBank bank = FilterBank.Mel(sound.SampleRate, frames.FftLength, bands);
        var values = new float[checked(frames.FramesOf(mono.Length) * bank.Bands)];
        var cutter = new FrameCutter(frames);
        RealFft<float> fft = RealFft.Shared<float>(frames.FftLength);
        FrameLoop.Run(frames.FramesOf(mono.Length), (start, count) =>
        {
            using var scratch = new Rented<float>(frames.FftLength + 2 * frames.Bins);
            Span<float> time = scratch.Span[..frames.FftLength], re = scratch.Span.Slice(frames.FftLength, frames.Bins);
            Span<float> im = scratch.Span[^frames.Bins..];
            for (int frame = start; frame < start + count; frame++)
            {
                cutter.Cut(mono[0], frame, time);
                fft.Forward(time, re, im);
                Stft.Powers(re, im, time[..frames.Bins]);
                bank.Apply(time[..frames.Bins], values.AsSpan(frame * bank.Bands, bank.Bands));
            }
        }, cancel);
        return new Spectrogram(values, [.. bank.CentresHz], Stft.GridOf(sound.SampleRate, frames));
    }
}
