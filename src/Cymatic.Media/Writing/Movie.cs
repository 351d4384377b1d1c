namespace Cymatic.Media;

/// <summary>A clip that is going to be written: pictures for certain, the frames counted.</summary>
internal sealed record Movie(VideoClip Video, AudioClip? Audio, FrameTimes Times, VideoWriteOptions Options)
{
    /// <summary>How the pictures are encoded.</summary>
    public required VideoEncoder Encoder { get; init; }

    /// <summary>The kind of file.</summary>
    public required MovieContainer Container { get; init; }
}
