using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A layer with pictures in a frame of a known size.</summary>
internal sealed class PlacedLayer(Layer layer, (int Width, int Height) frame)
{
    private readonly VideoClip _clip = layer.Mask is { } mask ? new Masked(mask).Apply(layer.Clip.Video!) : layer.Clip.Video!;
    private readonly double _end = layer.Ending;
    private readonly double _tolerance = layer.Clip.Video!.Rate?.TimeOf(1) * 1e-6 ?? 1e-9;

    private bool CanHide => _clip.IsOpaque && layer.Blend == BlendMode.Normal;

    /// <summary>Whether nothing else is seen at a time.</summary>
    public bool HidesAll(double t)
    {
        if (!CanHide || !IsThere(t) || OpacityAt(t) < 1)
            return false;
        var (x, y) = CornerAt(t);
        return IsWhole(x) && IsWhole(y) && x <= 0 && y <= 0 && x + _clip.Width >= frame.Width && y + _clip.Height >= frame.Height;
    }

    /// <summary>Whether nothing else is ever seen until a time, as far as constants tell.</summary>
    public bool HidesAllAlways(double duration) =>
        layer.Opacity.Constant is not null && !layer.Position.IsMoving && HidesAll(0) && _end >= duration - _tolerance;

    /// <summary>Draws a layer that hides everything.</summary>
    public void RenderAlone(double t, Frame target)
    {
        if (_clip.Width == frame.Width && _clip.Height == frame.Height)
            _clip.Render(LocalTime(t), target);
        else
            RenderOnto(t, target);
    }

    /// <summary>Draws the layer on what there is.</summary>
    public void RenderOnto(double t, Frame target)
    {
        double opacity = IsThere(t) ? OpacityAt(t) : 0;
        if (opacity <= 0)
            return;
        var (x, y) = CornerAt(t);
        if (x <= -_clip.Width || y <= -_clip.Height || x >= frame.Width || y >= frame.Height)
            return;
        using Frame picture = Frame.Rent(_clip.Width, _clip.Height);
        _clip.Render(LocalTime(t), picture);
        Place(picture, target, (x, y), opacity);
    }

    private void Place(Frame picture, Frame target, (double X, double Y) at, double opacity)
    {
        if (!IsWhole(at.X) || !IsWhole(at.Y) || layer.Blend != BlendMode.Normal)
        {
            picture.BlendOnto(target, at, new BlendOptions { Mode = layer.Blend, Opacity = opacity });
            return;
        }

        var (x, y) = ((int)at.X, (int)at.Y);
        if (opacity < 1 || !_clip.IsOpaque)
        {
            picture.BlendOnto(target, (x, y), opacity);
            return;
        }

        var seen = new PixelRectangle(x, y, picture.Width, picture.Height).Intersect(new(0, 0, target.Width, target.Height));
        picture.CopyTo(seen with { X = seen.X - x, Y = seen.Y - y }, target, (seen.X, seen.Y));
    }

    private bool IsThere(double t) => t >= layer.Start - _tolerance && t < _end - _tolerance;

    private double LocalTime(double t) => Math.Clamp(t - layer.Start, 0, _clip.Duration);

    private double OpacityAt(double t) => layer.Opacity.At(LocalTime(t), 0, 1);

    private (double X, double Y) CornerAt(double t) => layer.Position.Of((_clip.Width, _clip.Height), frame, LocalTime(t));

    private static bool IsWhole(double x) => x == Math.Floor(x);
}
