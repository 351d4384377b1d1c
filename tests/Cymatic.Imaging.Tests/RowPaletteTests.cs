namespace Cymatic.Imaging.Tests;

public sealed class RowPaletteTests
{
    public static TheoryData<int> Counts => [.. Enumerable.Range(3, 58)];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Neighbours_can_be_told_apart(int rows)
    {
        Oklab[] colors = Colors(rows);
        Assert.All(colors.Zip(colors[1..]), pair => Assert.True(pair.First.DistanceTo(pair.Second) > 0.03));
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Neighbours_are_nearer_than_rows_far_apart(int rows)
    {
        Oklab[] colors = Colors(rows);
        double neighbours = colors.Zip(colors[1..]).Average(pair => pair.First.DistanceTo(pair.Second));
        double far = Enumerable.Range(0, rows - rows / 3).Average(i => colors[i].DistanceTo(colors[i + rows / 3]));
        Assert.True(rows < 6 || neighbours < 0.8 * far, $"{neighbours} {far}");
        Assert.True(colors[0].DistanceTo(colors[^1]) > 0.06);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(33)]
    [InlineData(60)]
    public void Steps_two_rows_apart_are_equally_large(int rows)
    {
        Oklab[] colors = Colors(rows);
        double[] steps = [.. Enumerable.Range(0, rows - 2).Select(i => colors[i].DistanceTo(colors[i + 2]))];
        Assert.InRange(steps.Max() / steps.Min(), 1, 1.7);
    }

    [Fact]
    public void No_row_and_one_row_have_colours()
    {
        Assert.Empty(RowPalette.Create(0));
        Assert.Single(RowPalette.Create(1));
    }

    private static Oklab[] Colors(int rows) => [.. RowPalette.Create(rows).Select(Oklab.From)];
}
