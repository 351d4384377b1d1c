namespace Cymatic.Mosaic;

/// <summary>One file of a corpus: its units and what is the same in all of them.</summary>
public sealed class CorpusSource
{
    internal CorpusSource(PlanSource source, UnitSound sound, SourceFacts facts) => (File, Sound, Facts) = (source, sound, facts);

    /// <summary>The file.</summary>
    public PlanSource File { get; }

    /// <summary>Number of units.</summary>
    public int Units => Sound.Count;

    /// <summary>The number in the corpus of this source's first unit.</summary>
    public int FirstUnit { get; internal set; }

    internal UnitSound Sound { get; }

    internal SourceFacts Facts { get; }

    /// <summary>Features that were measured, a row for each unit.</summary>
    internal IReadOnlyDictionary<UnitFeature, Table<float>> Features { get; set; } = new Dictionary<UnitFeature, Table<float>>();
}
