using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

/// <summary>What the tests' scenes share.</summary>
internal static class TestScenes
{
    /// <summary>Looks down on x and y from −1 to 1, which fill a square picture from edge to edge.</summary>
    internal static TurntableCamera FromAbove { get; } = new(-90, 90) { Orthographic = true, FieldOfView = 90, Distance = 1 };

    internal static Scene3D Above(params IReadOnlyList<SceneObject> objects) => new(objects)
    {
        Camera = FromAbove,
        Background = Color.Black,
        X = (-1, 1),
        Y = (-1, 1),
        Z = (-1, 1),
        Width = 200,
        Height = 200,
    };

    /// <summary>Waves with a box around them.</summary>
    internal static Scene3D Boxed(Theme theme)
    {
        Numbers x = Numbers.Between(-2, 2, 40);
        SurfacePlot waves = SurfacePlot.Of(x, x, (x, y) => Math.Sin(3 * x) * Math.Cos(2 * y));
        return new(waves with { Representation = Representation.SurfaceWithLines, LineStep = 8 })
        {
            Axes = new(),
            Theme = theme,
            Width = 240,
            Height = 160,
        };
    }

    /// <summary>A polygon at a height, without light.</summary>
    internal static TriangleMesh Fan(double z, Color color, params (double X, double Y)[] corners) => new(
        (corners.Select(corner => corner.X).ToArray(), corners.Select(corner => corner.Y).ToArray(), corners.Select(_ => z).ToArray()),
        [.. Enumerable.Range(2, Math.Max(0, corners.Length - 2)).Select(i => (0, i - 1, i))])
    {
        Color = color,
        Material = Material.Unlit,
    };

    internal static TriangleMesh Square(double z, Color color, double half = 2) =>
        Fan(z, color, (-half, -half), (half, -half), (half, half), (-half, half));

    internal static ParametricMesh Sphere(int points) => ParametricMesh.Of(
        Numbers.Between(0, Math.PI, points), Numbers.Between(0, Math.Tau, 2 * points),
        (a, b) => (Math.Sin(a) * Math.Cos(b), Math.Sin(a) * Math.Sin(b), Math.Cos(a)));

    /// <summary>Half transparent white in one plane.</summary>
    internal static TriangleMesh Glass(double[] x, double[] y, List<(int, int, int)> triangles) =>
        new((x, y, new double[x.Length]), triangles) { Color = Color.White, Opacity = 0.5, Material = Material.Unlit };

    /// <summary>Green of a pixel.</summary>
    internal static int Green(Frame frame, int x, int y) => frame.Row(y)[4 * x + 1];

    /// <summary>All pixels, without padding.</summary>
    internal static byte[] Bytes(Frame frame) => [.. Enumerable.Range(0, frame.Height).SelectMany(y => frame.Row(y).ToArray())];

    /// <summary>The sum of all green, in whole pixels.</summary>
    internal static double Area(Frame frame)
    {
        double sum = 0;
        for (int y = 0; y < frame.Height; y++)
        {
            for (int x = 0; x < frame.Width; x++)
                sum += Green(frame, x, y) / 255.0;
        }

        return sum;
    }
}
