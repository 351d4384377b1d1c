using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Signal;

namespace Cymatic.Workflows.Tests;

[Collection(nameof(GridPicture))]
public sealed class MosaicRendererTests : MosaicFolder
{
    [Theory]
    [InlineData(24, 1)]
    [InlineData(30000, 1001)]
    [InlineData(25, 1)]
    [InlineData(60, 1)]
    public void Every_frame_of_the_movie_is_the_frame_that_the_plan_names(int num, int den)
    {
        var rate = new FrameRate(num, den);
        (int, int Frame)[] jumps = Jumps(100, 90);
        Render(rate, jumps, new MosaicRendering { Target = Tone("target.wav", 5), Outputs = [At("out.mkv")], Sound = AsItIs });
        Assert.Equal(jumps.Select(jump => jump.Frame), NumberedMovie.Read(At("out.mkv")));
    }

    [Fact]
    public void A_last_frame_that_is_just_begun_shows_the_last_picture_again()
    {
        var rate = new FrameRate(25);
        NumberedMovie.Write(At("source.mov"), rate, 90);
        MosaicPlan plan = PlanOf(rate, [new PlanSource(At("source.mov"), 90 / 25.0, true)], Jumps(20, 90));
        MosaicRenderer.Render(plan with { Duration = plan.Duration + 5e-5 }, new MosaicRendering
        {
            Target = Tone("target.wav", 1),
            Outputs = [At("out.mkv")],
            Sound = AsItIs,
        });
        IReadOnlyList<int> shown = [.. NumberedMovie.Read(At("out.mkv"))];
        Assert.Equal((21, shown[19]), (shown.Count, shown[20]));
    }

    [Fact]
    public void Each_frame_sounds_as_its_own_sound_over_five_minutes_at_an_odd_rate()
    {
        var rate = new FrameRate(30000, 1001);
        (int, int Frame)[] jumps = Jumps((int)rate.FramesIn(300), 900);
        Render(rate, jumps, new MosaicRendering { Target = Tone("target.wav", 1), Outputs = [At("out.wav")], Sound = AsItIs }, frames: 900);
        Sound sound = AudioFile.Read(At("out.wav"));
        // The click lies in the first samples of its frame: had anything added up, the last ones would be found in others.
        Assert.All(Enumerable.Range(jumps.Length - 50, 50), n => Assert.Equal(
            jumps[n].Frame, NumberedMovie.Heard(sound[0], (int)Math.Ceiling(rate.TimeOf(n) * 48000) + 40, 2)));
    }

    [Fact]
    public void Picture_and_sound_of_a_movie_tell_the_same_number_when_pieces_begin_anywhere()
    {
        var rate = new FrameRate(24);
        NumberedMovie.Write(At("source.mov"), rate, 200);
        var random = new Random(1);
        List<PlanUnit> units = [];
        for (double t = 0; t < 20;)
        {
            double length = 0.2 + random.NextDouble() * 0.4;
            double from = random.NextDouble() * 7;
            units.Add(new PlanUnit { TargetTime = t, Duration = length, Source = 0, Unit = units.Count, SourceTime = from });
            t += length;
        }

        MosaicPlan plan = PlanOf(rate, [new PlanSource(At("source.mov"), 200 / 24.0, true)], (0, 0)) with
        {
            Units = units,
            Duration = units[^1].TargetTime + units[^1].Duration,
        };
        MosaicResult result = MosaicRenderer.Render(
            plan, new MosaicRendering { Target = Tone("target.wav", 20), Outputs = [At("out.mkv")], Sound = AsItIs });
        Assert.InRange(result.Figures.SyncErrorMs!.Value.Largest, 0, 1000 / 24.0 / 2 + 0.1);
    }

    [Fact]
    public void A_plan_of_the_target_in_order_leaves_no_residual()
    {
        var rate = new FrameRate(25);
        (int, int)[] order = [.. Enumerable.Range(0, 90).Select(n => (0, n))];
        Render(rate, order, new MosaicRendering
        {
            Target = Tone("target.wav", 1),
            Outputs = [At("out.wav")],
            Sound = new MosaicSoundOptions { Levels = LevelMatch.Off },
        });
        Sound mosaic = AudioFile.Read(At("out.wav")), source = AudioFile.Read(At("source.mov"));
        Assert.Equal(source[0], mosaic[0]);
    }

    [Fact]
    public void Levels_follow_the_target()
    {
        string loud = Tone("loud.wav", 4, 500, 0.5), target = Tone("target.wav", 2, 500, 0.05);
        MosaicPlan plan = PlanOf(new FrameRate(25), [new PlanSource(loud, 4, false)], Jumps(50, 90));
        MosaicResult result = MosaicRenderer.Render(plan, new MosaicRendering { Target = target, Outputs = [At("out.wav")] });
        Assert.All(result.Plan.Units, unit => Assert.Equal(-20, unit.GainDb, 0.1));
    }

