using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>One picture at every time, kept as bytes of its own.</summary>
internal sealed class StillClip : VideoClip
{
    private readonly byte[] _pixels;

    /// <param name="picture">Copied; it may be disposed afterwards.</param>
    /// <param name="duration">In seconds.</param>
    public StillClip(Frame picture, double duration)
        : base(picture.Width, picture.Height, duration)
    {
        _pixels = picture.Pixels.ToArray();
        IsOpaque = picture.IsOpaque();
    }

    /// <inheritdoc/>
    public override bool IsOpaque { get; }

    /// <inheritdoc/>
    internal override bool IsStill => true;

    /// <inheritdoc/>
    public override void Render(double t, Frame target) => _pixels.CopyTo(target.Pixels);
}
