using System.Numerics.Tensors;

namespace Cymatic.Signal.Tests;

public sealed class EffectsTests
{
    [Fact]
    public void Preemphasis_is_librosas() =>
        Near.Same(Golden.Array("preemphasis").Doubles, Emphasis.Raise(GoldenSounds.Signal())[0][..2048].ToArray(), 1e-6);

    [Fact]
    public void Deemphasis_takes_preemphasis_back()
    {
        Sound sound = GoldenSounds.Signal();
        float[] back = Emphasis.Lower(Emphasis.Raise(sound))[0].ToArray();
        Near.Same([.. sound[0].ToArray().Select(v => (double)v)], back, 1e-5);
    }

    [Fact]
    public void Trimming_ends_where_librosas_does()
    {
        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Repository.Golden("manifest.json")));
        int[] expected = [.. manifest.RootElement.GetProperty("trim").GetProperty("value").EnumerateArray().Select(v => v.GetInt32())];
        Assert.Equal((expected[0], expected[1]), Silence.Bounds(GoldenSounds.Signal(), 20));
    }

    /// <remarks>librosa.effects.trim and split of the same samples with frame_length=64, hop_length=16: by hand from their
    /// definition.</remarks>
    [Fact]
    public void Two_sounds_between_silences_are_two_parts()
    {
        var samples = new float[1000];
        samples.AsSpan(200, 100).Fill(0.5f);
        samples.AsSpan(600, 100).Fill(0.5f);
        var sound = new Sound(samples, 1000);
        StftOptions frames = new() { FftLength = 64, HopLength = 16 };
        Assert.Equal([(176, 336), (576, 736)], Silence.Split(sound, 30, frames));
        Assert.Equal(736 - 176, Silence.Trim(sound, 30, frames).Length);
    }

    [Fact]
    public void Nothing_but_silence_is_no_part_of_a_louder_sound() =>
        Assert.Equal((0, 0), Silence.Bounds(new Sound(Array.Empty<float>(), 8000)));

    [Fact]
    public void The_classic_pitch_shift_is_as_librosas()
    {
        Sound shifted = PitchShift.Shift(GoldenSounds.Signal(), 3, new() { Method = StretchMethod.Classic });
        Assert.Equal(Golden.Value("pitch_shift_3", "length"), shifted.Length);
        double energy = Golden.Value("pitch_shift_3", "energy"), centroid = Golden.Value("pitch_shift_3", "centroid_mean");
        Assert.Equal(energy, TensorPrimitives.SumOfSquares(shifted[0]), 0.01 * energy);
        Assert.Equal(centroid, Stft.Magnitude(shifted).Centroid().Average(), 0.02 * centroid);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-5)]
    public void A_shifted_tone_has_the_new_pitch(double semitones)
    {
        var tone = new Sound([.. Enumerable.Range(0, 44100).Select(n => MathF.Sin(2 * MathF.PI * 440 * n / 22050))], 22050);
        Sound shifted = PitchShift.Shift(tone, semitones);
        Assert.Equal(tone.Length, shifted.Length);
        Assert.Equal(440 * Math.Pow(2, semitones / 12), PitchTracker.Yin(shifted).Hz[40], 3.0);
    }

    [Fact]
    public void A_shift_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PitchShift.Shift(GoldenSounds.Signal(), double.NaN));
}