    [Fact]
    public void A_mixture_is_as_loud_as_its_target()
    {
        PlanSource loud = new(Tone("loud.wav", 4, 500, 0.5), 4, false), other = new(Tone("other.wav", 4, 730, 0.5), 4, false);
        MosaicPlan first = PlanOf(new FrameRate(25), [loud, other], Jumps(50, 90));
        IEnumerable<PlanUnit> both = first.Units.SelectMany(unit => (PlanUnit[])[unit, unit with { Source = 1 }]);
        string target = Tone("target.wav", 2, 500, 0.05);
        MosaicPlan plan = first with { Method = "bee", Units = [.. both] };
        MosaicRenderer.Render(plan, new MosaicRendering { Target = target, Outputs = [At("out.wav")] });
        Assert.Equal(PowerDb(target), PowerDb(At("out.wav")), 0.05);
    }

    [Fact]
    public void The_target_is_mixed_in_at_its_level()
    {
        string quiet = Tone("quiet.wav", 4, 500, 0), target = Tone("target.wav", 2, 1000, 0.4);
        MosaicPlan plan = PlanOf(new FrameRate(25), [new PlanSource(quiet, 4, false)], Jumps(50, 90));
        var sound = new MosaicSoundOptions { TargetDb = -20 };
        MosaicRenderer.Render(plan, new MosaicRendering { Target = target, Outputs = [At("out.wav")], Sound = sound });
        Assert.Equal(0.04, AudioFile.Read(At("out.wav"))[0].ToArray().Max(), 3);
    }

    [Fact]
    public void Too_loud_a_sum_is_made_quieter_and_said()
    {
        string loud = Tone("loud.wav", 4, 500, 0.9), target = Tone("target.wav", 2, 500, 0.9);
        MosaicPlan plan = PlanOf(new FrameRate(25), [new PlanSource(loud, 4, false)], [.. Enumerable.Range(0, 50).Select(n => (0, n))]);
        var sound = new MosaicSoundOptions { TargetDb = 0 };
        var request = new MosaicRendering { Target = target, Outputs = [At("out.wav")], Sound = sound };
        MosaicResult result = MosaicRenderer.Render(plan, request);
        Assert.True(result.Remarks.Count == 1 && AudioFile.Read(At("out.wav"))[0].ToArray().Max() < 1);
    }

    [Fact]
    public void Stems_are_a_file_for_each_source_that_is_heard()
    {
        PlanSource[] sources = [new(Tone("a.wav", 4), 4, false), new(Tone("b.wav", 4), 4, false), new(Tone("c.wav", 4), 4, false)];
        MosaicPlan plan = PlanOf(new FrameRate(25), sources, (0, 3), (2, 7), (0, 20));
        MosaicRenderer.Render(plan, new MosaicRendering { Target = Tone("target.wav", 1), StemsFolder = At("stems") });
        Assert.Equal(["001 a.wav", "003 c.wav"], Directory.GetFiles(At("stems")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Sources_of_other_rates_and_channels_become_one_sound()
    {
        PlanSource[] sources = [new(Tone("a.wav", 4, sampleRate: 22050), 4, false), new(Tone("b.wav", 4, sampleRate: 44100), 4, false)];
        MosaicPlan plan = PlanOf(new FrameRate(25), sources, (0, 3), (1, 7), (0, 20));
        MosaicRenderer.Render(plan, new MosaicRendering { Target = Tone("target.wav", 1), Outputs = [At("out.wav")] });
        Assert.Equal((44100, 44100 * 3 / 25), (AudioFile.Read(At("out.wav")).SampleRate, AudioFile.Read(At("out.wav")).Length));
    }

    [Fact]
    public void A_plan_without_units_is_refused_with_a_sentence()
    {
        MosaicPlan plan = PlanOf(new FrameRate(25), [new PlanSource(Tone("a.wav", 4), 4, false)], (0, 3)) with { Units = [] };
        Assert.Throws<UnsuitableInputException>(() => MosaicRenderer.Render(
            plan, new MosaicRendering { Target = Tone("target.wav", 1), Outputs = [At("out.wav")] }));
    }

    [Fact]
    public void No_frame_is_left_rented()
    {
        int before = Frame.Outstanding;
        Render(new FrameRate(25), Jumps(20, 90), new MosaicRendering { Target = Tone("target.wav", 1), Outputs = [At("out.mp4")] });
        Assert.Equal(before, Frame.Outstanding);
    }

    private void Render(FrameRate rate, (int, int)[] units, MosaicRendering request, int frames = 90)
    {
        NumberedMovie.Write(At("source.mov"), rate, frames);
        MosaicRenderer.Render(PlanOf(rate, [new PlanSource(At("source.mov"), rate.TimeOf(frames), true)], units), request);
    }

    private static double PowerDb(string path) => 10 * Math.Log10(AudioFile.Read(path)[0].ToArray().Average(x => (double)x * x));
}
