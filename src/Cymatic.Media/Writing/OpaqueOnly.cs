using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Lets opaque pictures through to a format without alpha, and ends the work at the first that is not.</summary>
internal sealed class OpaqueOnly(IFrameFormat format) : IFrameFormat
{
    /// <inheritdoc/>
    public string PixelFormat => format.PixelFormat;

    /// <inheritdoc/>
    public int Width => format.Width;

    /// <inheritdoc/>
    public int Height => format.Height;

    /// <inheritdoc/>
    public int Bytes => format.Bytes;

    /// <inheritdoc/>
    public void Convert(Frame frame, Span<byte> bytes)
    {
        if (!frame.IsOpaque())
            throw new TransparentPictureException();
        format.Convert(frame, bytes);
    }
}

/// <summary>A picture has a transparent pixel, where none was expected.</summary>
internal sealed class TransparentPictureException : Exception;
