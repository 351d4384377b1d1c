using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows.Tests;

public sealed class MosaicPicturesTests : MosaicFolder
{
    private static readonly FrameRate Rate = new(25);

    [Theory]
    [InlineData(PictureFit.Letterbox)]
    [InlineData(PictureFit.Crop)]
    [InlineData(PictureFit.Blur)]
    public void Sources_of_other_shapes_come_into_the_size_that_is_asked_for(PictureFit fit)
    {
        var picture = new MosaicPictureOptions { Size = (320, 240), Fit = fit };
        Assert.Equal((320, 240), Size(Render(picture, (0, 1), (0, 30))));
    }

    [Fact]
    public void A_letterboxed_picture_has_black_bars_and_a_cropped_one_has_none()
    {
        uint Corner(PictureFit fit)
        {
            // Number 1023 is white all over.
            using Frame frame = First(Render(new MosaicPictureOptions { Size = (160, 120), Fit = fit }, first: 1000, (0, 23)));
            return frame.PixelRow(2)[80] & 0xFF;
        }

        Assert.True(Corner(PictureFit.Letterbox) < 20 && Corner(PictureFit.Crop) > 230 && Corner(PictureFit.Blur) is > 100 and < 200);
    }

    [Fact]
    public void Captions_are_drawn_into_the_lower_left_corner()
    {
        uint Brightest(bool captions)
        {
            using Frame frame = First(Render(new MosaicPictureOptions { Size = (640, 360), Captions = captions }, (0, 0)));
            uint most = 0;
            for (int y = 300; y < 360; y++)
            {
                foreach (uint pixel in frame.PixelRow(y)[..200])
                    most = Math.Max(most, pixel & 0xFF);
            }

            return most;
        }

        Assert.True(Brightest(captions: true) > 200 && Brightest(captions: false) < 30);
    }

    [Fact]
    public void A_dissolve_shows_both_pictures_at_the_cut()
    {
        // From black (0) to white (1023), a second each.
        (int, int)[] units = [.. Enumerable.Range(0, 25).Select(_ => (0, 0)), .. Enumerable.Range(0, 25).Select(_ => (1, 0))];
        var picture = new MosaicPictureOptions { Transition = PictureTransition.Dissolve, DissolveSeconds = 0.4 };
        VideoFileClip movie = VideoFileClip.Open(Render(Runs(units), picture));
        using Frame frame = Frame.Rent(movie.Width, movie.Height);
        movie.FrameAt(25, frame);
        Assert.InRange(frame.PixelRow(8)[152] & 0xFF, 100u, 180u); // the digit of 512
    }

    [Fact]
    public void Tiles_show_units_that_sound_together_side_by_side()
    {
        MosaicPlan plan = Runs((0, 0), (1, 0));
        plan = plan with { Duration = 0.04, Units = [.. plan.Units.Select(unit => unit with { TargetTime = 0 })] };
        using Frame frame = First(Render(plan, new MosaicPictureOptions { Size = (320, 180), Transition = PictureTransition.Tiles }));
        Assert.True((frame.PixelRow(90)[80] & 0xFF) < 30 && (frame.PixelRow(90)[240] & 0xFF) > 225);
    }

    [Fact]
    public void A_tile_stays_in_its_place_while_others_come_and_go()
    {
        // Three run on for four, two and four frames; a fourth begins when the second ends. Which is loudest changes in every frame.
        (int Source, int First, int End)[] parts = [(0, 0, 4), (1, 0, 2), (2, 0, 4), (3, 2, 4)];
        PlanUnit UnitOf(int source, int n) =>
            new() { TargetTime = n * 0.04, Duration = 0.04, Source = source, Unit = n, SourceTime = n * 0.04 };
        IEnumerable<PlanUnit> units = Enumerable.Range(0, 4).SelectMany(n => parts.Where(part => n >= part.First && n < part.End)
            .OrderBy(part => (part.Source + n) % 4).Select(part => UnitOf(part.Source, n)));
        MosaicPlan plan = PlanOf(new FrameRate(25), [.. parts.Select(part => new PlanSource($"{part.Source}", 1, true))], (0, 0)) with
        {
            Units = [.. units],
            Duration = 0.16,
        };
        var tiles = new MosaicPictureOptions { Transition = PictureTransition.Tiles };
        var schedule = new PictureSchedule(plan, PlanRun.Of(plan), new FrameRate(25), tiles);
        IEnumerable<string> shown = schedule.Frames().Select(frame => string.Concat(frame.Moments.Select(moment => moment.Source)));
        Assert.Equal(["012", "012", "032", "032"], shown);
    }

