namespace Cymatic.Imaging;

/// <summary>How a picture's pixels become those of another size.</summary>
public enum ResamplingFilter
{
    /// <summary>Lanczos with three lobes: the sharpest. Widened when shrinking, so that nothing aliases.</summary>
    Lanczos,

    /// <summary>Cubic convolution with a = −0.5 (Keys 1981; Catmull and Rom). Widened when shrinking.</summary>
    Bicubic,

    /// <summary>Linear between neighbours; a triangle as wide as a target pixel when shrinking.</summary>
    Bilinear,

    /// <summary>The mean of what a target pixel covers, parts of pixels counted by their part. Enlarging keeps edges sharp.</summary>
    Area,

    /// <summary>The pixel under the middle of the target pixel.</summary>
    Nearest,
}
