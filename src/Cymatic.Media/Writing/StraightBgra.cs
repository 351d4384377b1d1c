using System.Runtime.InteropServices;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>The pixels without padding, their colours divided by alpha as files keep them.</summary>
internal sealed class StraightBgra(int width, int height) : IFrameFormat
{
    /// <inheritdoc/>
    public string PixelFormat => "bgra";

    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public int Height => height;

    /// <inheritdoc/>
    public int Bytes => width * height * 4;

    /// <inheritdoc/>
    public void Convert(Frame frame, Span<byte> bytes)
    {
        Span<uint> pixels = MemoryMarshal.Cast<byte, uint>(bytes);
        for (int y = 0; y < height; y++)
            StraightColor.Divide(frame.PixelRow(y), pixels.Slice(y * width, width));
    }
}
