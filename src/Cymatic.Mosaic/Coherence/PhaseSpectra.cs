using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>
/// Weighted spectra with phase of the units of target and corpus, each of length one. Those of the corpus are kept for a while.
/// </summary>
internal sealed class PhaseSpectra
{
    private const long MostKeptNumbers = 24 << 20;
    private readonly Corpus _corpus;
    private readonly UnitSound _target;
    private readonly PhaseTransform _transform;
    private readonly PhaseWeights _weights;
    private readonly float[]?[]? _kept;

    public PhaseSpectra(Corpus corpus, UnitSound target, CancellationToken cancel)
    {
        (_corpus, _target, _transform) = (corpus, target, new PhaseTransform(target.Length!.Value));
        _weights = new PhaseWeights(_transform, target, corpus, cancel);
        if ((long)corpus.Count * Numbers <= MostKeptNumbers)
            _kept = new float[]?[corpus.Count];
    }

    /// <summary>Real and imaginary parts of all bins.</summary>
    public int Numbers => 2 * _transform.Bins;

    /// <summary>How the spectra are made.</summary>
    public PhaseTransform Transform => _transform;

    /// <summary>A unit of the target.</summary>
    public float[] OfTarget(int unit) => Weighted(_target, unit, _weights.OfTarget);

    /// <summary>A unit of the corpus; to be read, not written.</summary>
    public float[] OfCorpus(int unit)
    {
        if (_kept?[unit] is { } known)
            return known;
        int s = _corpus.SourceOf(unit);
        float[] spectrum = Weighted(_corpus.Sources[s].Sound, unit - _corpus.Sources[s].FirstUnit, _weights.OfSource(s));
        if (_kept is not null)
            _kept[unit] = spectrum; // Another thread may have put the same numbers there.
        return spectrum;
    }

    private float[] Weighted(UnitSound sound, int unit, float[] factors)
    {
        float[] samples = System.Buffers.ArrayPool<float>.Shared.Rent(_transform.UnitLength);
        sound.Read(unit, samples.AsSpan(0, _transform.UnitLength));
        var spectrum = new float[Numbers];
        _transform.Run(samples.AsSpan(0, _transform.UnitLength), spectrum);
        System.Buffers.ArrayPool<float>.Shared.Return(samples);
        Span<float> re = spectrum.AsSpan(0, _transform.Bins), im = spectrum.AsSpan(_transform.Bins);
        TensorPrimitives.Multiply(re, factors, re);
        TensorPrimitives.Multiply(im, factors, im);
        BandSpectrum.Normalise(spectrum);
        return spectrum;
    }
}
