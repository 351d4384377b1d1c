using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>How a picture goes through the pipe. An instance belongs to one thread.</summary>
internal interface IFrameFormat
{
    /// <summary>ffmpeg's name of the pixel format.</summary>
    string PixelFormat { get; }

    /// <summary>Columns of the converted picture.</summary>
    int Width { get; }

    /// <summary>Rows of the converted picture.</summary>
    int Height { get; }

    /// <summary>Bytes of one picture.</summary>
    int Bytes { get; }

    /// <summary>Turns a picture into these bytes.</summary>
    void Convert(Frame frame, Span<byte> bytes);
}
