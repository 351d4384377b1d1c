namespace Cymatic.Signal;

/// <summary>What frames see before and behind a sound: numpy's padding modes that librosa takes.</summary>
public enum FrameEdges
{
    /// <summary>Silence: "constant".</summary>
    Silence,

    /// <summary>The sound mirrored at its first and its last sample, again and again if it is short: "reflect".</summary>
    Reflect,

    /// <summary>The first or the last sample: "edge".</summary>
    Edge,
}
