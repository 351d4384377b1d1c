using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Signal;

namespace Cymatic.Workflows.Tests;

// In turn: another test counts rented frames.
[Collection(nameof(GridPicture))]
public sealed class PictureJoinWorkflowTests : MosaicFolder
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Thumbnails_are_the_pictures_at_their_times()
    {
        Grey("grey.mov", n => 50 + n);
        MediaInfo info = MediaInfo.Read(At("grey.mov"), Cancel);
        byte[][] seen = [.. ThumbnailReader.Read(info, 6, 4, new FrameRate(50), Cancel)];
        // Luma of grey v is 16 + 219·v/255, and each frame at 25 a second is there twice.
        Assert.All(Enumerable.Range(0, 48), n => Assert.All(
            seen[2 * n][..24].Concat(seen[(2 * n) + 1][..24]), luma => Assert.Equal(16 + (219 * (50 + n) / 255.0), luma, 2.0)));
    }

    [Fact]
    public void An_index_keeps_the_pictures_that_it_was_told_to()
    {
        Grey("grey.mov", n => 50 + n);
        string index = At("index");
        IndexWorkflow.Run(new() { Files = [At("grey.mov")], Folder = index, Pictures = true }, cancel: Cancel);
        string kept = Assert.Single(Directory.GetFiles(Path.Combine(index, "pictures")));
        Assert.Equal(128 + (48 * 72), new FileInfo(kept).Length);
    }

    [Fact]
    public void A_mosaic_of_an_index_with_pictures_does_not_look_at_the_film_again()
    {
        Grey("grey.mov", n => 50 + n);
        IndexWorkflow.Run(new() { Files = [At("grey.mov")], Folder = At("index"), Pictures = true }, cancel: Cancel);
        string kept = Directory.GetFiles(Path.Combine(At("index"), "pictures"))[0];
        File.WriteAllText(kept, "no table");
        // That the damaged table is named shows that it was read.
        Assert.Throws<MalformedFileException>(() => MosaicWorkflow.Run(Request("out.edl", At("index")), cancel: Cancel));
    }

    [Fact]
    public void Where_nothing_is_seen_pictures_are_not_looked_at()
    {
        Grey("grey.mov", n => 50 + n);
        var steps = new Steps();
        MosaicWorkflow.Run(Request("out.json", At("grey.mov")), steps, Cancel);
        Assert.DoesNotContain("looking at the pictures", steps.Names);
    }

    [Fact]
    public void Where_cuts_are_seen_pictures_are_looked_at()
    {
        Grey("grey.mov", n => 50 + n);
        var steps = new Steps();
        MosaicWorkflow.Run(Request("out.edl", At("grey.mov")), steps, Cancel);
        Assert.Contains("looking at the pictures", steps.Names);
    }

    private MosaicRequest Request(string output, string corpus) => new()
    {
        Corpus = new() { Files = [corpus] },
        Selection = new() { Method = SelectionMethod.Viterbi },
        Rendering = new() { Target = Tone("target.wav", 1, 700), Outputs = [At(output)] },
    };

    /// <summary>48 frames at 25 a second, of a grey for each, and noise.</summary>
    private void Grey(string name, Func<int, int> value)
    {
        var rate = new FrameRate(25);
        VideoClip pictures = VideoClip.From(160, 96, rate.TimeOf(48), (t, frame) =>
        {
            byte grey = (byte)value((int)rate.FrameAt(t));
            frame.Fill(Color.FromBytes(grey, grey, grey));
        });
        var random = new Random(1);
        float[] noise = [.. Enumerable.Range(0, 48 * 1920).Select(_ => random.NextSingle() - 0.5f)];
        VideoFile.Write(At(name), new Clip(pictures, AudioClip.From(new Sound(noise, 48000))), new VideoWriteOptions
        {
            FrameRate = rate,
            AudioCodec = AudioCodec.Pcm,
        });
    }

    private sealed class Steps : IProgress<WorkflowProgress>
    {
        public HashSet<string> Names { get; } = [];

        public void Report(WorkflowProgress value)
        {
            lock (Names)
                Names.Add(value.Step);
        }
    }
}
