using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A picture of one colour.</summary>
public sealed class SolidColor : VideoClip
{
    private readonly Color _color;

    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="color">The colour of every pixel.</param>
    /// <param name="duration">In seconds.</param>
    public SolidColor(int width, int height, Color color, double duration = double.PositiveInfinity)
        : base(width, height, duration) => _color = color;

    /// <inheritdoc/>
    public override bool IsOpaque => _color.ToPremultipliedArgb() >= 0xFF000000;

    /// <inheritdoc/>
    internal override bool IsStill => true;

    /// <inheritdoc/>
    public override void Render(double t, Frame target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Fill(_color);
    }
}
