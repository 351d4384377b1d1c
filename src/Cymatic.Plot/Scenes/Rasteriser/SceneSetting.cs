using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A scene made ready for a picture: its shapes in space, the camera, the light.</summary>
internal sealed class SceneSetting
{
    // Lines on a surface have its colour, this much darker.
    private const double LineDarkness = 0.55;

    private readonly Scene3D _scene;
    private readonly (Color Color, double Start, double End)? _fog;

    internal SceneSetting(Scene3D scene, IReadOnlyList<Shape> shapes, Space space, View view)
    {
        (_scene, Shapes, Space, View) = (scene, shapes, space, view);
        if (scene.Fog is { } fog)
        {
            var (start, end) = fog.Depths(view, space);
            _fog = (fog.Color ?? scene.Ground, start, end);
        }
    }

    internal IReadOnlyList<Shape> Shapes { get; }

    internal Space Space { get; }

    internal View View { get; }

    internal Samples Samples => Samples.Of(_scene.Samples);

    internal int Background => (int)_scene.Ground.ToPremultipliedArgb();

    internal Lighting LightingOf(Shape shape) => Misty(new(shape.Paint, shape.Material, View, _scene.Lights));

    /// <summary>What colours the lines of a surface; null where it has none.</summary>
    internal Lighting? LinesOf(Draw draw)
    {
        if (draw.Shape.Mesh is not { Representation: not Representation.Surface } mesh)
            return null;
        Paint paint = draw.Shape.Paint;
        if (mesh.LineColor is { } color)
            return Misty(new(Paint.Of(color, mesh.Opacity), Material.Unlit, View, _scene.Lights));
        double darkness = mesh.Representation == Representation.Wireframe ? 1 : LineDarkness;
        return Misty(new(paint, draw.Shape.Material, View, _scene.Lights, darkness));
    }

    private Lighting Misty(Lighting lighting)
    {
        if (_fog is { } fog)
            lighting.SetFog(fog.Color, fog.Start, fog.End);
        return lighting;
    }
}
