using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>The pictures of a composite.</summary>
/// <remarks>
/// A layer that is not there at a time, or lies outside of the frame, is not drawn; nothing is drawn below a layer that hides it all; an
/// opaque layer on whole pixels is copied and not blended.
/// </remarks>
internal sealed class CompositeClip : VideoClip
{
    private readonly PlacedLayer[] _layers;
    private readonly Color _background;

    public CompositeClip((int Width, int Height) size, double duration, IReadOnlyList<Layer> layers, Color background)
        : base(size.Width, size.Height, duration)
    {
        _layers = [.. layers.Select(layer => new PlacedLayer(layer, size))];
        _background = background;
        Rate = layers.Select(layer => layer.Clip.Video!.Rate).OrderByDescending(rate => (double?)rate?.Num / rate?.Den ?? 0).First();
        IsOpaque = background.Alpha == 1 || _layers.Any(layer => layer.HidesAllAlways(duration));
    }

    /// <inheritdoc/>
    public override FrameRate? Rate { get; }

    /// <inheritdoc/>
    public override bool IsOpaque { get; }

    /// <inheritdoc/>
    public override void Render(double t, Frame target)
    {
        int lowest = _layers.Length - 1;
        while (lowest >= 0 && !_layers[lowest].HidesAll(t))
            lowest--;
        if (lowest < 0)
            target.Fill(_background);
        else
            _layers[lowest].RenderAlone(t, target);
        for (int i = lowest + 1; i < _layers.Length; i++)
            _layers[i].RenderOnto(t, target);
    }
}
