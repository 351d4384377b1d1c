using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

/// <summary>Scenes that a person looked at.</summary>
public sealed class ApprovedSceneTests
{
    public static TheoryData<string> Names => [.. Scenes.Keys];

    private static Dictionary<string, Func<Scene3D>> Scenes { get; } = new()
    {
        ["scene-surface"] = Surface,
        ["scene-tube"] = Tube,
        ["scene-wireframe"] = () => Small(Knot() with { Representation = Representation.Wireframe, Sides = 5 }),
        ["scene-points"] = Points,
        ["scene-glass"] = Glass,
        ["scene-flat"] = Flat,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenes_look_as_approved(string name)
    {
        using Frame frame = Scenes[name]().ToFrame();
        ApprovedPicture.Check(frame, name);
    }

    private static Scene3D Small(params IReadOnlyList<SceneObject> objects) =>
        new(objects) { Width = 320, Height = 240, Theme = TestFigures.Light };

    private static Scene3D Surface()
    {
        Numbers x = Numbers.Between(-2, 2, 100);
        SurfacePlot surface = SurfacePlot.Of(x, x, (x, y) => Sinc(x * x + y * y) + Math.Sin(x));
        return Small(surface) with { Axes = new(), Width = 480, Height = 360 };

        static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
    }

    private static Tube Knot()
    {
        Numbers u = Numbers.Between(0, Math.Tau, 100);
        return new(u.Map(Math.Cos), u.Map(u => 0.7 * Math.Sin(3 * u)), u.Map(Math.Sin)) { Radius = 0.2 };
    }

    private static Scene3D Tube() => Small(Knot()) with { Camera = Camera.Mayavi() };

    private static Scene3D Points()
    {
        double[] Numbers(int seed) => TestFigures.Random(200, seed, random => random.NextDouble());
        return Small(new PointCloud(Numbers(1), Numbers(2), Numbers(3)) { Map = ColorMap.Plasma, Radius = 0.035 }) with
        {
            Fog = new(),
            Theme = Theme.Dark with { FontFamily = "DejaVu Sans" },
            Axes = new() { X = new() { Label = "frequency" }, Y = new() { Label = "time (s)" }, Z = new() { Label = "level" } },
        };
    }

    private static Scene3D Glass()
    {
        ParametricMesh sphere = TestScenes.Sphere(30);
        PointCloud core = new(new double[] { 0, 0.4 }, new double[] { 0, 0.3 }, new double[] { 0, 0.5 })
        {
            Radius = 0.3,
            Color = new(0.9, 0.3, 0.2),
        };
        return Small(sphere with { Opacity = 0.4, Color = new(0.3, 0.6, 0.9) }, core) with { Samples = 8 };
    }

    private static Scene3D Flat()
    {
        ParametricMesh ring = ParametricMesh.Of(
            Numbers.Between(0, Math.Tau, 25), Numbers.Between(0, Math.Tau, 13),
            (a, b) => ((2 + 0.8 * Math.Cos(b)) * Math.Cos(a), (2 + 0.8 * Math.Cos(b)) * Math.Sin(a), 0.8 * Math.Sin(b)));
        return Small(ring with { Shading = Shading.Flat, Representation = Representation.SurfaceWithLines, Map = ColorMap.Coolwarm }) with
        {
            Camera = Camera.Turntable(-50, 40),
        };
    }
}
