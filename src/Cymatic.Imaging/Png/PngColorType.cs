namespace Cymatic.Imaging;

/// <summary>The colour types of a PNG file that have no palette.</summary>
internal enum PngColorType : byte
{
    Grey = 0,
    Rgb = 2,
    GreyAlpha = 4,
    Rgba = 6,
}
