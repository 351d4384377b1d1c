namespace Cymatic.Workflows;

/// <summary>How pictures of another shape come into the movie.</summary>
public enum PictureFit
{
    /// <summary>As large as fits, with black bars.</summary>
    Letterbox,

    /// <summary>As small as fills the movie; what reaches over is cut off.</summary>
    Crop,

    /// <summary>As large as fits, before a blurred copy of itself.</summary>
    Blur,
}
