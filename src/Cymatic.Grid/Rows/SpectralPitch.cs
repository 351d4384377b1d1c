using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>The fundamental of a sound, where it has one: the first high peak of the autocorrelation of its first moments.</summary>
/// <remarks>
/// Boersma, Proceedings of the Institute of Phonetic Sciences 17 (1993), without the window's correction: the autocorrelation comes from
/// the power spectrum, and a lag counts by the share of the energy that it explains.
/// </remarks>
internal sealed class SpectralPitch(RealFft<float> fft, int sampleRate)
{
    private const double LowestHz = 35, HighestHz = 2000;

    /// <summary>Of the peaks that are nearly as high as the highest the shortest lag is the period.</summary>
    private const double NearlyHighest = 0.93;

    private readonly float[] _correlation = new float[fft.Length];
    private readonly float[] _zeros = new float[fft.Bins];

    /// <summary>The pitch of a sound with a power spectrum, and how much of its energy comes again after a period.</summary>
    public Periodicity Of(ReadOnlySpan<float> power)
    {
        fft.Inverse(power, _zeros, _correlation);
        int shortest = Math.Max(2, (int)(sampleRate / HighestHz));
        int longest = Math.Min((int)(sampleRate / LowestHz), _correlation.Length / 2 - 1);
        float zero = _correlation[0];
        // The main lobe of the energy around lag 0 tells no period.
        int from = 1;
        while (from < longest && _correlation[from] > 0.3f * zero)
            from++;
        from = Math.Max(from, shortest);
        if (zero <= 0 || from >= longest)
            return default;
        float highest = TensorPrimitives.Max<float>(_correlation.AsSpan(from..longest));
        for (int lag = from; lag < longest; lag++)
        {
            float here = _correlation[lag];
            if (here >= NearlyHighest * highest && here >= _correlation[lag - 1] && here >= _correlation[lag + 1])
                return new Periodicity(sampleRate / Peak(lag), Math.Clamp(here / zero, 0, 1));
        }

        return default;
    }

    private double Peak(int lag)
    {
        double before = _correlation[lag - 1], here = _correlation[lag], after = _correlation[lag + 1], bend = before - 2 * here + after;
        return bend < 0 ? lag + 0.5 * (before - after) / bend : lag;
    }
}

/// <summary>A fundamental frequency.</summary>
/// <param name="Hz">Periods a second; 0 when there is none.</param>
/// <param name="Share">Share of the energy that comes again after a period, 0 to 1.</param>
internal readonly record struct Periodicity(double Hz, double Share)
{
    /// <summary>Share of the energy that comes again after a period of a tone.</summary>
    private const double LeastShare = 0.5;

    /// <summary>The frequency where it is heard as a pitch, else null.</summary>
    public double? PitchHz => Share >= LeastShare ? Hz : null;
}
