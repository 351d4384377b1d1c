namespace Cymatic.Imaging;

/// <summary>Frames turned, moved, scaled and slanted by any amount, with soft edges.</summary>
public static class FrameTransforms
{
    /// <summary>Fills a target with the source turned about its middle, middle on middle; where no source lies it is transparent.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Another frame of any size; see <see cref="TurnedSize"/> for one that holds all.</param>
    /// <param name="radians">The angle, clockwise. Right angles move pixels exactly where both sizes allow it.</param>
    /// <param name="filter">Bilinear, bicubic or nearest.</param>
    /// <exception cref="ArgumentException">An angle that is not finite, another filter, or one frame as both.</exception>
    public static void RotateTo(this Frame source, Frame target, double radians, ResamplingFilter filter = ResamplingFilter.Bilinear)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (!double.IsFinite(radians))
            throw new ArgumentException("An angle must be finite.", nameof(radians));
        if (IsRightAngle(radians, out int turns) && (target.Width, target.Height) == TurnedSize((source.Width, source.Height), radians))
        {
            source.TurnTo(target, turns);
            return;
        }

        var (s, c) = Math.SinCos(radians);
        double x = source.Width / 2.0, y = source.Height / 2.0;
        var map = new AffineMap(c, -s, (target.Width / 2.0) - (c * x) + (s * y), s, c, (target.Height / 2.0) - (s * x) - (c * y));
        TransformTo(source, target, map, filter);
    }

    /// <summary>The smallest size that holds a whole turned picture.</summary>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="radians">The angle.</param>
    public static (int Width, int Height) TurnedSize((int Width, int Height) size, double radians)
    {
        double s = Math.Abs(Math.Sin(radians)), c = Math.Abs(Math.Cos(radians));
        const double Slack = 1e-6;
        int width = (int)Math.Ceiling((size.Width * c) + (size.Height * s) - Slack);
        return (width, (int)Math.Ceiling((size.Width * s) + (size.Height * c) - Slack));
    }

    /// <summary>
    /// Fills a target with the source under an affine map. Around the source everything is transparent, and edges are mixed with it. Pixels
    /// are interpolated, not averaged: to shrink much, resize first.
    /// </summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Another frame of any size.</param>
    /// <param name="map">Where each point of the source comes to lie; pixel (x, y) covers x … x + 1, y … y + 1.</param>
    /// <param name="filter">Bilinear, bicubic or nearest.</param>
    /// <exception cref="ArgumentException">A map that has no inverse, another filter, or one frame as both.</exception>
    public static void TransformTo(this Frame source, Frame target, AffineMap map, ResamplingFilter filter = ResamplingFilter.Bilinear)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (ReferenceEquals(source, target))
            throw new ArgumentException("A frame cannot be transformed onto itself.", nameof(target));
        AffineMap back = map.Inverse();
        switch (filter)
        {
            case ResamplingFilter.Bilinear: AffineSampling.Fill<BilinearSampler>(source, target, back); break;
            case ResamplingFilter.Bicubic: AffineSampling.Fill<BicubicSampler>(source, target, back); break;
            case ResamplingFilter.Nearest: AffineSampling.Fill<NearestSampler>(source, target, back); break;
            default: throw new ArgumentException($"{filter} only resizes: a transformation takes others.", nameof(filter));
        }
    }

    private static bool IsRightAngle(double radians, out int turns)
    {
        double quarters = radians / (Math.PI / 2), whole = Math.Round(quarters);
        turns = (int)(whole % 4);
        return Math.Abs(quarters - whole) < 1e-9;
    }
}
