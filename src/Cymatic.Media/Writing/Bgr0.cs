using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>The pixels as they are, without padding; alpha is ignored, which leaves premultiplied pixels over black.</summary>
internal sealed class Bgr0(int width, int height) : IFrameFormat
{
    /// <inheritdoc/>
    public string PixelFormat => "bgr0";

    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public int Height => height;

    /// <inheritdoc/>
    public int Bytes => width * height * 4;

    /// <inheritdoc/>
    public void Convert(Frame frame, Span<byte> bytes)
    {
        for (int y = 0; y < height; y++)
            frame.Row(y).CopyTo(bytes[(y * width * 4)..]);
    }
}
