using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

/// <summary>Counts memory of the whole process, so nothing else may run.</summary>
[Collection(nameof(SceneMemoryTests))]
[CollectionDefinition(nameof(SceneMemoryTests), DisableParallelization = true)]
public sealed class SceneMemoryTests
{
    [Fact]
    public void A_picture_takes_no_memory_that_grows_with_it_or_its_surface()
    {
        var heights = Matrix.From(300, 300, (row, column) => Math.Sin(row * column));
        using Frame frame = Frame.Rent(640, 480);
        long least = long.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            new Scene3D(new SurfacePlot(heights)).Render(frame, threads: 1);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, 16_000);
    }
}
