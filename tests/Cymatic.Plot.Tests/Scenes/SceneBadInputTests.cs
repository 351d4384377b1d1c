using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class SceneBadInputTests
{
    public static TheoryData<SceneObject> Nothing =>
    [
        new SurfacePlot(new Matrix([], 3)), new SurfacePlot(new Matrix([1, 2, 3], 3)), new SurfacePlot(new Matrix([1, 2, 3], 1)),
        new SurfacePlot(new Matrix([float.NaN, float.NaN, 1, 2], 2)),
        new ParametricMesh(new Matrix([], 1), new Matrix([], 1), new Matrix([], 1)),
        new TriangleMesh((Numbers.Empty, Numbers.Empty, Numbers.Empty), []), new Tube(Numbers.Empty, Numbers.Empty, Numbers.Empty),
        new Tube(new double[] { 1 }, new double[] { 1 }, new double[] { 1 }), new PointCloud(Numbers.Empty, Numbers.Empty, Numbers.Empty),
        new PointCloud(new double[] { double.NaN }, new double[] { 1 }, new double[] { 1 }),
        new Tube(new double[] { double.NaN, 1, double.PositiveInfinity }, new double[3], new double[3]),
        new TriangleMesh((new double[] { 0, 1, double.NegativeInfinity }, new double[3], new double[3]), [(0, 1, 2)]),
        new TriangleMesh((new double[] { 1, 1, 1 }, new double[3], new double[3]), [(0, 1, 2), (0, 0, 0)]),
        new SurfacePlot(new Matrix([1, 2, 3, 4], 2)) { Values = new Matrix([float.NaN, float.NaN, float.NaN, float.NaN], 2) },
        new SurfacePlot(new Matrix([1, 2, 3, 4], 2)) { Opacity = 0 },
        new PointCloud(new double[] { 1 }, new double[] { 1 }, new double[] { 1 }) { Radii = new double[] { -1 } },
    ];

    [Theory]
    [MemberData(nameof(Nothing))]
    public void Nothing_to_draw_is_an_empty_picture(SceneObject nothing)
    {
        using Frame frame = new Scene3D(nothing, nothing) { Width = 60, Height = 40 }.ToFrame();
        Assert.Equal(0, TestFigures.Inked(frame));
        using Frame boxed = new Scene3D(nothing) { Width = 60, Height = 40, Axes = new(), Theme = TestFigures.Light }.ToFrame();
        Assert.True(boxed.IsOpaque());
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(12, 4)]
    public void A_missing_height_is_a_hole(int missing, int quarters)
    {
        // A grid of 4 × 4 faces of 50 × 50 pixels. At a corner, half a face is lost: the other half has three points.
        var heights = new float[25];
        heights[missing] = float.NaN;
        Numbers x = Numbers.Between(-1, 1, 5);
        SurfacePlot surface = new(x, x, new Matrix(heights, 5)) { Color = Color.White, Material = Material.Unlit };
        using Frame frame = TestScenes.Above(surface).ToFrame();
        double lost = quarters == 3 ? 0.5 : 2;
        Assert.Equal(40_000 - 2500 * lost, TestScenes.Area(frame), 110.0);
    }

    [Fact]
    public void Normals_beside_a_hole_follow_the_other_side()
    {
        var heights = Matrix.From(3, 3, (row, column) => row == 1 && column == 1 ? double.NaN : column);
        Shape shape = new SurfacePlot(heights).ToShape()!;
        var block = new VertexBlock(new float[VertexBlock.Size], 9);
        shape.Fill(0, block, new Space(shape.Extent, null));
        Assert.Equal((-1f, 0f), (block.NormalX[0], block.NormalY[0]));
        Assert.True(float.IsFinite(block.NormalX[3]) && float.IsFinite(block.NormalY[1]));
    }

    [Fact]
    public void Lengths_that_do_not_match_are_named()
    {
        var matrix = new Matrix(new float[6], 3);
        Says("5 numbers of x do not match 3 columns", () => new SurfacePlot(Numbers.Steps(5), Numbers.Steps(2), matrix));
        Says("4 numbers of y do not match 2 rows", () => new SurfacePlot(Numbers.Steps(3), Numbers.Steps(4), matrix));
        Says("3×2 values do not match 2×3 heights", () => new SurfacePlot(matrix) { Values = matrix.Transposed() });
        Says("3×2 numbers of y do not match 2×3 of x", () => new ParametricMesh(matrix, matrix.Transposed(), matrix));
        Says("3 numbers of x do not match 5 of z", () => new Tube(new double[3], new double[3], new double[5]));
        Says("2 radii do not match 3 points", () => new PointCloud(new double[3], new double[3], new double[3]) { Radii = new double[2] });
        Says("Triangle 1 has point 3 of 3", () => new TriangleMesh((new double[3], new double[3], new double[3]), [(0, 1, 2), (0, 1, 3)]));
        Says("1 colours do not match 6 points", () => new Scene3D(new SurfacePlot(matrix) { Colors = [Color.Black] }).ToFrame());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_535)]
    public void Sizes_out_of_range_are_refused(int side)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Scene3D { Width = side });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Scene3D { Height = side });
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 700)]
    [InlineData(32_767, 3)]
    public void Odd_sizes_are_drawn(int width, int height)
    {
        using Frame frame = (TestScenes.Above(TestScenes.Square(0, Color.White, 1e6)) with { Width = width, Height = height }).ToFrame();
        Assert.Equal(width * (double)height, TestScenes.Area(frame));
    }

    [Theory]
    [InlineData(1e-30)]
    [InlineData(1e-6)]
    [InlineData(1e12)]
    [InlineData(1e30)]
    public void Any_unit_gives_the_same_picture(double unit)
    {
        Numbers x = Numbers.Between(-1, 1, 20);
        SurfacePlot waves = SurfacePlot.Of(x, x, (x, y) => x * y);
        SurfacePlot scaled = SurfacePlot.Of(x.Map(x => x * unit), x.Map(x => x * unit), (x, y) => x * y / unit);
        using Frame one = new Scene3D(waves) { Width = 80, Height = 60, Aspect = (1, 1, 1) }.ToFrame();
        using Frame other = new Scene3D(scaled) { Width = 80, Height = 60, Aspect = (1, 1, 1) }.ToFrame();
        Assert.InRange(ApprovedPicture.DifferentShare(one, other), 0, 0.003);
    }

    [Fact]
    public void Other_formats_are_named() => Says("'.gif'", () => new Scene3D().Write("scene.gif"));

    [Fact]
    public void A_light_without_a_direction_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Light((0, 0, 0)));

    private static void Says(string what, Action action) =>
        Assert.Contains(what, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static void Says(string what, Func<object> make) => Says(what, () => { make(); });
}
