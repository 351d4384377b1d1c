using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows.Tests;

public sealed class MosaicListTests : MosaicFolder
{
    private static readonly FrameRate Rate = new(25);

    [Fact]
    public void Json_has_a_frame_of_the_source_for_each_frame_of_the_target()
    {
        using JsonDocument json = JsonDocument.Parse(Text(PlanJson.Write, Document((0, 5), (0, 6), (1, 50))));
        Assert.Equal(
            [(0, 0.2), (1, 0.24), (2, 2.0)],
            json.RootElement.GetProperty("frames").EnumerateArray().Select(frame =>
                (frame.GetProperty("target").GetInt32(), frame.GetProperty("source_time").GetDouble())));
    }

    [Fact]
    public void Json_says_which_run_each_unit_belongs_to()
    {
        using JsonDocument json = JsonDocument.Parse(Text(PlanJson.Write, Document((0, 5), (0, 6), (1, 50))));
        Assert.Equal([0, 0, 1], json.RootElement.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("run").GetInt32()));
    }

    [Fact]
    public void An_edit_decision_list_has_an_event_for_each_run()
    {
        string[] lines = Text(PlanEdl.Write, Document((0, 30), (0, 31), (1, 50))).Split("\r\n");
        Assert.Equal(
            [
                "TITLE: a mosaic", "FCM: NON-DROP FRAME", "",
                "001  M001     B     C        00:00:01:05 00:00:01:07 00:00:00:00 00:00:00:02", "* FROM CLIP NAME: film.mkv", "",
                "002  M002     A     C        00:00:02:00 00:00:02:01 00:00:00:02 00:00:00:03", "* FROM CLIP NAME: voice.wav", "",
            ],
            lines);
    }

    [Fact]
    public void Time_codes_of_29_97_frames_are_counted_without_drops() =>
        Assert.Equal("01:00:00:00", PlanEdl.Code(108_000, new FrameRate(30000, 1001)));

    [Fact]
    public void A_timeline_has_every_clip_in_its_place()
    {
        using JsonDocument json = JsonDocument.Parse(Text(PlanOtio.Write, Document((0, 30), (1, 50), (0, 7))));
        JsonElement picture = json.RootElement.GetProperty("tracks").GetProperty("children")[0];
        // The voice has no picture: a gap.
        Assert.Equal(
            [("Clip.1", 30.0, 1.0), ("Gap.1", 0, 1), ("Clip.1", 7, 1)],
            picture.GetProperty("children").EnumerateArray().Select(child => (
                child.GetProperty("OTIO_SCHEMA").GetString()!, Value(child, "start_time"), Value(child, "duration"))));
    }

    [Fact]
    public void Credits_say_the_seconds_of_each_source() =>
        Assert.Equal(
            ["     0.1 s      2 pieces  film.mkv", "     0.0 s       1 piece  voice.wav"],
            Text(PlanCredits.Write, Document((0, 30), (1, 50), (0, 7))).Split('\n')[2..^1]);

    [Fact]
    public void Tracks_of_rounded_pieces_end_where_the_target_ends()
    {
        var rate = new FrameRate(24);
        PlanUnit[] units = [.. Enumerable.Range(0, 999).Select(n => new PlanUnit
        {
            TargetTime = n * 0.0731,
            Duration = 0.0731,
            Source = 0,
            Unit = n,
            SourceTime = n * 37 % 90 * 0.0731,
        })];
        MosaicPlan plan = PlanOf(rate, [new PlanSource("a", 9, true)], (0, 0)) with { Units = units, Duration = 999 * 0.0731 };
        IReadOnlyList<TimelineClip> track = TimelineClip.Tracks(DocumentOf(plan) with { Rate = rate })[0];
        Assert.Equal(Math.Round(plan.Duration * 24), track[^1].End);
        Assert.All(track.Zip(track.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.First));
    }

    [Fact]
    public void Units_that_sound_together_lie_on_tracks_of_their_own()
    {
        MosaicDocument document = Document((0, 1), (0, 9));
        MosaicPlan plan = document.Plan with { Units = [.. document.Plan.Units.Select(unit => unit with { TargetTime = 0 })] };
        Assert.Equal(2, TimelineClip.Tracks(DocumentOf(plan)).Count);
    }

    [Fact]
    public void A_clip_ends_where_its_source_does()
    {
        var unit = new PlanUnit { TargetTime = 0, Duration = 2, Source = 0, Unit = 0, SourceTime = 8.5 };
        MosaicPlan plan = PlanOf(Rate, [new PlanSource("a", 9, true)], (0, 0)) with { Units = [unit], Duration = 2 };
        TimelineClip clip = TimelineClip.Tracks(DocumentOf(plan))[0][0];
        Assert.Equal(9 * 25, clip.SourceFirst + clip.Length);
    }

    [Theory]
    [InlineData("list.mlt")]
    [InlineData("list.kdenlive")]
    public void Melt_plays_the_project_with_the_frames_of_the_plan(string name)
    {
        Assert.SkipUnless(HasMelt(), "melt is not installed.");
        NumberedMovie.Write(At("film.mov"), Rate, 90);
        MosaicPlan plan = PlanOf(Rate, [new PlanSource(At("film.mov"), 3.6, true)], Jumps(40, 90));
        MosaicRenderer.Render(plan, new MosaicRendering { Target = Tone("target.wav", 1), Outputs = [At(name)], Sound = AsItIs });
        string[] arguments = [At(name), "-consumer", $"avformat:{At("out.mkv")}", "vcodec=ffv1", "an=1"];
        using (Process melt = Process.Start(new ProcessStartInfo("melt", arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!)
        {
            melt.StandardError.ReadToEnd();
            melt.WaitForExit();
        }

        Assert.Equal(Jumps(40, 90).Select(jump => jump.Frame), NumberedMovie.Read(At("out.mkv")).Take(40));
    }

    [Fact]
    public void A_project_has_the_gains_of_its_units_in_decibels()
    {
        MosaicDocument document = Document((0, 30), (0, 31));
        IReadOnlyList<PlanUnit> units = document.Plan.Units;
        MosaicPlan plan = document.Plan with { Units = [units[0] with { GainDb = -3 }, units[1] with { GainDb = 2 }] };
        XDocument xml = XDocument.Parse(Text(PlanMlt.Write, document with { Plan = plan, Runs = PlanRun.Of(plan) }));
        Assert.Contains("0=-3;1=2", xml.Descendants("property").Select(property => property.Value));
    }

    private static MosaicDocument Document(params (int, int)[] units) =>
        DocumentOf(PlanOf(Rate, [new PlanSource("film.mkv", 10, true), new PlanSource("voice.wav", 5, false)], units));

    private static MosaicDocument DocumentOf(MosaicPlan plan) => new()
    {
        Plan = plan,
        Runs = PlanRun.Of(plan),
        Target = "song.wav",
        Title = "a mosaic",
        Rate = Rate,
        Size = (640, 360),
    };

    private static string Text(Action<Stream, MosaicDocument> write, MosaicDocument document)
    {
        using var stream = new MemoryStream();
        write(stream, document);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static double Value(JsonElement child, string time) =>
        child.GetProperty("source_range").GetProperty(time).GetProperty("value").GetDouble();

    private static bool HasMelt() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "melt")));
}
