using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>What becomes of a picture that stands still: made when it is first seen, and kept as bytes of its own.</summary>
internal sealed class RenderedOnce : VideoClip
{
    private readonly Lazy<byte[]> _pixels;
    private readonly VideoClip _made;

    private RenderedOnce(VideoClip made)
        : base(made.Width, made.Height, made.Duration)
    {
        _made = made;
        _pixels = new Lazy<byte[]>(() =>
        {
            using Frame frame = Frame.Rent(made.Width, made.Height);
            made.Render(0, frame);
            return frame.Pixels.ToArray();
        });
    }

    /// <inheritdoc/>
    public override FrameRate? Rate => _made.Rate;

    /// <inheritdoc/>
    public override bool IsOpaque => _made.IsOpaque;

    /// <inheritdoc/>
    internal override bool IsStill => true;

    /// <summary>A clip that is made of another without regard to time: rendered only once where that stands still.</summary>
    public static VideoClip IfStill(VideoClip source, VideoClip made) => source.IsStill ? new RenderedOnce(made) : made;

    /// <inheritdoc/>
    public override void Render(double t, Frame target) => _pixels.Value.CopyTo(target.Pixels);
}
