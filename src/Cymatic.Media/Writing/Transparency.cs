namespace Cymatic.Media;

/// <summary>What becomes of a clip's alpha.</summary>
internal enum Transparency
{
    /// <summary>There is none, or it becomes black.</summary>
    Dropped,

    /// <summary>There should be none; if there is, the writing begins anew.</summary>
    Unexpected,

    /// <summary>It is written.</summary>
    Kept,
}

/// <summary>Writes a clip with its alpha where it has any.</summary>
/// <remarks>
/// Whether a function draws opaque pictures is known only when it has drawn. Writing begins without alpha, which is faster and smaller;
/// at the first transparent pixel it begins anew with it. A clip is pure in time, so it may be drawn again.
/// </remarks>
internal static class TransparencyTrial
{
    /// <summary>Calls <paramref name="write"/> once, or twice.</summary>
    public static void Run(VideoClip video, bool keepsAlpha, Action<Transparency> write)
    {
        if (!keepsAlpha || video.IsOpaque)
        {
            write(Transparency.Dropped);
            return;
        }

        try
        {
            write(Transparency.Unexpected);
        }
        catch (TransparentPictureException)
        {
            write(Transparency.Kept);
        }
    }
}
