using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Areas in whole pixels.</summary>
internal static class PixelArea
{
    /// <summary>The pixels of an area whose edges lie on pixel edges.</summary>
    internal static PixelRectangle Of(Box area, double scale)
    {
        int x = (int)Math.Round(area.X * scale), y = (int)Math.Round(area.Y * scale);
        return new(x, y, (int)Math.Round(area.Right * scale) - x, (int)Math.Round(area.Bottom * scale) - y);
    }
}
