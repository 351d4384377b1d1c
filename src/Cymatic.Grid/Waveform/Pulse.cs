namespace Cymatic.Grid;

/// <summary>A steady pulse under weighted times: how strongly, how fast, and when.</summary>
/// <param name="Period">Seconds between pulses.</param>
/// <param name="Phase">A pulse's time in seconds, 0 ≤ phase &lt; period.</param>
/// <param name="Strength">Length of the weights' mean vector on the circle of the period: 0 no pulse, 1 all times on it.</param>
internal readonly record struct Pulse(double Period, double Phase, double Strength)
{
    private const double Shortest = 0.1;
    private const double Longest = 0.7;

    /// <summary>The longest period whose strength is at least 0.9 of the greatest.</summary>
    public static Pulse Find(ReadOnlySpan<double> times, ReadOnlySpan<double> weights)
    {
        double span = times.Length == 0 ? 0 : times[^1] - times[0] + 1;
        var scan = new List<Pulse>();
        for (double frequency = 1 / Longest; frequency <= 1 / Shortest; frequency += 0.1 / span)
            scan.Add(At(times, weights, 1 / frequency));
        double greatest = scan.Count == 0 ? 0 : scan.Max(p => p.Strength);
        for (int k = 0; k < scan.Count; k++)
        {
            bool peak = (k == 0 || scan[k].Strength >= scan[k - 1].Strength) && (k == scan.Count - 1 || scan[k].Strength >= scan[k + 1].Strength);
            if (peak && scan[k].Strength >= 0.9 * greatest)
                return scan[k];
        }

        return new Pulse(Longest, 0, 0);
    }

    /// <summary>How well a time lies on the pulse: 1 on it, −1 between two.</summary>
    public double Agreement(double time) => Math.Cos(2 * Math.PI * (time - Phase) / Period);

    private static Pulse At(ReadOnlySpan<double> times, ReadOnlySpan<double> weights, double period)
    {
        double re = 0, im = 0, total = 1e-12;
        for (int i = 0; i < times.Length; i++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * times[i] / period);
            re += weights[i] * cos;
            im += weights[i] * sin;
            total += weights[i];
        }

        double phase = Math.Atan2(im, re) / (2 * Math.PI) * period;
        return new Pulse(period, phase < 0 ? phase + period : phase, Math.Sqrt(re * re + im * im) / total);
    }
}
