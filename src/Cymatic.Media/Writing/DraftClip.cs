using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip at half its size.</summary>
internal sealed class DraftClip : VideoClip
{
    private readonly VideoClip _source;

    private DraftClip(VideoClip source)
        : base((source.Width + 1) / 2, (source.Height + 1) / 2, source.Duration) => _source = source;

    /// <inheritdoc/>
    public override FrameRate? Rate => _source.Rate;

    /// <inheritdoc/>
    public override bool IsOpaque => _source.IsOpaque;

    /// <summary>The clip at half its size.</summary>
    public static VideoClip Of(VideoClip source) => new DraftClip(source);

    /// <inheritdoc/>
    public override void Render(double t, Frame target)
    {
        using Frame whole = Frame.Rent(_source.Width, _source.Height);
        _source.Render(t, whole);
        whole.ResizeTo(target, ResamplingFilter.Area);
    }
}
