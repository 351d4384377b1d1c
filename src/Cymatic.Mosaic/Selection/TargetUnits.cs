namespace Cymatic.Mosaic;

/// <summary>A target cut into units like those of a corpus, each heard once.</summary>
internal sealed class TargetUnits
{
    private readonly UnitListener _listener;

    public TargetUnits(UnitSound sound, CancellationToken cancel)
    {
        (Sound, _listener) = (sound, new UnitListener(sound));
        Facts = _listener.HearAll(cancel);
    }

    /// <summary>The units' sound.</summary>
    public UnitSound Sound { get; }

    /// <summary>The target's own mean and levels.</summary>
    public SourceFacts Facts { get; }

    /// <summary>Number of units.</summary>
    public int Count => Sound.Count;

    /// <summary>The spectra of a unit.</summary>
    public void Hear(int unit, Span<float> whole, Span<float> centred)
    {
        _listener.Hear(unit, whole);
        Centred.Apply(whole, Facts.Mean, centred);
    }

    /// <summary>The spectra of some units, whole and centred.</summary>
    public TargetBlock Block(int first, int count, SearchBasis basis)
    {
        var block = new TargetBlock(first, count);
        for (int i = 0; i < count; i++)
        {
            Range row = (i * Analysis.Bands)..((i + 1) * Analysis.Bands);
            Hear(first + i, block.Whole.AsSpan(row), block.Centred.AsSpan(row));
        }

        basis.Project(block.Whole, block.WholeComponents);
        basis.Project(block.Centred, block.CentredComponents);
        return block;
    }
}

/// <summary>Consecutive units of a target: their spectra and components, row after row.</summary>
internal sealed class TargetBlock(int first, int count)
{
    public int First { get; } = first;

    public int Count { get; } = count;

    public float[] Whole { get; } = new float[count * Analysis.Bands];

    public float[] Centred { get; } = new float[count * Analysis.Bands];

    public float[] WholeComponents { get; } = new float[count * Analysis.Components];

    public float[] CentredComponents { get; } = new float[count * Analysis.Components];
}
