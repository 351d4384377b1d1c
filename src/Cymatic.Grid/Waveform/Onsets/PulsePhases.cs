namespace Cymatic.Grid;

/// <summary>How many starts lie at each place between two pulses: sounds on the beat, and those that are always off it.</summary>
internal sealed class PulsePhases
{
    private const int Bins = 512;

    /// <summary>Standard deviation of the kernel: starts are played and found with that precision.</summary>
    private const double SpreadSeconds = 0.020;

    /// <summary>Starts without any pulse that count as seen, so that little evidence says little.</summary>
    private const double Prior = 2;

    private readonly double[] _density = new double[Bins];
    private readonly double[] _kernel = new double[Bins];
    private readonly Pulse _pulse;
    private readonly double _total;

    /// <summary>From times and how likely each is a start (0 to 1).</summary>
    public PulsePhases(Pulse pulse, double[] times, double[] likely)
    {
        _pulse = pulse;
        double spread = SpreadSeconds / pulse.Period;
        for (int b = 0; b < Bins; b++)
        {
            double distance = (double)Math.Min(b, Bins - b) / Bins / spread;
            _kernel[b] = Math.Exp(-0.5 * distance * distance) / (spread * Math.Sqrt(2 * Math.PI));
        }

        var histogram = new double[Bins];
        for (int i = 0; i < times.Length; i++)
            histogram[Bin(times[i])] += likely[i];
        for (int b = 0; b < Bins; b++)
        {
            for (int k = 0; k < Bins && histogram[b] > 0; k++)
                _density[(b + k) % Bins] += histogram[b] * _kernel[k];
        }

        _total = likely.Sum();
    }

    /// <summary>
    /// Natural logarithm of how much denser the other starts are at a time's phase than without a pulse, between −1.5 and 2;
    /// the time itself was counted as <paramref name="likely"/>.
    /// </summary>
    public double At(double time, double likely)
    {
        double others = Math.Max(0, _density[Bin(time)] - likely * _kernel[0]);
        return Math.Clamp(Math.Log((others + Prior) / (Math.Max(0, _total - likely) + Prior)), -1.5, 2);
    }

    private int Bin(double time)
    {
        double phase = (time - _pulse.Phase) / _pulse.Period;
        return (int)((phase - Math.Floor(phase)) * Bins) % Bins;
    }
}
