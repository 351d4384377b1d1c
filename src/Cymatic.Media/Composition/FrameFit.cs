namespace Cymatic.Media;

/// <summary>How a picture comes into a frame of another size.</summary>
public enum FrameFit
{
    /// <summary>In its own size in the middle; what is larger than the frame is cut off.</summary>
    Pad,

    /// <summary>As large as fits, in its own shape, with bars at two sides.</summary>
    Letterbox,

    /// <summary>As small as fills the frame, in its own shape; what reaches over is cut off.</summary>
    Crop,

    /// <summary>Exactly the frame, its shape changed.</summary>
    Stretch,
}
