using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip of which one region stands still.</summary>
public sealed record FreezeRegion : IVideoEffect
{
    /// <param name="at">The time of the picture that stays, in seconds.</param>
    /// <param name="region">Where it stays; what lies outside the picture is ignored.</param>
    public FreezeRegion(double at, PixelRectangle region) => (At, Region) = (at, region);

    /// <summary>The time of the picture that stays, in seconds.</summary>
    public double At { get; init => field = Require.NotNegative(value); }

    /// <summary>Where it stays.</summary>
    public PixelRectangle Region { get; init; }

    /// <summary>Whether everything stands still except the region.</summary>
    public bool Outside { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The clip ends before the picture.</exception>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if (At > clip.Duration)
            throw new ArgumentException($"A clip of {clip.Duration} s has no picture at {At} s.", nameof(clip));
        PixelRectangle seen = Region.Intersect(new(0, 0, clip.Width, clip.Height));
        return new DerivedClip(clip, (source, t, target) => Render(source, t, seen, target)) { Opaque = clip.IsOpaque };
    }

    private void Render(VideoClip source, double t, PixelRectangle seen, Frame target)
    {
        using Frame inside = Frame.Rent(target.Width, target.Height);
        source.Render(Outside ? At : t, target);
        source.Render(Outside ? t : At, inside);
        if (!seen.IsEmpty)
            inside.CopyTo(seen, target, (seen.X, seen.Y));
    }
}
