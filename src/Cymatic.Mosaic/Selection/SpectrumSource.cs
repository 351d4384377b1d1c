using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>The whole spectra of a corpus' units: kept where they are few, heard again where they are many.</summary>
internal sealed class SpectrumSource
{
    private const int MostKept = 20_000;

    private readonly Corpus _corpus;
    private readonly UnitListener[] _listeners;
    private readonly float[]? _kept;

    public SpectrumSource(Corpus corpus, CancellationToken cancel)
    {
        _corpus = corpus;
        _listeners = [.. corpus.Sources.Select(source => new UnitListener(source.Sound))];
        if (corpus.Count > MostKept)
            return;
        _kept = new float[corpus.Count * Analysis.Bands];
        UnitBlocks.Run(corpus.Count, (first, units) =>
        {
            for (int unit = first; unit < first + units; unit++)
                Hear(unit, _kept.AsSpan(unit * Analysis.Bands, Analysis.Bands));
        }, cancel);
    }

    /// <summary>Fills the bands of a unit.</summary>
    public void Read(int unit, Span<float> bands)
    {
        if (_kept is not null)
            _kept.AsSpan(unit * Analysis.Bands, Analysis.Bands).CopyTo(bands);
        else
            Hear(unit, bands);
    }

    /// <summary>How like a target is to a unit: by whole spectra, and by those less their means.</summary>
    /// <param name="target">The target's whole and centred spectra.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="bands">The unit's whole spectrum.</param>
    public (float Whole, float Centred) Compare(TargetSpectrum target, int unit, ReadOnlySpan<float> bands)
    {
        int s = _corpus.SourceOf(unit);
        SourceFacts facts = _corpus.Sources[s].Facts;
        float deviation = facts.Deviations[unit - _corpus.Sources[s].FirstUnit];
        float whole = TensorPrimitives.Dot(target.Whole, bands);
        float centred = TensorPrimitives.Dot(target.Centred, bands) - TensorPrimitives.Dot(target.Centred, facts.Mean);
        return (whole, deviation < 1e-6f ? 0 : centred / deviation);
    }

    private void Hear(int unit, Span<float> bands)
    {
        int s = _corpus.SourceOf(unit);
        _listeners[s].Hear(unit - _corpus.Sources[s].FirstUnit, bands);
    }
}

/// <summary>One target's spectra.</summary>
internal readonly ref struct TargetSpectrum(ReadOnlySpan<float> whole, ReadOnlySpan<float> centred)
{
    public ReadOnlySpan<float> Whole { get; } = whole;

    public ReadOnlySpan<float> Centred { get; } = centred;
}
