using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class RasterTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(7.3)]
    [InlineData(40)]
    public void A_disc_covers_its_area(double radius)
    {
        using Frame frame = Frame.Rent(101, 101);
        frame.Fill(Color.White);
        new Discs(frame, new(0, 0, 101, 101)).Draw((50.4f, 50.7f), (float)radius, new Ink(Color.Black));
        double area = 0;
        for (int y = 0; y < 101; y++)
        {
            for (int x = 0; x < 101; x++)
                area += 1 - frame.Row(y)[4 * x] / 255.0;
        }

        Assert.Equal(Math.PI * radius * radius, area, 0.02 * Math.PI * radius * radius + 0.5);
    }

    [Fact]
    public void A_disc_changes_nothing_outside_its_area()
    {
        using Frame frame = Frame.Rent(40, 40);
        frame.Fill(Color.White);
        new Discs(frame, new(10, 10, 13, 20)).Draw((16, 20), 30, new Ink(Color.Black));
        Assert.Equal(13 * 20, TestFigures.Inked(frame));
    }

    [Fact]
    public void Our_discs_look_like_cairos()
    {
        using Frame ours = Frame.Rent(60, 60), theirs = Frame.Rent(60, 60);
        ours.Fill(Color.White);
        theirs.Fill(Color.White);
        Color color = new(0.2, 0.5, 0.9, 0.6);
        new Discs(ours, new(0, 0, 60, 60)).Draw((30.3f, 29.6f), 17.2f, new Ink(color));
        using (var canvas = new Canvas(theirs))
            canvas.FillCircle((30.3, 29.6), 17.2, color);
        Assert.InRange(ApprovedPicture.DifferentShare(ours, theirs), 0, 0.002);
    }

    [Fact]
    public void A_long_line_looks_like_all_of_its_points()
    {
        double[] values = TestFigures.Random(20_000, 3, random => random.NextDouble() * Math.Sin(random.NextDouble() * 9));
        double[] shuffled = [.. Enumerable.Range(0, values.Length).Select(i => i + (i == 7 ? 0.5 : i == 8 ? -0.6 : 0))];
        using Frame decimated = TestFigures.DrawBare(TestFigures.Bare(new Line(values) { Width = 1, Color = Color.Black }), 80, 60);
        // Numbers that are not in order are all drawn.
        using Frame whole = TestFigures.DrawBare(TestFigures.Bare(new Line(shuffled, values) { Width = 1, Color = Color.Black }), 80, 60);
        // Edges that are drawn a hundred times are darker than those drawn once; what is inked is the same.
        Assert.Equal(Dark(whole), Dark(decimated), 0.02 * 80 * 60);
    }

    [Fact]
    public void A_gap_is_a_gap()
    {
        Axes axes = TestFigures.Bare(new Line(new double[] { 0, 1, 2, 3 }, new double[] { 1, 1, double.NaN, 1 }) { Width = 5 });
        using Frame frame = TestFigures.DrawBare(axes with { X = new() { Limits = (0, 3) }, Y = new() { Limits = (0, 2) } });
        Assert.NotEqual(0xFFFFFFFF, frame.PixelRow(50)[15]);
        Assert.Equal(0xFFFFFFFF, frame.PixelRow(50)[50]);
        Assert.Equal(0xFFFFFFFF, frame.PixelRow(50)[80]);
    }

    [Fact]
    public void A_pixel_of_a_matrix_has_the_colour_of_its_number()
    {
        var map = new HeatMap(new Matrix([0, 1, 2, 3], 2)) { Map = ColorMap.Grey };
        using Frame frame = TestFigures.DrawBare(TestFigures.Bare(map));
        uint[] seen = [frame.PixelRow(25)[25], frame.PixelRow(25)[75], frame.PixelRow(75)[25], frame.PixelRow(75)[75]];
        Assert.Equal([0xFF000000, 0xFF555555, 0xFFAAAAAA, 0xFFFFFFFF], seen);
    }

    [Fact]
    public void A_pixel_of_many_numbers_is_their_mean()
    {
        float[] stripes = [.. Enumerable.Range(0, 100 * 1000).Select(i => (float)(i % 2))];
        using Frame frame = TestFigures.DrawBare(TestFigures.Bare(new HeatMap(new Matrix(stripes, 1000)) { Map = ColorMap.Grey }));
        Assert.InRange(frame.PixelRow(50)[50] & 255, 127u, 128u);
    }

    [Fact]
    public void Bands_change_at_their_levels()
    {
        var ramp = Matrix.From(2, 101, (_, column) => column / 100.0);
        var bands = new FilledContour(ramp)
        {
            Levels = [0, 0.25, 1],
            Map = ColorMap.Grey,
            Normalisation = Normalisation.Boundaries(0, 0.25, 1)
        };
        using Frame frame = TestFigures.DrawBare(TestFigures.Bare(bands), 100, 10);
        uint[] row = frame.PixelRow(5).ToArray();
        Assert.All(row[..23], pixel => Assert.Equal(0xFF000000, pixel));
        Assert.All(row[28..], pixel => Assert.Equal(0xFFFFFFFF, pixel));
    }

    [Fact]
    public void Counts_are_numpys()
    {
        // numpy.histogram([0, 1, 1, 2, 2.5, 4], 4)
        Assert.Equal([1.0, 2, 2, 1], new Histogram(new double[] { 0, 1, 1, 2, 2.5, 4, double.NaN }, 4).Counts);
    }

    [Theory]
    [InlineData("10^{−3}", "10−3")]
    [InlineData("a_b^c", "a_b^c")]
    [InlineData("x\\^{2}", "x^{2}")]
    public void Markup_takes_no_room(string text, string plain)
    {
        var style = new TextStyle { Family = "DejaVu Sans", Size = 20 };
        double marked = RichText.Set(text, style).Width, bare = TextRuler.Measure(plain, style).Logical.Width;
        Assert.InRange(marked, 0.8 * bare, bare + 0.01);
    }

    private static double Dark(Frame frame)
    {
        int dark = 0;
        for (int y = 0; y < frame.Height; y++)
        {
            foreach (uint pixel in frame.PixelRow(y))
                dark += (pixel & 255) < 128 ? 1 : 0;
        }

        return dark;
    }
}
