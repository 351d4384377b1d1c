namespace Cymatic.Signal.Tests;

public sealed class GriffinLimTests
{
    /// <remarks>The random phases are others than numpy's, so that sounds differ; their loudness does not.</remarks>
    [Fact]
    public void Loudness_is_that_of_librosas()
    {
        Sound sound = GriffinLim.Invert(Stft.Magnitude(GoldenSounds.Signal()), new(), new() { Iterations = 16 });
        Near.Same(Golden.Array("griffinlim_rms").Doubles, FrameLevels.Rms(sound), 0.1);
    }

    [Fact]
    public void Magnitudes_come_nearer_with_every_ten_iterations()
    {
        Spectrogram wanted = Stft.Magnitude(GoldenSounds.Signal().Slice(20000, 30000));
        double[] errors = [.. new[] { 0, 10, 20 }.Select(n => Error(wanted, GriffinLim.Invert(wanted, new(), new() { Iterations = n })))];
        Assert.True(errors[1] < 0.5 * errors[0] && errors[2] < errors[1], string.Join(", ", errors));
    }

    [Fact]
    public void Magnitudes_of_other_frames_are_refused() =>
        Assert.Throws<ArgumentException>(() => GriffinLim.Invert(Stft.Magnitude(new Sound(new float[9000], 8000)),
            new() { FftLength = 512 }));

    private static double Error(Spectrogram wanted, Sound sound) =>
        Stft.Magnitude(sound).Values.Zip(wanted.Values, (a, b) => (a - b) * (double)(a - b)).Sum();
}
