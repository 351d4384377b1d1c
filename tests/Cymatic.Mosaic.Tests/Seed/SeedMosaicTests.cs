using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

/// <summary>The choice of the script, frame by frame (TestData/scikit-learn-1.2.1/make.py).</summary>
public sealed class SeedMosaicTests
{
    private const int Rate = 44_100;

    [Theory]
    [InlineData("24", 24.0)]
    [InlineData("25", 25.0)]
    [InlineData("30", 30.0)]
    [InlineData("29.97", 30 * (1000.0 / 1001.0))]
    public void Every_frame_is_the_one_that_scikit_learn_finds(string name, double framesPerSecond)
    {
        string folder = Path.Combine("tests", "Cymatic.Mosaic.Tests", "TestData", "scikit-learn-1.2.1");
        int[] expected = Npy.Read(Repository.File(Path.Combine(folder, $"seed-{name}.npy"))).Integers;
        MosaicPlan plan = SeedMosaic.Select(
            [Part(0, 12, 1)], Part(20, 6, 0.7), framesPerSecond, TestContext.Current.CancellationToken);
        Assert.Equal(expected, plan.Units.Select(unit => unit.Unit));
    }

    [Fact]
    public void Frames_of_two_films_are_looked_through()
    {
        MosaicPlan plan = SeedMosaic.Select(
            [Part(0, 3, 1), Part(10, 3, 1)], Part(10, 2, 1), 25, TestContext.Current.CancellationToken);
        Assert.All(plan.Units, (unit, t) => Assert.Equal((1, t), (unit.Source, unit.Unit)));
    }

    private static SeedSound Part(int start, int seconds, double gain)
    {
        float[] song = Golden.Sound("song40s_22k.wav").Samples, left = new float[2 * song.Length], right = new float[left.Length];
        for (int i = 0; i < left.Length; i++)
            left[i] = (float)(gain * song[i / 2]);
        left.AsSpan(0, left.Length - 7).CopyTo(right.AsSpan(7));
        return new(new("song.wav", seconds, false), new Sound([left, right], Rate).Slice(start * Rate, seconds * Rate));
    }
}
