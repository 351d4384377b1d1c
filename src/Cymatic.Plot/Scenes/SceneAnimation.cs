using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A scene ready to be drawn at many times: <see cref="Scene3D.Animate"/>.</summary>
public sealed class SceneAnimation
{
    private readonly Scene3D _first;
    private readonly Func<double, Scene3D> _at;

    internal SceneAnimation(Scene3D scene, Func<double, Scene3D> at)
    {
        _at = at ?? throw new ArgumentNullException(nameof(at));
        _first = At(0).Fixed();
        (Width, Height) = (scene.Width, scene.Height);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Whether every pixel of every frame has alpha 255.</summary>
    public bool IsOpaque => _first.Ground.Alpha == 1;

    /// <summary>Fills a frame with the scene at a time; by several threads at once, in any order.</summary>
    /// <param name="t">In seconds.</param>
    /// <param name="target">A frame of any size.</param>
    public void Render(double t, Frame target)
    {
        Scene3D now = At(t);
        (now with { X = Closed(now.X, _first.X), Y = Closed(now.Y, _first.Y), Z = Closed(now.Z, _first.Z) }).Render(target);
    }

    private static Limits Closed(Limits limits, Limits otherwise) => new(limits.From ?? otherwise.From, limits.To ?? otherwise.To);

    private Scene3D At(double t) => _at(t) ?? throw new InvalidOperationException($"There is no scene at {t} s.");
}
