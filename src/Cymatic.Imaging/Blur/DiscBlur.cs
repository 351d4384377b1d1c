namespace Cymatic.Imaging;

/// <summary>A blurred disc in a sharp picture: to hide a face or a number plate.</summary>
public static class DiscBlur
{
    /// <summary>Blurs a disc in place.</summary>
    /// <param name="frame">The picture, which changes.</param>
    /// <param name="centre">Middle of the disc, in pixels.</param>
    /// <param name="radius">Where the disc is half blurred, in pixels, more than 0.</param>
    /// <param name="options">How soft picture and edge are.</param>
    /// <exception cref="ArgumentOutOfRangeException">A radius that is not positive and finite.</exception>
    public static void BlurDisc(this Frame frame, (double X, double Y) centre, double radius, DiscBlurOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (!(radius > 0 && double.IsFinite(radius)))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "The radius must be more than 0.");
        options ??= DiscBlurOptions.Default;
        double sigma = options.Sigma ?? Math.Min(1000, radius / 3), reach = radius + (options.Edge / 2);
        int margin = GaussianKernel.Radius(sigma);
        PixelRectangle disc = Around(centre, reach, frame), seen = Grow(disc, margin, frame);
        if (disc.IsEmpty)
            return;
        using Frame sharp = Frame.Rent(seen.Width, seen.Height), soft = Frame.Rent(seen.Width, seen.Height);
        frame.CopyTo(seen, sharp, (0, 0));
        sharp.GaussianBlurTo(soft, sigma);
        for (int y = disc.Y; y < disc.Bottom; y++)
        {
            ReadOnlySpan<uint> blurred = soft.PixelRow(y - seen.Y)[(disc.X - seen.X)..];
            Span<uint> row = frame.PixelRow(y).Slice(disc.X, disc.Width);
            double down = y + 0.5 - centre.Y;
            for (int x = 0; x < row.Length; x++)
            {
                double across = disc.X + x + 0.5 - centre.X, inside = radius - Math.Sqrt((across * across) + (down * down));
                uint share = (uint)Math.Round(256 * Math.Clamp((inside / options.Edge) + 0.5, 0, 1));
                row[x] = share == 256 ? blurred[x] : share == 0 ? row[x] : PixelLanes.Mix(row[x], blurred[x], share);
            }
        }
    }

    private static PixelRectangle Around((double X, double Y) centre, double reach, Frame frame)
    {
        int left = Column(centre.X - reach), right = Column(centre.X + reach);
        int top = Column(centre.Y - reach), bottom = Column(centre.Y + reach);
        return new PixelRectangle(left, top, right + 1 - left, bottom + 1 - top).Intersect(new(0, 0, frame.Width, frame.Height));
    }

    private static PixelRectangle Grow(PixelRectangle disc, int margin, Frame frame) =>
        new PixelRectangle(disc.X - margin, disc.Y - margin, disc.Width + (2 * margin), disc.Height + (2 * margin))
            .Intersect(new(0, 0, frame.Width, frame.Height));

    // NaN is nowhere.
    private static int Column(double position) => double.IsNaN(position) ? -100_000 : (int)Math.Floor(Math.Clamp(position, -1e5, 1e5));
}

/// <summary>How a disc is blurred.</summary>
public sealed record DiscBlurOptions
{
    /// <summary>A third of the radius, with an edge of four pixels.</summary>
    public static DiscBlurOptions Default { get; } = new();

    /// <summary>Standard deviation of the Gaussian in pixels, 0 to 1,000; null for a third of the radius.</summary>
    public double? Sigma
    {
        get;
        init => field = value is null or (>= 0 and <= 1000) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Sigma must lie between 0 and 1,000 pixels.");
    }

    /// <summary>Over how many pixels the disc passes into the picture, more than 0.</summary>
    public double Edge
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The edge must be more than 0 pixels wide.");
    } = 4;
}
