namespace Cymatic.Signal.Tests;

public sealed class RunningTests
{
    public static TheoryData<int> Blocks => [1000, 4096, 77_777];

    [Theory, MemberData(nameof(Blocks))]
    public void A_running_transform_is_that_of_the_whole_sound(int block)
    {
        Sound sound = GoldenSounds.Signal();
        ComplexSpectrogram whole = Stft.Forward(sound);
        List<float> re = [], im = [];
        var running = new RunningStft();
        void Take(int frame, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
        {
            re.AddRange(a);
            im.AddRange(b);
        }

        foreach (float[] part in sound[0].ToArray().Chunk(block))
            running.Push(part, Take);
        running.Complete(Take);
        Assert.Equal(whole.RealParts, re);
        Assert.Equal(whole.ImaginaryParts, im);
    }

    [Theory, MemberData(nameof(Blocks))]
    public void A_running_mel_spectrogram_is_that_of_the_whole_sound(int block)
    {
        Sound sound = GoldenSounds.Signal();
        List<float> power = [];
        var running = new RunningMel(sound.SampleRate);
        foreach (float[] part in sound[0].ToArray().Chunk(block))
            running.Push(part, (_, bands) => power.AddRange(bands));
        running.Complete((_, bands) => power.AddRange(bands));
        Assert.Equal(MelSpectrogram.Of(sound).Values, power);
        Assert.Equal(power.Max(), running.Loudest);
    }

    [Theory, MemberData(nameof(Blocks))]
    public void A_running_onset_strength_is_that_of_the_whole_sound(int block)
    {
        Sound sound = GoldenSounds.Signal();
        List<float> strength = [];
        var running = new RunningOnset(sound.SampleRate, MelSpectrogram.Of(sound).Values.Max());
        foreach (float[] part in sound[0].ToArray().Chunk(block))
            running.Push(part, (_, value) => strength.Add(value));
        running.Complete((_, value) => strength.Add(value));
        Assert.Equal(OnsetEnvelope.Of(sound).Values, strength);
    }

    [Theory]
    [InlineData(7, 5000, FirPhase.Zero)]
    [InlineData(1000, 5000, FirPhase.Zero)]
    [InlineData(5000, 5000, FirPhase.Minimum)]
    [InlineData(333, 5000, FirPhase.ZeroDouble)]
    [InlineData(10, 40, FirPhase.Zero)]
    public void A_running_filter_is_that_of_the_whole_sound(int block, int length, FirPhase phase)
    {
        float[] samples = GoldenSounds.Signal()[0].Slice(9000, length).ToArray();
        FirFilter filter = FirFilter.BandPass(22050, 500, 3000, new() { Phase = phase });
        List<float> filtered = [];
        RunningFir<float> running = filter.Running<float>();
        foreach (float[] part in samples.Chunk(block))
            running.Push(part, given => filtered.AddRange(given.Span));
        running.Complete(given => filtered.AddRange(given.Span));
        Assert.Equal(filter.Apply<float>(samples), filtered);
    }

    [Fact]
    public void A_running_recursive_filter_is_that_of_the_whole_sound()
    {
        float[] samples = GoldenSounds.Signal()[0].ToArray();
        SosFilter filter = SosFilter.BandPass(22050, 500, 3000);
        var running = new RunningSos<float>(filter);
        List<float> filtered = [];
        foreach (float[] part in samples.Chunk(999))
        {
            running.Push(part, part);
            filtered.AddRange(part);
        }

        Assert.Equal(filter.Apply<float>(samples), filtered);
    }

    [Fact]
    public void A_running_transform_may_begin_anew()
    {
        var running = new RunningStft(new() { FftLength = 64 });
        int first = 0, second = 0;
        running.Push(new float[500], (_, _, _) => first++);
        running.Complete((_, _, _) => first++);
        running.Push(new float[500], (_, _, _) => second++);
        running.Complete((_, _, _) => second++);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Samples_that_are_not_numbers_are_refused_by_a_running_filter() => Assert.Throws<ArgumentException>(
        () => FirFilter.LowPass(100, 20).Running<float>().Push([float.NaN], _ => { }));
}
