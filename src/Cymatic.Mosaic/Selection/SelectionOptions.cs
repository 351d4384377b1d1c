namespace Cymatic.Mosaic;

/// <summary>How units are chosen. The defaults are those that were measured (docs/decisions/mosaic-utility.md).</summary>
public sealed record SelectionOptions
{
    /// <summary>How units are chosen.</summary>
    public SelectionMethod Method { get; init; } = SelectionMethod.Viterbi;

    /// <summary>
    /// How much spectra less their source's mean weigh against whole ones, 0 to 1: more of it hears through equalisation and noise, less
    /// of it keeps the timbre.
    /// </summary>
    public double CentredWeight
    {
        get;
        init => field = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The weight of centred spectra lies between 0 and 1.");
    } = 0.25;

    /// <summary>Nats for each decibel beyond 6 between the levels of target and unit, each against its own median; 0 to 100.</summary>
    public double LevelCost
    {
        get;
        init => field = value is >= 0 and <= 100 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The cost of a decibel lies between 0 and 100 nats.");
    } = 0.1;

    /// <summary>Decibels by which a unit's gain may differ from the median gain, 0 to 60; null leaves units as loud as they are.</summary>
    public double? GainRangeDb
    {
        get;
        init => field = value is null or (>= 0 and <= 60) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The range of gains lies between 0 and 60 dB.");
    } = 12;

    /// <summary>
    /// What a jump costs in nats, 0 to 1000, for <see cref="SelectionMethod.Viterbi"/>: half of it always, and up to as much again by how
    /// far the jump is from where the source would have gone on. 2 jumps at three frames of four, 8 at one of three, 32 at one of five.
    /// </summary>
    public double JumpCost
    {
        get;
        init => field = value is >= 0 and <= 1000 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The cost of a jump lies between 0 and 1000 nats.");
    } = 8;

    /// <summary>
    /// How much the picture's leap weighs against the sound's in what a jump costs, 0 to 100; 0 lets cuts be heard only. It counts where
    /// <see cref="Pictures"/> are known.
    /// </summary>
    public double VisualWeight
    {
        get;
        init => field = value is >= 0 and <= 100 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The weight of pictures lies between 0 and 100.");
    } = 0.5;

    /// <summary>What is seen during the units of the corpus that is chosen from; null: nothing is known of it.</summary>
    public UnitPictures? Pictures { get; init; }

    /// <summary>
    /// Features by which units are found in place of spectra, with weights; the corpus keeps them. What coherence proves and what
    /// <see cref="CentredWeight"/> says does not count then, nor <see cref="LevelCost"/> beside loudness and specgrams.
    /// </summary>
    public FeatureWeights Features { get; init; } = FeatureWeights.None;

    /// <summary>How far rows of <see cref="Features"/> are from each other.</summary>
    public UnitMetric Metric { get; init; } = UnitMetric.Euclidean;

    /// <summary>How <see cref="SelectionMethod.Bee"/> mixes.</summary>
    public BeeOptions Bee { get; init; } = new();

    /// <summary>Seconds within which no unit is used again, 0 to 86,400.</summary>
    public double RepeatSeconds
    {
        get;
        init => field = value is >= 0 and <= 86_400 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The time to a repeat lies between 0 and 86,400 seconds.");
    }

    /// <summary>How often a unit may be used, at least once; null: as often as it fits.</summary>
    public int? MostUses
    {
        get;
        init => field = value is null or >= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A unit may be used at least once.");
    }

    /// <summary>Units that a source goes on at least before there is a jump, 1 to 1000; shorter only where it ends.</summary>
    public int LeastRun
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A run lasts 1 to 1000 units.");
    } = 1;

    /// <summary>Units of the target that are quieter, in decibels of full scale, −120 to 0, get nothing; null: all get a unit.</summary>
    public double? SilenceGateDb
    {
        get;
        init => field = value is null or (>= -120 and <= 0) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The silence gate lies between −120 and 0 dB.");
    }

    /// <summary>Nats that a source is favoured by, negative ones put it back, and −∞ forbids it; null: all are alike.</summary>
    public Func<PlanSource, double>? SourceUtility { get; init; }

    /// <summary>Seed of everything that is drawn by lot.</summary>
    public int Seed { get; init; } = 1;
}
