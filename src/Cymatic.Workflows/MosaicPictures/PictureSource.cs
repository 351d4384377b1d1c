using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>The pictures of one source, in the size of the movie.</summary>
internal abstract class PictureSource
{
    /// <summary>Number of the picture that is seen at a time in seconds of the source.</summary>
    public abstract long NumberAt(double time);

    /// <summary>When that picture begins, in seconds of the source.</summary>
    public abstract double TimeOf(long number);

    /// <summary>Adds a picture to the reel; it is asked for pictures in their order.</summary>
    public abstract int AddTo(FrameReel reel, long number);
}
