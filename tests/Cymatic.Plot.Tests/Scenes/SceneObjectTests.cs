using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class SceneObjectTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(60)]
    public void A_ball_covers_its_disc(double pixels)
    {
        var ball = new PointCloud(new double[] { 0.003 }, new double[] { -0.002 }, new double[] { 0 })
        {
            Radius = pixels / 100,
            Color = Color.White,
            Material = Material.Unlit,
        };
        using Frame frame = TestScenes.Above(ball).ToFrame();
        double area = Math.PI * pixels * pixels;
        Assert.Equal(area, TestScenes.Area(frame), 0.05 * area / pixels + 0.02 * area);
    }

    [Fact]
    public void A_ball_reaches_out_of_a_plane_through_its_middle()
    {
        var ball = new PointCloud(new double[] { 0 }, new double[] { 0 }, new double[] { -0.3 })
        {
            Radius = 0.5,
            Color = Color.White,
            Material = Material.Unlit,
        };
        using Frame frame = TestScenes.Above(TestScenes.Square(0, new Color(0, 0, 1)), ball).ToFrame();
        // The plane cuts it 0.3 above its middle: a circle of radius 0.4 is seen.
        Assert.Equal(Math.PI * 40 * 40, TestScenes.Area(frame), 40.0);
    }

    [Fact]
    public void A_tube_is_twice_as_wide_as_its_radius()
    {
        Tube tube = new(new double[] { -2, 0, 2 }, new double[] { 0.1, 0.1, 0.1 }, new double[3])
        {
            Radius = 0.25,
            Sides = 64,
            Color = Color.White,
            Material = Material.Unlit,
        };
        using Frame frame = TestScenes.Above(tube).ToFrame();
        double height = Enumerable.Range(0, 200).Sum(y => TestScenes.Green(frame, 100, y) / 255.0);
        Assert.Equal(50, height, 0.3);
    }

    [Fact]
    public void A_closed_tube_has_no_seam()
    {
        Numbers u = Numbers.Between(0, Math.Tau, 60);
        Tube tube = new(u.Map(Math.Cos), u.Map(u => Math.Sin(3 * u)), u.Map(Math.Sin)) { Radius = 0.2, Sides = 12 };
        var shape = (TubeShape)tube.ToShape()!;
        float[] memory = new float[VertexBlock.Size], last = new float[VertexBlock.Size];
        var space = new Space(shape.Extent, null);
        VertexBlock first = new(memory, 13), end = new(last, 13);
        shape.Fill(2 * 13, first, space);
        shape.Fill(shape.Points - 3 * 13, end, space);
        for (int i = 0; i < 13; i++)
        {
            Vector3D here = (first.X[i], first.Y[i], first.Z[i]), there = (end.X[i], end.Y[i], end.Z[i]);
            Assert.True((here - there).Length < 1e-4, $"{here} is not {there}");
        }
    }

    [Fact]
    public void A_surface_normal_is_at_right_angles_to_its_slopes()
    {
        Numbers x = Numbers.Between(-1, 1, 9), y = Numbers.Between(0, 3, 7);
        Shape shape = SurfacePlot.Of(x, y, (x, y) => 2 * x - 0.5 * y).ToShape()!;
        var block = new VertexBlock(new float[VertexBlock.Size], 63);
        shape.Fill(0, block, new Space(shape.Extent, null));
        Assert.All(block.NormalX.ToArray(), value => Assert.Equal(-2, value, 1e-5));
        Assert.All(block.NormalY.ToArray(), value => Assert.Equal(0.5, value, 1e-5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    public void The_normals_of_a_sphere_are_its_places_also_at_poles_and_seam(int part)
    {
        Shape shape = TestScenes.Sphere(20).ToShape()!;
        var block = new VertexBlock(new float[VertexBlock.Size], 200);
        shape.Fill(part, block, new Space(shape.Extent, null));
        for (int i = 0; i < 200; i++)
        {
            Vector3D normal = new Vector3D(block.NormalX[i], block.NormalY[i], block.NormalZ[i]).Unit(default);
            Assert.True(Math.Abs(normal.Dot((block.X[i], block.Y[i], block.Z[i]))) > 0.998, $"{i}: {normal}");
        }
    }

    [Fact]
    public void Heights_get_the_colours_of_the_map()
    {
        SurfacePlot ramp = SurfacePlot.Of(new double[] { -1, 1 }, new double[] { -1, 1 }, (x, _) => x) with { Material = Material.Unlit };
        using Frame frame = TestScenes.Above(ramp).ToFrame();
        foreach (int x in new[] { 1, 50, 100, 198 })
        {
            Color expected = ColorMap.Viridis.At((x + 0.5) / 200), seen = Color.FromBytes(0, frame.Row(9)[4 * x + 1], frame.Row(9)[4 * x]);
            Assert.Equal(expected.Green, seen.Green, 0.02);
            Assert.Equal(expected.Blue, seen.Blue, 0.02);
        }
    }

    [Fact]
    public void Points_can_have_colours_of_their_own()
    {
        TriangleMesh square = TestScenes.Square(0, Color.Black, 1) with
        {
            Color = null,
            Colors = [Color.Black, new(0, 1, 0), new(0, 1, 0), Color.Black],
        };
        using Frame frame = TestScenes.Above(square).ToFrame();
        Assert.Equal(51, TestScenes.Green(frame, 40, 100), 3.0);
        Assert.Equal(204, TestScenes.Green(frame, 160, 100), 3.0);
    }

    [Fact]
    public void Lines_of_a_wireframe_are_as_wide_as_they_say()
    {
        SurfacePlot cross = new(new double[] { -2, 0.004, 2 }, new double[] { -2, 2 }, new Matrix(new float[6], 3))
        {
            Representation = Representation.Wireframe,
            LineWidth = 3,
            LineColor = Color.White,
        };
        using Frame frame = TestScenes.Above(cross).ToFrame();
        Assert.Equal(3, Enumerable.Range(0, 200).Sum(x => TestScenes.Green(frame, x, 100) / 255.0), 0.26);
    }

    [Fact]
    public void An_aspect_brings_all_axes_to_its_sides()
    {
        SurfacePlot flat = SurfacePlot.Of(new double[] { 0, 8000 }, new double[] { 3, 3.01 }, (x, y) => x) with
        {
            Color = Color.White,
            Material = Material.Unlit,
        };
        using Frame frame = (TestScenes.Above(flat) with { Aspect = (1, 0.5, 1), X = default, Y = default, Z = default }).ToFrame();
        Assert.Equal(100 * 50, TestScenes.Area(frame), 60.0);
    }

    [Fact]
    public void An_animation_keeps_the_limits_of_time_0()
    {
        Numbers x = Numbers.Between(-1, 1, 5);
        Scene3D At(double t) => new(SurfacePlot.Of(x, x, (x, _) => x * (1 + t))) { Width = 60, Height = 40 };
        SceneAnimation animation = At(0).Animate(At);
        using Frame moving = Frame.Rent(animation.Width, animation.Height), still = Frame.Rent(60, 40), follows = Frame.Rent(60, 40);
        animation.Render(3, moving);
        (At(3) with { X = (-1, 1), Y = (-1, 1), Z = (-1, 1) }).Render(still);
        At(3).Render(follows);
        Assert.Equal(TestScenes.Bytes(still), TestScenes.Bytes(moving));
        Assert.NotEqual(TestScenes.Bytes(follows), TestScenes.Bytes(moving));
    }
}
