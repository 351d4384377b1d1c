using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Options of <see cref="Concatenation"/>.</summary>
public sealed record ConcatenationOptions
{
    /// <summary>Width and height in pixels; null for those of the first clip with pictures, or with <see cref="FrameFit.Pad"/> for the
    /// largest of each.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>How clips of other sizes come into the frame.</summary>
    public FrameFit Fit { get; init; } = FrameFit.Pad;

    /// <summary>What is seen beside a clip that does not fill the frame.</summary>
    public Color Background { get; init; } = Color.Black;

    /// <summary>
    /// Seconds for which each clip is seen and heard together with the next, going over into it; at most half of any clip.
    /// </summary>
    public double CrossFade { get; init => field = Require.NotNegative(value); }

    /// <summary>A clip that comes between each two.</summary>
    public Clip? Transition { get; init; }

    /// <summary>How the sounds go over into each other where there is no cross-fade.</summary>
    public SoundJoin Join { get; init => field = Require.NotNull(value); } = SoundJoin.Default;
}
