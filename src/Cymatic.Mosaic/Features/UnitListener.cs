using System.Buffers;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Hears units: their band spectra and levels.</summary>
internal sealed class UnitListener
{
    private readonly UnitSound _sound;
    private readonly float[]? _window;

    public UnitListener(UnitSound sound) => (_sound, _window) = (sound, sound.Length is { } length ? Windows.Hann(length) : null);

    /// <summary>Fills the bands of a unit and gives its level in decibels.</summary>
    public float Hear(int unit, Span<float> bands)
    {
        if (_sound.Heard is { } heard)
            return heard.Read(unit, bands);
        int length = _sound.LengthOf(unit);
        float[] samples = ArrayPool<float>.Shared.Rent(length);
        _sound.Read(unit, samples.AsSpan(0, length));
        float level = BandSpectrum.Compute(samples.AsSpan(0, length), _window ?? Windows.Hann(length), bands);
        ArrayPool<float>.Shared.Return(samples);
        return level;
    }

    /// <summary>All units' levels, the mean of their spectra, and how far each lies from it.</summary>
    public SourceFacts HearAll(CancellationToken cancel)
    {
        int count = _sound.Count;
        float[] levels = new float[count], deviations = new float[count], products = new float[count];
        double[] sum = new double[Analysis.Bands];
        UnitBlocks.Run(count, (first, units) =>
        {
            var part = new double[Analysis.Bands];
            Span<float> bands = stackalloc float[Analysis.Bands];
            for (int unit = first; unit < first + units; unit++)
            {
                levels[unit] = Hear(unit, bands);
                for (int band = 0; band < bands.Length; band++)
                    part[band] += bands[band];
            }

            return part;
        }, part => System.Numerics.Tensors.TensorPrimitives.Add(sum, part, sum), cancel);
        float[] mean = [.. sum.Select(x => (float)(x / count))];
        UnitBlocks.Run(count, (first, units) =>
        {
            Span<float> bands = stackalloc float[Analysis.Bands];
            for (int unit = first; unit < first + units; unit++)
            {
                Hear(unit, bands);
                deviations[unit] = Centred.Deviation(bands, mean);
            }
        }, cancel);
        return new(mean, levels, deviations);
    }
}
