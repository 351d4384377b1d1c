using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

/// <summary>What the tests' figures share: a font that every machine of ours has, and numbers without chance.</summary>
internal static class TestFigures
{
    internal static Theme Light { get; } = Theme.Light with { FontFamily = "DejaVu Sans" };

    internal static Numbers X { get; } = Numbers.Between(-3, 3, 121);

    internal static Numbers Y { get; } = Numbers.Between(-2, 2, 81);

    internal static Matrix Hills { get; } = Matrix.From(81, 121, (row, column) =>
    {
        double x = X[column], y = Y[row];
        return (1 - x / 2 + Math.Pow(x, 5) + y * y * y) * Math.Exp(-x * x - y * y);
    });

    internal static double[] Random(int count, int seed, Func<Random, double> next)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => next(random))];
    }

    internal static Frame Draw(Axes axes, int width = 300, int height = 200) => Of(axes, width, height).ToFrame();

    internal static Figure Of(Axes axes, int width = 300, int height = 200) => new(axes) { Width = width, Height = height, Theme = Light };

    /// <summary>Marks alone on white: no axes, no margins.</summary>
    internal static Axes Bare(params IReadOnlyList<Mark> marks) => new(marks) { ShowsAxes = false };

    internal static Frame DrawBare(Axes axes, int width = 100, int height = 100) =>
        new Figure(axes) { Width = width, Height = height, Theme = Light, Layout = Layout.Full }.ToFrame();

    internal static int Inked(Frame frame)
    {
        int inked = 0;
        for (int y = 0; y < frame.Height; y++)
        {
            foreach (uint pixel in frame.PixelRow(y))
                inked += pixel == 0xFFFFFFFF ? 0 : 1;
        }

        return inked;
    }
}
