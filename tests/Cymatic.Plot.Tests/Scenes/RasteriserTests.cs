using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class RasteriserTests
{
    [Theory]
    [InlineData(4, 0.02)]
    [InlineData(8, 0.01)]
    public void A_quadrangle_covers_its_area(int samples, double tolerance)
    {
        (double X, double Y)[] corners = [(-0.71, -0.62), (0.83, -0.4), (0.6, 0.77), (-0.55, 0.49)];
        double area = 0;
        for (int i = 0; i < 4; i++)
            area += (corners[i].X * corners[(i + 1) % 4].Y - corners[(i + 1) % 4].X * corners[i].Y) / 2;
        using Frame frame = (TestScenes.Above(TestScenes.Fan(0, Color.White, corners)) with { Samples = samples }).ToFrame();
        // A unit is 100 pixels; about 530 pixels lie on the edges.
        Assert.Equal(area * 10_000, TestScenes.Area(frame), area * 10_000 * tolerance / 10);
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(9, 4)]
    [InlineData(150, 4)]
    [InlineData(9, 8)]
    [InlineData(150, 8)]
    public void Every_sample_on_shared_edges_is_drawn_once(int cells, int samples)
    {
        // Half transparent white on black: what is drawn twice or not at all has another grey.
        var random = new Random(7);
        int points = cells + 1;
        double[] x = new double[points * points], y = new double[points * points];
        for (int i = 0; i < x.Length; i++)
        {
            bool edge = i % points is 0 || i % points == cells || i / points is 0 || i / points == cells;
            x[i] = 2.2 * (i % points + (edge ? 0 : 0.6 * (random.NextDouble() - 0.5))) / cells - 1.1;
            y[i] = 2.2 * (i / points + (edge ? 0 : 0.6 * (random.NextDouble() - 0.5))) / cells - 1.1;
        }

        List<(int, int, int)> triangles = [];
        for (int i = 0; i < cells * points; i++)
        {
            if (i % points != cells)
                triangles.AddRange(random.Next(2) == 0 ? [(i, i + 1, i + points), (i + 1, i + points, i + points + 1)]
                    : [(i + points + 1, i, i + 1), (i, i + points, i + points + 1)]);
        }

        TriangleMesh mesh = TestScenes.Glass(x, y, triangles);
        using Frame frame = (TestScenes.Above(mesh) with { Samples = samples }).ToFrame();
        for (int row = 0; row < frame.Height; row++)
            Assert.All(frame.PixelRow(row).ToArray(), pixel => Assert.Equal(0xFF808080, pixel));
    }

    [Fact]
    public void Points_on_samples_are_drawn_once_too()
    {
        // All corners of a grid of 1/16 pixels' multiples lie on samples.
        int points = 101;
        double[] at = [.. Enumerable.Range(0, points * points).Select(i => (i % points * 2 + 0.375) / 100 - 1)];
        double[] y = [.. Enumerable.Range(0, points * points).Select(i => 1 - (i / points * 2 + 0.125) / 100)];
        List<(int, int, int)> triangles = [];
        for (int i = 0; i < (points - 1) * points; i++)
        {
            if (i % points != points - 1)
                triangles.AddRange([(i, i + 1, i + points), (i + 1, i + points, i + points + 1)]);
        }

        TriangleMesh mesh = TestScenes.Glass(at, y, triangles);
        using Frame frame = TestScenes.Above(mesh).ToFrame();
        Assert.Equal(0xFF808080, frame.PixelRow(100)[100]);
        for (int row = 1; row < 199; row++)
            Assert.All(frame.PixelRow(row)[1..199].ToArray(), pixel => Assert.Equal(0xFF808080, pixel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_nearest_is_seen_whatever_is_drawn_first(bool reversed)
    {
        SceneObject[] objects =
        [
            TestScenes.Square(0, new Color(0, 0.2, 0)), TestScenes.Square(0.5, new Color(0, 0.4, 0), 0.5),
            // Goes through the others: above them where x > 0.
            new SurfacePlot(new double[] { -0.8, 0.8 }, new double[] { -0.25, 0.25 }, new Matrix([-0.8f, 0.8f, -0.8f, 0.8f], 2))
            {
                Color = new Color(0, 1, 0),
                Material = Material.Unlit,
            },
        ];
        if (reversed)
            Array.Reverse(objects);
        using Frame frame = TestScenes.Above(objects).ToFrame();
        Assert.Equal([51, 102, 102, 255], [Green(20), Green(60), Green(140), Green(160)]);

        int Green(int x) => TestScenes.Green(frame, x, 100);
    }

    [Fact]
    public void A_lit_sphere_is_as_bright_as_the_light_falls_on_it()
    {
        Vector3D light = new Vector3D(0.3, -0.5, 0.8).Unit(default);
        Scene3D scene = TestScenes.Above(TestScenes.Sphere(60) with
        {
            Color = Color.White,
            Material = new() { Ambient = 0, Diffuse = 1, Specular = 0 },
        }) with
        { Lights = [new(light)] };
        using Frame frame = scene.ToFrame();
        foreach (var (x, y) in new[] { (0.0, 0.0), (0.4, 0.1), (-0.3, 0.6), (0.2, -0.7), (-0.8, -0.1) })
        {
            (int column, int row) = ((int)(100 + 100 * x), (int)(100 - 100 * y));
            Assert.Equal(255 * Math.Max(0, Normal(column, row).Dot(light)), TestScenes.Green(frame, column, row), 2.0);
        }
    }

    [Fact]
    public void A_mirrored_light_is_a_power_of_the_cosine()
    {
        Vector3D light = new(0.6, 0, 0.8);
        Scene3D scene = TestScenes.Above(TestScenes.Sphere(60) with
        {
            Color = Color.Black,
            Material = new() { Ambient = 0, Diffuse = 0, Specular = 1, Shininess = 20 },
        }) with
        { Lights = [new(light)] };
        using Frame frame = scene.ToFrame();
        foreach (int column in new[] { 100, 115, 125, 131, 140, 160 })
        {
            Vector3D normal = Normal(column, 95), mirrored = normal * (2 * normal.Z) - new Vector3D(0, 0, 1);
            Assert.Equal(255 * Math.Pow(Math.Max(0, mirrored.Dot(light)), 20), TestScenes.Green(frame, column, 95), 4.0);
        }
    }

    [Fact]
    public void Small_faces_look_like_samples_that_are_lit_on_their_own()
    {
        Numbers x = Numbers.Between(-1, 1, 160);
        SurfacePlot waves = SurfacePlot.Of(x, x, (x, y) => 0.2 * Math.Sin(5 * x) * Math.Cos(4 * y));
        // Colours with boundaries are looked up for each sample.
        Color one = new(0.4, 0.7, 0.9);
        using Frame points = TestScenes.Above(waves with { Color = one }).ToFrame();
        using Frame samples =
            TestScenes.Above(waves with { Map = new([one, one]), Normalisation = Normalisation.Boundaries(-1, 0, 1) }).ToFrame();
        for (int row = 0; row < points.Height; row++)
        {
            for (int i = 0; i < points.Row(row).Length; i++)
                Assert.InRange(points.Row(row)[i] - samples.Row(row)[i], -4, 4);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Transparent_layers_lie_over_each_other_from_far_to_near(bool reversed)
    {
        SceneObject[] objects =
        [
            TestScenes.Square(-0.5, new Color(0, 0.8, 0)), TestScenes.Square(0, new Color(0, 0, 0)) with { Opacity = 0.25 },
            TestScenes.Square(0.5, new Color(0, 1, 0)) with { Opacity = 0.5 },
        ];
        if (reversed)
            Array.Reverse(objects);
        using Frame frame = TestScenes.Above(objects).ToFrame();
        Assert.Equal(0.5 * 255 + 0.5 * 0.75 * 0.8 * 255, TestScenes.Green(frame, 50, 50), 1.5);
    }

    [Fact]
    public void A_transparent_ground_stays_transparent_where_nothing_is()
    {
        Scene3D scene = TestScenes.Above(TestScenes.Square(0, Color.White, 0.5) with { Opacity = 0.5 });
        using Frame frame = (scene with { Background = Color.Transparent }).ToFrame();
        Assert.Equal(0u, frame.PixelRow(10)[10]);
        Assert.Equal(0x80808080, frame.PixelRow(100)[100]);
    }

    [Fact]
    public void Fog_covers_what_is_farther_by_its_share()
    {
        Fog fog = new() { Color = Color.White, Start = 0.5, End = 1.5 };
        Scene3D scene = TestScenes.Above(TestScenes.Square(0, Color.Black)) with { Fog = fog };
        using Frame frame = scene.ToFrame();
        Assert.Equal(127.5, TestScenes.Green(frame, 100, 100), 1.0);
    }

    [Fact]
    public void What_lies_behind_the_camera_is_cut()
    {
        // A floor that reaches far behind the viewer, whose horizon is at the middle of the picture.
        Scene3D scene = new(TestScenes.Square(0, Color.White, 10_000))
        {
            Camera = new FreeCamera((0, 0, 1), (1, 0, 1)) { FieldOfView = 90 },
            Background = Color.Black,
            Width = 100,
            Height = 100,
        };
        using Frame frame = scene.ToFrame();
        Assert.Equal([0, 0, 255, 255], [Green(50, 10), Green(3, 48), Green(3, 52), Green(97, 97)]);

        int Green(int x, int y) => TestScenes.Green(frame, x, y);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_byte()
    {
        Numbers x = Numbers.Between(-2, 2, 90);
        SurfacePlot waves = SurfacePlot.Of(x, x, (x, y) => Math.Sin(x * y));
        SurfacePlot wires = waves with { Representation = Representation.Wireframe, LineStep = 5 };
        Scene3D scene = new(waves, TestScenes.Sphere(30) with { Opacity = 0.4 }, wires);
        using Frame one = Frame.Rent(317, 211), many = Frame.Rent(317, 211);
        scene.Render(one, threads: 1);
        for (int threads = 2; threads < 12; threads += 3)
        {
            scene.Render(many, threads);
            Assert.Equal(TestScenes.Bytes(one), TestScenes.Bytes(many));
        }
    }

    // Of the unit sphere, seen from above, at the middle of a pixel.
    private static Vector3D Normal(int column, int row)
    {
        double x = (column + 0.5 - 100) / 100, y = (100 - row - 0.5) / 100;
        return new(x, y, Math.Sqrt(1 - x * x - y * y));
    }
}
