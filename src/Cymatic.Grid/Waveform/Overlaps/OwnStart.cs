namespace Cymatic.Grid;

/// <summary>Whether a soft sound under a loud one is a sound: it lies in other frequencies, and these begin to sound there.</summary>
internal static class OwnStart
{
    /// <summary>Share of the energy of a sound's own frequencies that a loud one does not have there.</summary>
    private const double LeastBeside = 0.6;

    /// <summary>Of the median playing, 9 dB.</summary>
    private const double LeastRise = 8;

    /// <summary>True when <paramref name="template"/> is more than what the estimate of <paramref name="loud"/> left.</summary>
    public static bool Has(Explanation state, Template template, HeadSpectrum loud)
    {
        double[] own = Bands(state.Spectrum(template));
        return Beside(own, Bands(loud)) >= LeastBeside && Rise(state, template, own) >= LeastRise;
    }

    private static double Beside(double[] own, double[] loud) =>
        own.Zip(loud, (x, y) => x * Math.Min(1, x / (y + 1e-20))).Sum() / (own.Sum() + 1e-20);

    /// <summary>Energy of the median playing against that of the song before it, in the frequencies of the sound.</summary>
    private static double Rise(Explanation state, Template template, double[] own)
    {
        double energy = own.Sum(x => x * x);
        double[] rises = [.. template.Playings.Select(p => p.Gain * p.Gain * energy / (Product(own, Before(state, p)) + 1e-20)).Order()];
        return rises[rises.Length / 2];
    }

    private static double[] Before(Explanation state, Playing p) =>
        Bands(state.Correlator.Analyse(state.Residual.Channels, c => state.Heard(c, p.Sample - state.Head, state.Head)));

    private static double Product(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    /// <summary>Energies in bands of equal ratio.</summary>
    private static double[] Bands(HeadSpectrum spectrum) => [.. spectrum.Fingerprint.Select(f => f * f * spectrum.Energy)];
}
