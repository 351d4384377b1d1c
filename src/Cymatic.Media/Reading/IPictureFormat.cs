using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>How a decoded picture lies in memory and on disk, and how it becomes a frame. Thread-safe.</summary>
internal interface IPictureFormat
{
    /// <summary>Bytes of one picture.</summary>
    int Bytes { get; }

    /// <summary>The end of ffmpeg's filter chain, from scaling on.</summary>
    string Filters { get; }

    /// <summary>Fills all of a frame of the picture's size.</summary>
    void ToFrame(ReadOnlySpan<byte> picture, Frame frame);
}
