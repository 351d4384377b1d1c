using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

/// <summary>Counts the frames of the whole process, so nothing else may run.</summary>
[Collection(nameof(RentedFramesTests))]
[CollectionDefinition(nameof(RentedFramesTests), DisableParallelization = true)]
public sealed class RentedFramesTests
{
    [Fact]
    public void No_frame_is_left()
    {
        int before = Frame.Outstanding;
        using (TestFigures.Draw(new Axes(new FilledContour(TestFigures.Hills), new HeatMap(TestFigures.Hills) { Opacity = 0.5 })))
        using (TestFigures.Of(new Axes()).Animate(_ => new Line(new double[] { 1, 2 })))
        {
        }

        Assert.Throws<ArgumentException>(() => TestFigures.Draw(new Axes { X = new() { Scale = Scale.Log, Limits = (0, 1) } }));
        Assert.Equal(before, Frame.Outstanding);
    }
}
