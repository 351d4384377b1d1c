using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>What the factorisation of a song found, for a drawing of every step. Component 0 has the lowest peak.</summary>
public sealed record NmfAnalysis
{
    /// <summary>The grid: one row for each component that is ever active, the highest on top.</summary>
    public required SoundGrid Grid { get; init; }

    /// <summary>The mel spectrogram that was factorised, in power.</summary>
    public required Spectrogram Mel { get; init; }

    /// <summary>The spectrum of each component: components × mel bands.</summary>
    public required float[] Components { get; init; }

    /// <summary>How much of each component each frame has: components × frames.</summary>
    public required float[] Activations { get; init; }

    /// <summary>Whether a component is active in a frame: components × frames.</summary>
    public required bool[] Active { get; init; }

    /// <summary>Seconds from a frame to the next.</summary>
    public required double FrameSeconds { get; init; }
}
