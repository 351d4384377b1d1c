using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>What a mosaic is like, in numbers.</summary>
public sealed record MosaicFigures
{
    /// <summary>How much it sounds like the target.</summary>
    public required MosaicFit Fit { get; init; }

    /// <summary>Number of units.</summary>
    public required int Units { get; init; }

    /// <summary>Number of pieces: units that follow each other in their source are one.</summary>
    public required int Pieces { get; init; }

    /// <summary>The pieces' mean length in seconds.</summary>
    public required double MeanPieceSeconds { get; init; }

    /// <summary>The share of units that were heard before, 0 to 1.</summary>
    public required double Repeats { get; init; }

    /// <summary>The share of the unit that is heard most often.</summary>
    public required double MostUsed { get; init; }

    /// <summary>
    /// By how much the picture's frames begin before or after what sounds when they appear, in milliseconds: the mean, and the largest;
    /// null without a movie. Less than half a frame is as good as frames can.
    /// </summary>
    public (double Mean, double Largest)? SyncErrorMs { get; init; }

    internal static MosaicFigures Of(MosaicPlan plan, IReadOnlyList<PlanRun> runs, MosaicFit fit)
    {
        int[] uses = [.. plan.Units.GroupBy(unit => (unit.Source, Math.Round(unit.SourceTime, 4))).Select(group => group.Count())];
        int units = plan.Units.Count;
        return new MosaicFigures
        {
            Fit = fit,
            Units = units,
            Pieces = runs.Count,
            MeanPieceSeconds = runs.Count == 0 ? 0 : runs.Average(run => run.Duration),
            Repeats = units == 0 ? 0 : 1 - (double)uses.Length / units,
            MostUsed = units == 0 ? 0 : (double)uses.Max() / units,
        };
    }
}
