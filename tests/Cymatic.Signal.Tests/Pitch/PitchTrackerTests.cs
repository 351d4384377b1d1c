namespace Cymatic.Signal.Tests;

public sealed class PitchTrackerTests
{
    private static readonly PitchOptions Range = new() { LowestHz = 65, HighestHz = 2093 };

    /// <remarks>librosa sums in float32; a trough next to the threshold, or noise whose deepest troughs are alike, may go the other
    /// way.</remarks>
    [Fact]
    public void Yin_is_librosas_in_ninety_nine_of_a_hundred_frames()
    {
        double[] expected = Golden.Array("yin").Doubles;
        float[] ours = PitchTracker.Yin(GoldenSounds.Signal(), Range).Hz;
        Assert.Equal(expected.Length, ours.Length);
        Assert.InRange(expected.Zip(ours).Count(pair => Math.Abs(pair.Second / pair.First - 1) < 1e-3), 0.99 * expected.Length,
            expected.Length);
    }

    [Fact]
    public void The_probability_of_a_voice_is_librosas()
    {
        double[] expected = Golden.Array("pyin_voiced_prob").Doubles;
        float[] ours = PitchTracker.Pyin(GoldenSounds.Signal(), Range).VoicedProbability;
        Assert.Equal(expected.Length, ours.Length);
        Assert.InRange(expected.Zip(ours).Count(pair => Math.Abs(pair.Second - pair.First) < 1e-3), 0.99 * expected.Length,
            expected.Length);
    }

    [Fact]
    public void Pyin_is_librosas_in_ninety_nine_of_a_hundred_frames()
    {
        double[] expected = Golden.Array("pyin_f0").Doubles;
        float[] ours = PitchTracker.Pyin(GoldenSounds.Signal(), Range).Hz;
        Assert.Equal(expected.Length, ours.Length);
        int same = expected.Zip(ours).Count(pair => double.IsNaN(pair.First)
            ? double.IsNaN(pair.Second) : Math.Abs(pair.Second / pair.First - 1) < 1e-4);
        Assert.InRange(same, 0.99 * expected.Length, expected.Length);
    }

    [Theory]
    [InlineData(110)]
    [InlineData(440)]
    [InlineData(1500)]
    public void A_tone_has_its_pitch(double hz)
    {
        var tone = new Sound([.. Enumerable.Range(0, 22050).Select(n => (float)Math.Sin(2 * Math.PI * hz * n / 22050))], 22050);
        Assert.Equal(hz, PitchTracker.Yin(tone).Hz[20], 0.01 * hz);
        Assert.Equal(hz, PitchTracker.Pyin(tone).Hz[20], 0.01 * hz);
    }

    [Fact]
    public void Noise_hardly_sounds_like_a_voice()
    {
        var random = new Random(5);
        var noise = new Sound([.. Enumerable.Range(0, 22050).Select(_ => random.NextSingle() - 0.5f)], 22050);
        Assert.InRange(PitchTracker.Pyin(noise).VoicedProbability.Average(), 0, 0.05);
    }

    [Fact]
    public void A_pitch_whose_period_is_longer_than_a_frame_is_refused() =>
        Assert.Throws<ArgumentException>(() => PitchTracker.Yin(GoldenSounds.Signal(), new() { LowestHz = 5 }));
}
