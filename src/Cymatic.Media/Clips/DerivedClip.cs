using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip made of another by a function of it and time.</summary>
internal sealed class DerivedClip : VideoClip
{
    private readonly VideoClip _source;
    private readonly Action<VideoClip, double, Frame> _render;

    public DerivedClip(VideoClip source, Action<VideoClip, double, Frame> render)
        : this(source, (source.Width, source.Height), render)
    {
    }

    public DerivedClip(VideoClip source, (int Width, int Height) size, Action<VideoClip, double, Frame> render)
        : base(size.Width, size.Height, source.Duration) => (_source, _render) = (source, render);

    /// <summary>Whether the function makes every pixel opaque.</summary>
    public bool Opaque { get; init; }

    /// <inheritdoc/>
    public override FrameRate? Rate => _source.Rate;

    /// <inheritdoc/>
    public override bool IsOpaque => Opaque;

    /// <inheritdoc/>
    public override void Render(double t, Frame target) => _render(_source, t, target);
}
