namespace Cymatic.Imaging;

/// <summary>Frames of other sizes.</summary>
public static class FrameScaling
{
    /// <summary>Fills a target of any size with the whole source.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Where it goes; another frame.</param>
    /// <param name="filter">How pixels are mixed.</param>
    public static void ResizeTo(this Frame source, Frame target, ResamplingFilter filter = ResamplingFilter.Lanczos)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Resampling.Plan((source.Width, source.Height), (target.Width, target.Height), filter).Apply(source, target);
    }

    /// <summary>Fills a target of any size with a part of the source, to fractions of a pixel.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="window">The part, in source pixels, within the source.</param>
    /// <param name="target">Where it goes; another frame.</param>
    /// <param name="filter">How pixels are mixed.</param>
    public static void ResizeTo(this Frame source, Box window, Frame target, ResamplingFilter filter = ResamplingFilter.Lanczos)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Resampling.Plan((source.Width, source.Height), window, (target.Width, target.Height), filter).Apply(source, target);
    }
}
