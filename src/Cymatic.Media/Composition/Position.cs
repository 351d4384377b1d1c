namespace Cymatic.Media;

/// <summary>Where a layer lies in a frame: named, in pixels, in fractions, or moving.</summary>
/// <remarks>
/// A layer that stands where a name or a fraction puts it falls on whole pixels, so that it stays sharp; pixels that were given, and
/// movements, keep their fractions, so that nothing jumps from pixel to pixel.
/// </remarks>
public sealed record Position
{
    private Position()
    {
    }

    /// <summary>The upper left corner.</summary>
    public static Position TopLeft { get; } = Aligned(0, 0);

    /// <summary>The middle of the upper edge.</summary>
    public static Position Top { get; } = Aligned(0.5, 0);

    /// <summary>The upper right corner.</summary>
    public static Position TopRight { get; } = Aligned(1, 0);

    /// <summary>The middle of the left edge.</summary>
    public static Position Left { get; } = Aligned(0, 0.5);

    /// <summary>The middle.</summary>
    public static Position Center { get; } = Aligned(0.5, 0.5);

    /// <summary>The middle of the right edge.</summary>
    public static Position Right { get; } = Aligned(1, 0.5);

    /// <summary>The lower left corner.</summary>
    public static Position BottomLeft { get; } = Aligned(0, 1);

    /// <summary>The middle of the lower edge.</summary>
    public static Position Bottom { get; } = Aligned(0.5, 1);

    /// <summary>The lower right corner.</summary>
    public static Position BottomRight { get; } = Aligned(1, 1);

    /// <summary>Whether a function moves it.</summary>
    internal bool IsMoving => Motion is not null;

    private (double X, double Y) Alignment { get; init; }

    private (double X, double Y) Fraction { get; init; }

    private (double X, double Y) Offset { get; init; }

    private Func<double, (double X, double Y)>? Motion { get; init; }

    /// <summary>The layer's upper left corner in pixels of the frame.</summary>
    public static Position At(double x, double y) => TopLeft.Moved(x, y);

    /// <summary>The layer's upper left corner in fractions of the frame's width and height.</summary>
    public static Position Relative(double x, double y) =>
        new() { Fraction = (Require.Finite(x, nameof(x)), Require.Finite(y, nameof(y))) };

    /// <summary>Between the edges: 0 at the left or upper one, 1 at the right or lower one, ½ in the middle.</summary>
    public static Position Aligned(double x, double y) =>
        new() { Alignment = (Require.Finite(x, nameof(x)), Require.Finite(y, nameof(y))) };

    /// <summary>The layer's upper left corner in pixels, by a function of seconds since the layer began; thread-safe and pure.</summary>
    public static Position Moving(Func<double, (double X, double Y)> corner) => TopLeft.Moved(corner);

    /// <summary>This position, so many pixels to the right and down.</summary>
    public Position Moved(double x, double y) =>
        this with { Offset = (Offset.X + Require.Finite(x, nameof(x)), Offset.Y + Require.Finite(y, nameof(y))) };

    /// <summary>This position, moved to the right and down by a function of seconds since the layer began; thread-safe and pure.</summary>
    public Position Moved(Func<double, (double X, double Y)> motion) => this with { Motion = Require.NotNull(motion, nameof(motion)) };

    /// <summary>The upper left corner of a layer of a size in a frame of a size.</summary>
    internal (double X, double Y) Of((int Width, int Height) layer, (int Width, int Height) frame, double t)
    {
        double x = Math.Floor(Alignment.X * (frame.Width - layer.Width) + Fraction.X * frame.Width) + Offset.X;
        double y = Math.Floor(Alignment.Y * (frame.Height - layer.Height) + Fraction.Y * frame.Height) + Offset.Y;
        if (Motion is null)
            return (x, y);
        var (dx, dy) = Motion(t);
        return double.IsFinite(dx) && double.IsFinite(dy)
            ? (x + dx, y + dy)
            : throw new InvalidOperationException($"A layer was moved to ({dx}, {dy}) at {t} s.");
    }
}
