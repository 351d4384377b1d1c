using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class ContourTests
{
    private static string Data(string file) => Repository.File("tests", "Cymatic.Plot.Tests", "TestData", file);

    [Fact]
    public void Lines_are_those_of_scikit_image()
    {
        Npy values = Npy.Read(Data("contour_values.npy")), points = Npy.Read(Data("contour_points.npy"));
        Matrix matrix = new(values.Floats, values.Shape[1]);
        double[] rows = points.Doubles;
        var theirs = Enumerable.Range(0, points.Shape[0])
            .Select(i => (Level: rows[4 * i], Line: rows[4 * i + 1], Row: rows[4 * i + 2], Column: rows[4 * i + 3]))
            .GroupBy(point => (point.Level, point.Line)).ToList();
        var ours = MarchingSquares.Trace(matrix, -0.5, 0.2, 0.9);
        Assert.Equal(theirs.Count, ours.Sum(lines => lines.Count));
        foreach (var line in theirs)
        {
            var (row, column) = (line.First().Row, line.First().Column);
            ContourLine same = ours[(int)line.Key.Level].MinBy(candidate => candidate.Points.Min(point => Distance(point, (row, column))))!;
            Assert.Equal(line.Count(), same.Points.Count);
            foreach (var point in line)
                Assert.True(same.Points.Min(other => Distance(other, (point.Row, point.Column))) < 1e-6);
        }
    }

    [Fact]
    public void A_peak_has_a_closed_line()
    {
        ContourLine line = Assert.Single(MarchingSquares.Trace(new Matrix([0, 0, 0, 0, 1, 0, 0, 0, 0], 3), 0.5));
        Assert.True(line.IsClosed);
        Assert.Equal(line.Points[0], line.Points[^1]);
        Assert.Equal([(0.5, 1), (1, 0.5), (1, 1.5), (1.5, 1)], line.Points.SkipLast(1).Order());
    }

    [Fact]
    public void Higher_numbers_lie_to_the_right()
    {
        ContourLine line = Assert.Single(MarchingSquares.Trace(new Matrix([0, 1, 0, 1], 2), 0.5));
        // Upwards, so that the high right column is on the right.
        Assert.Equal([(1, 0.5), (0, 0.5)], line.Points);
    }

    [Theory]
    [InlineData(0.4, 2)]
    [InlineData(0.6, 2)]
    public void A_saddle_has_two_lines_that_do_not_cross(double level, int lines)
    {
        IReadOnlyList<ContourLine> found = MarchingSquares.Trace(new Matrix([1, 0, 0, 1], 2), level);
        Assert.Equal(lines, found.Count);
        // Below the mean, the high corners are joined: each line cuts off a low corner.
        bool cutsLow = found.All(line => line.Points.All(point => level < 0.5
            ? Math.Min(Distance(point, (0, 1)), Distance(point, (1, 0))) < 0.5
            : Math.Min(Distance(point, (0, 0)), Distance(point, (1, 1))) < 0.5));
        Assert.True(cutsLow);
    }

    [Fact]
    public void A_hole_ends_lines() =>
        Assert.Equal(2, MarchingSquares.Trace(new Matrix([0, 0, float.NaN, 0, 0, 1, 1, 1, 1, 1], 5), 0.5).Count);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_matrix_without_squares_has_no_line(int rows) =>
        Assert.Empty(MarchingSquares.Trace(new Matrix(new float[3 * rows], 3), 0));

    [Fact]
    public void Outlines_are_closed_and_enclose_what_is_high()
    {
        ContourLine outline = Assert.Single(MarchingSquares.Outline(new Matrix([1, 1, 1, 1], 2), [0.5])[0]);
        Assert.True(outline.IsClosed);
        Assert.Equal(1, Math.Abs(Area(outline)), 1e-9);
    }

    [Fact]
    public void Labels_stay_apart()
    {
        (double X, double Y)[] line = [.. Enumerable.Range(0, 200).Select(x => ((double)x, 20.0))];
        Box area = new(0, 0, 200, 40);
        var first = ContourLabel.Find(line, 40, area, [])!.Value;
        var second = ContourLabel.Find(line, 40, area, [(first.X, first.Y + 5, 20)])!.Value;
        Assert.True(Math.Abs(second.X - first.X) >= 35);
        Assert.Null(ContourLabel.Find(line, 40, area, [(100, 20, 200)]));
    }

    private static double Area(ContourLine line)
    {
        double twice = 0;
        for (int i = 1; i < line.Points.Count; i++)
            twice += line.Points[i - 1].Column * line.Points[i].Row - line.Points[i].Column * line.Points[i - 1].Row;
        return twice / 2;
    }

    private static double Distance((double Row, double Column) a, (double Row, double Column) b) =>
        Math.Sqrt((a.Row - b.Row) * (a.Row - b.Row) + (a.Column - b.Column) * (a.Column - b.Column));
}
