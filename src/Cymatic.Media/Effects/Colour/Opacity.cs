using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that is partly transparent.</summary>
public sealed record Opacity : IVideoEffect
{
    /// <param name="value">0, where nothing is seen, to 1; a function is brought into that range.</param>
    public Opacity(Curve value) => Value = value;

    /// <param name="value">0 to 1, by a function of seconds; thread-safe and pure.</param>
    public Opacity(Func<double, double> value)
        : this(new Curve(value))
    {
    }

    /// <summary>0, where nothing is seen, to 1; a function is brought into that range.</summary>
    public Curve Value
    {
        get;
        init
        {
            if (Require.NotNull(value).Constant is { } constant)
                Require.Fraction(constant);
            field = value;
        }
    }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if (Value.Constant == 1)
            return clip;
        return clip.Filter((t, frame) =>
        {
            double opacity = Value.At(t, 0, 1);
            if (opacity < 1)
                frame.Fade(opacity);
        });
    }
}
