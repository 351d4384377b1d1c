namespace Cymatic.Mosaic.Tests;

public sealed class MosaicSoundTests
{
    private const int Rate = 48000;

    [Fact]
    public void A_plan_of_the_source_in_order_is_the_source_bit_for_bit()
    {
        float[] source = Plans.Noise(Rate, 1);
        double[] times = [.. Enumerable.Range(0, 30).Select(n => n / 30.0)];
        Assert.Equal(source, Plans.All(new MosaicSound(Plans.Of(1 / 30.0, times), new ArraySamples(Rate, source))));
    }

    [Fact]
    public void Outside_joins_samples_are_those_of_the_source()
    {
        float[] source = Plans.Noise(Rate, 2);
        float[] sound = Plans.All(new MosaicSound(Plans.Of(0.1, 0.5, 0.2), new ArraySamples(Rate, source)));
        Assert.Equal(source.AsSpan(24000, 4800 - 240), sound.AsSpan(0, 4800 - 240));
    }

    [Fact]
    public void Hard_cuts_give_each_piece_as_it_is()
    {
        float[] source = Plans.Noise(Rate, 3);
        float[] sound = Plans.All(new MosaicSound(Plans.Of(0.1, 0.5, 0.2), new ArraySamples(Rate, source), JoinOptions.HardCut));
        Assert.Equal([.. source[24000..28800], .. source[9600..14400]], sound);
    }

    [Fact]
    public void A_tone_joined_out_of_phase_is_shifted_into_phase()
    {
        // Half a period of 500 Hz is 48 samples: unaligned, the tones would cancel at the cut.
        float[] source = Plans.Tone(Rate, 500, Rate);
        var sound = new MosaicSound(Plans.Of(0.1, 0.5, 0.201), new ArraySamples(Rate, source));
        Assert.Equal(0.001, Math.Abs(sound.ShiftsSeconds[1]), 6);
    }

    [Fact]
    public void Shifts_do_not_add_up()
    {
        float[] source = Plans.Noise(4 * Rate, 4);
        double[] times = [.. Enumerable.Range(0, 80).Select(n => 3.9 - n * 0.045)];
        var sound = new MosaicSound(Plans.Of(0.04, times), new ArraySamples(Rate, source));
        Assert.All(sound.ShiftsSeconds, shift => Assert.InRange(shift, -0.005, 0.005));
    }

    [Theory]
    [InlineData(true, 0.5)]
    [InlineData(false, 2.5)]
    public void Scaled_joins_keep_the_level_of_waves_that_are_alike(bool isScaled, double mostDb)
    {
        float[] source = Plans.Tone(Rate, 500, Rate);
        var options = new JoinOptions { Scaled = isScaled };
        float[] sound = Plans.All(new MosaicSound(Plans.Of(0.1, 0.5, 0.201), new ArraySamples(Rate, source), options));
        double peak = 20 * Math.Log10(sound.Max(Math.Abs));
        Assert.InRange(peak, mostDb - 0.5, mostDb + 0.6);
    }

    [Fact]
    public void Any_block_gives_the_samples_of_the_whole()
    {
        float[] source = Plans.Noise(Rate, 5);
        var sound = new MosaicSound(Plans.Of(0.04, 0.5, 0.1, 0.14, 0.7), new ArraySamples(Rate, source));
        float[] all = Plans.All(sound);
        var part = new float[1111];
        sound.Render(1500, part);
        Assert.Equal(all[1500..2611], part);
    }

    [Fact]
    public void Gains_change_in_a_straight_line_within_the_louder_unit()
    {
        float[] source = [.. Enumerable.Repeat(0.5f, Rate)];
        MosaicPlan plan = Plans.Of(0.1, 0.2, 0.3);
        plan = plan with { Units = [plan.Units[0] with { GainDb = 0 }, plan.Units[1] with { GainDb = 20 * Math.Log10(0.5) }] };
        float[] sound = Plans.All(new MosaicSound(plan, new ArraySamples(Rate, source)));
        Assert.Equal([0.5f, 0.375f, 0.25f], [sound[2400], sound[3600], sound[4800]], (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Stems_add_up_to_the_sound()
    {
        MosaicPlan plan = Plans.Of(0.1, 0.5, 0.2) with { Units = [Plans.Unit(0, 0.1, 0.5), Plans.Unit(0.1, 0.1, 0.2, source: 1)] };
        var sound = new MosaicSound(plan, new ArraySamples(Rate, Plans.Noise(Rate, 6), Plans.Noise(Rate, 7)));
        float[] first = new float[sound.Length], second = new float[sound.Length];
        sound.Render(0, first, source: 0);
        sound.Render(0, second, source: 1);
        Assert.Equal(Plans.All(sound), first.Zip(second, (a, b) => a + b), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Where_no_unit_sounds_there_is_silence()
    {
        MosaicPlan plan = Plans.Of(0.1, 0.5) with { Duration = 0.4, Units = [Plans.Unit(0.3, 0.1, 0.5)] };
        float[] sound = Plans.All(new MosaicSound(plan, new ArraySamples(Rate, Plans.Noise(Rate, 8))));
        Assert.All(sound[..14000], sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void A_mixed_run_of_constant_gain_is_its_source_between_its_ends()
    {
        float[] source = Plans.Noise(Rate, 9);
        PlanUnit[] units = [.. Enumerable.Range(0, 20).Select(n => Plans.Unit(n % 10 * 0.04, 0.04, (n < 10 ? 0.1 : 0.5) + n % 10 * 0.04))];
        MosaicPlan plan = Plans.Of(0.04, 0) with { Duration = 0.4, Units = [.. units.OrderBy(unit => unit.TargetTime)] };
        float[] sound = Plans.All(new MosaicSound(plan, new ArraySamples(Rate, source)));
        Assert.Equal(source[9600] + source[28800], sound[4800], 1e-6);
    }

    [Fact]
    public void What_is_read_lies_in_the_stretches_that_the_plan_needs()
    {
        MosaicPlan plan = Plans.Of(0.04, 0.5, 0.1, 0.14, 0.7);
        var spy = new Spy(new ArraySamples(Rate, Plans.Noise(Rate, 10)));
        Plans.All(new MosaicSound(plan, spy));
        IReadOnlyList<SourceStretch> needed = SourceStretch.Of(plan);
        Assert.All(spy.Asked, asked => Assert.Contains(needed, part => part.Start * Rate <= asked.First && asked.End <= part.End * Rate));
    }

    private sealed class Spy(ISourceSamples samples) : ISourceSamples
    {
        public List<(long First, long End)> Asked { get; } = [];

        public int SampleRate => samples.SampleRate;

        public int Channels => samples.Channels;

        public void Read(int source, long firstSample, Span<float> target)
        {
            Asked.Add((firstSample, firstSample + target.Length));
            samples.Read(source, firstSample, target);
        }
    }
}