    [Fact]
    public void Of_units_that_begin_together_the_first_of_the_plan_is_shown()
    {
        MosaicPlan plan = Runs((0, 0), (1, 0));
        plan = plan with { Duration = 0.04, Units = [plan.Units[1] with { TargetTime = 0 }, plan.Units[0]] };
        using Frame frame = First(Render(plan, new MosaicPictureOptions()));
        Assert.True((frame.PixelRow(8)[8] & 0xFF) > 225);
    }

    [Fact]
    public void A_source_without_picture_gets_a_card()
    {
        PlanSource source = new(Tone("voice.wav", 4), 4, false);
        string path = Render(PlanOf(Rate, [source], (0, 3), (0, 50)), new MosaicPictureOptions());
        using Frame frame = First(path);
        Assert.True(Size(path) == (640, 360) && Brightness(frame) > 10);
    }

    [Fact]
    public void A_card_has_its_name_in_the_middle()
    {
        PlanSource source = new(Tone("a voice with a name.wav", 4), 4, false);
        using Frame frame = First(Render(PlanOf(Rate, [source], (0, 50)), new MosaicPictureOptions()));
        int[] white = [.. Enumerable.Range(0, 640).Where(x => Enumerable.Range(40, 36).Any(y => (frame.PixelRow(y)[x] & 0xFF) > 200))];
        Assert.InRange((white[0] + white[^1]) / 2, 310, 330);
    }

    [Fact]
    public void Where_nothing_sounds_the_picture_is_black()
    {
        MosaicPlan plan = Runs((1, 0), (1, 0), (1, 0));
        plan = plan with { Units = [plan.Units[1], plan.Units[2]] };
        using Frame frame = First(Render(plan, new MosaicPictureOptions()));
        Assert.True(Brightness(frame) < 3);
    }

    [Fact]
    public void Each_source_is_gone_through_in_its_own_order()
    {
        var asked = new List<long>();
        MosaicPlan plan = PlanOf(Rate, [new PlanSource("a", 4, true)], Jumps(60, 90));
        var schedule = new PictureSchedule(plan, PlanRun.Of(plan), Rate, new MosaicPictureOptions());
        using var pictures = MosaicPictures.Decode(schedule, [new Spy(asked)], (16, 16), false, default);
        Assert.Equal(asked.Distinct().Order(), asked);
    }

    private MosaicPlan Runs(params (int Source, int Frame)[] units)
    {
        NumberedMovie.Write(At("black.mov"), Rate, 50, 0);
        NumberedMovie.Write(At("white.mov"), Rate, 1, 1023);
        // Source times go on, so that units of one source are one run; after the end the last frame stays.
        PlanSource[] sources = [new(At("black.mov"), 2, true), new(At("white.mov"), 2, true)];
        MosaicPlan plan = PlanOf(Rate, sources, units);
        return plan with { Units = [.. plan.Units.Select((unit, n) => unit with { SourceTime = n * 0.04 })] };
    }

    private string Render(MosaicPictureOptions picture, params (int, int)[] units) => Render(picture, 0, units);

    private string Render(MosaicPictureOptions picture, int first, params (int, int)[] units)
    {
        NumberedMovie.Write(At("source.mov"), Rate, 90, first);
        return Render(PlanOf(Rate, [new PlanSource(At("source.mov"), 3.6, true)], units), picture);
    }

    private string Render(MosaicPlan plan, MosaicPictureOptions picture)
    {
        string path = At($"out{Guid.NewGuid():N}.mkv");
        var request = new MosaicRendering { Target = Tone("target.wav", 1), Outputs = [path], Picture = picture, Sound = AsItIs };
        MosaicRenderer.Render(plan, request);
        return path;
    }

    private static (int, int) Size(string path) => VideoFileClip.Open(path) is var movie ? (movie.Width, movie.Height) : default;

    private static Frame First(string path)
    {
        VideoFileClip movie = VideoFileClip.Open(path);
        Frame frame = Frame.Rent(movie.Width, movie.Height);
        movie.FrameAt(0, frame);
        return frame;
    }

    private static double Brightness(Frame frame)
    {
        double sum = 0;
        for (int y = 0; y < frame.Height; y++)
        {
            foreach (uint pixel in frame.PixelRow(y))
                sum += pixel & 0xFF;
        }

        return sum / frame.Width / frame.Height;
    }

    private sealed class Spy(List<long> asked) : PictureSource
    {
        public override long NumberAt(double time) => Rate.FrameAt(time);

        public override double TimeOf(long number) => Rate.TimeOf(number);

        public override int AddTo(FrameReel reel, long number)
        {
            asked.Add(number);
            using Frame frame = Frame.Rent(reel.Width, reel.Height);
            frame.Clear();
            return reel.Add(frame);
        }
    }
}
