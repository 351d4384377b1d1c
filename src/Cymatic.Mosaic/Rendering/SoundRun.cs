namespace Cymatic.Mosaic;

/// <summary>A run in samples.</summary>
internal sealed record SoundRun
{
    public required int Source { get; init; }

    /// <summary>The target's first sample of it, and the first that is not of it.</summary>
    public required long Start { get; init; }

    /// <inheritdoc cref="Start"/>
    public required long End { get; init; }

    /// <summary>The source's sample that is heard at <see cref="Start"/>, were it not shifted.</summary>
    public required long SourceStart { get; init; }

    /// <summary>How loud it is.</summary>
    public required GainCurve Gain { get; init; }

    /// <summary>The join with the run before; of no length where there is none.</summary>
    public RunJoin In { get; init; }

    /// <summary>The join with the run after; of no length where there is none.</summary>
    public RunJoin Out { get; init; }

    /// <summary>Samples over which it comes and goes where it is mixed with others, on each side of both its ends.</summary>
    public int Fade { get; init; }

    /// <summary>The first sample at which it is heard, and the first after.</summary>
    public (long First, long End) Heard => (Start - Math.Max(In.Half, Fade), End + Math.Max(Out.Half, Fade));

    /// <summary>The source's sample that is heard at a sample of the target.</summary>
    public long SourceAt(long sample) => SourceStart + (sample - Start) + In.Shift;
}
