using FsCheck;
using FsCheck.Fluent;

namespace Cymatic.Signal.Tests;

public class StftTests
{
    private static readonly Lazy<Sound> Signal = new(() =>
    {
        (float[] samples, int rate) = Golden.Sound("signal5s_22k.wav");
        return new Sound(samples, rate);
    });

    [Fact]
    public void Magnitudes_are_librosas()
    {
        Spectrogram levels = Stft.Magnitude(Signal.Value);
        AssertClose("stft_mag_even_bins", 2, 1, (bin, frame) => levels[frame][bin], levels.Values.Max() * 2e-6);
    }

    [Fact]
    public void Short_frames_are_librosas()
    {
        ComplexSpectrogram transform = Stft.Forward(Signal.Value, new() { FftLength = 512, HopLength = 128 });
        double scale = transform.Magnitude().Values.Max() * 2e-6;
        AssertClose("stft512_re", 1, 8, (bin, frame) => transform.Re(frame)[bin], scale);
        AssertClose("stft512_im", 1, 8, (bin, frame) => transform.Im(frame)[bin], scale);
    }

    [Fact]
    public void The_tail_of_the_inverse_is_librosas()
    {
        float[] expected = Golden.Array("istft_tail").Floats;
        Sound back = Stft.Inverse(Stft.Forward(Signal.Value), Signal.Value.Length);
        Assert.InRange(expected.Zip(back[0][^expected.Length..].ToArray(), (a, b) => Math.Abs(a - b)).Max(), 0, 2e-6);
    }

    [Fact]
    public void The_inverse_returns_the_sound() =>
        Prop.ForAll(
            Gen.Choose(0, 30_000).ToArbitrary(),
            Gen.Elements(64, 100, 255, 512, 2048).ToArbitrary(),
            (length, fftLength) =>
            {
                var sound = new Sound(RealFftTests.Noise<float>(length, length), 8000);
                Sound back = Stft.Inverse(Stft.Forward(sound, new() { FftLength = fftLength }), length);
                return back.Length == length
                    && (length == 0 || sound[0].ToArray().Zip(back[0].ToArray(), (a, b) => Math.Abs(a - b)).Max() < 1e-5);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_a_length_the_inverse_is_as_long_as_its_hops()
    {
        ComplexSpectrogram transform = Stft.Forward(new Sound(new float[10_000], 8000));
        Assert.Equal(512 * (transform.Frames - 1), Stft.Inverse(transform).Length);
    }

    [Fact]
    public void An_uncentred_frame_begins_at_its_hop()
    {
        var samples = new float[4096];
        samples[1500] = 1;
        Spectrogram levels = Stft.Magnitude(new Sound(samples, 8000), new() { Centred = false, FftLength = 1024, HopLength = 512 });
        Assert.Equal(7, levels.Frames);
        Assert.Equal([1, 2], Enumerable.Range(0, 7).Where(frame => levels[frame][3] > 0));
        Assert.Equal(512 / 8000.0, levels.Grid.TimeOf(0));
    }

    [Fact]
    public void A_short_window_lies_in_the_middle_of_its_frame()
    {
        var samples = new float[2048];
        samples[1024] = 1;
        Spectrogram levels = Stft.Magnitude(new Sound(samples, 8000), new() { FftLength = 2048, WindowLength = 400, HopLength = 100 });
        Assert.Equal(
            [9, 10, 11], Enumerable.Range(0, levels.Frames).Where(frame => levels[frame][0] > 1e-3f).Where(frame => frame is > 8 and < 12));
        Assert.DoesNotContain(Enumerable.Range(0, levels.Frames), frame => levels[frame][0] > 0 && Math.Abs((frame * 100) - 1024) >= 200);
    }

    [Fact]
    public void A_sine_peaks_at_its_frequency()
    {
        float[] sine = [.. Enumerable.Range(0, 22_050).Select(n => MathF.Sin(2 * MathF.PI * 1000 * n / 22_050))];
        Spectrogram levels = Stft.Power(new Sound(sine, 22_050));
        float[] frame = levels[20].ToArray();
        Assert.InRange(levels.FrequenciesHz[Array.IndexOf(frame, frame.Max())], 1000 - 6, 1000 + 6);
    }

    [Fact]
    public void Power_is_the_square_of_magnitude()
    {
        ComplexSpectrogram transform = Stft.Forward(Signal.Value);
        Assert.All(transform.Power().Values.Zip(transform.Magnitude().Values).Take(100_000), pair =>
            Assert.Equal(pair.First, pair.Second * pair.Second, 1e-5f * (1 + pair.First)));
    }

    [Fact]
    public void A_window_longer_than_the_transform_is_refused() =>
        Assert.Throws<ArgumentException>(() => Stft.Forward(new Sound(new float[10], 8000), new() { FftLength = 64, WindowLength = 65 }));

    /// <summary>Compares with an array of bins × frames of which only some were kept.</summary>
    private static void AssertClose(string name, int binStep, int frameStep, Func<int, int, float> ours, double tolerance)
    {
        Npy golden = Golden.Array(name);
        float[] expected = golden.Floats;
        double worst = 0;
        for (int bin = 0; bin < golden.Shape[0]; bin++)
        {
            for (int frame = 0; frame < golden.Shape[1]; frame++)
                worst = Math.Max(worst, Math.Abs(expected[(bin * golden.Shape[1]) + frame] - ours(bin * binStep, frame * frameStep)));
        }

        Assert.InRange(worst, 0, tolerance);
    }
}
