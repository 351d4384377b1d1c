using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows.Tests;

[Collection(nameof(GridPicture))]
public sealed class MosaicFilesTests : MosaicFolder
{
    [Theory]
    [InlineData("writing out.json")]
    [InlineData("writing 001 source.wav")]
    [InlineData("comparing with the target")]
    public void A_job_that_ends_early_leaves_no_file_and_the_old_ones_as_they_were(string lastStep)
    {
        (MosaicPlan plan, MosaicRendering rendering) = Job();
        File.WriteAllText(At("out.json"), "old");
        using var stop = new CancellationTokenSource();
        var progress = new StopAt(lastStep, stop);
        Assert.ThrowsAny<OperationCanceledException>(() => MosaicRenderer.Render(plan, rendering, progress, stop.Token));
        Assert.Equal(["out.json", "source.wav", "target.wav"], Names());
        Assert.Equal("old", File.ReadAllText(At("out.json")));
    }

    [Fact]
    public void A_job_that_ends_well_leaves_what_was_asked_for_and_nothing_else()
    {
        (MosaicPlan plan, MosaicRendering rendering) = Job();
        MosaicResult result = MosaicRenderer.Render(plan, rendering);
        string[] written = ["out.json", "out.wav", "stems", "stems/001 source.wav"];
        Assert.Equal(written.Concat(["source.wav", "target.wav"]).Order(StringComparer.Ordinal), Names());
        Assert.Equal(result.Files.Order(StringComparer.Ordinal), written.Where(name => name != "stems").Select(At));
    }

    private (MosaicPlan Plan, MosaicRendering Rendering) Job()
    {
        var source = new PlanSource(Tone("source.wav", 2), 2, false);
        var rendering = new MosaicRendering
        {
            Target = Tone("target.wav", 1),
            Outputs = [At("out.wav"), At("out.json")],
            StemsFolder = At("stems"),
        };
        return (PlanOf(new FrameRate(25), [source], Jumps(25, 50)), rendering);
    }

    private IEnumerable<string> Names() => Folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
        .Select(entry => Path.GetRelativePath(Folder.FullName, entry.FullName)).Order(StringComparer.Ordinal);

    private sealed class StopAt(string step, CancellationTokenSource stop) : IProgress<WorkflowProgress>
    {
        public void Report(WorkflowProgress value)
        {
            if (value.Step == step)
                stop.Cancel();
        }
    }
}
