namespace Cymatic.Grid;

/// <summary>A steady pulse under weighted times: how strongly, how fast, and when.</summary>
/// <param name="Period">Seconds between pulses.</param>
/// <param name="Phase">A pulse's time in seconds, 0 ≤ phase &lt; period.</param>
/// <param name="Strength">Length of the weights' mean vector on the circle of the period: 0 no pulse, 1 all times on it.</param>
internal readonly record struct Pulse(double Period, double Phase, double Strength)
{
    private const double Shortest = 0.1;
    private const double Longest = 0.7;

    /// <summary>A longer period is taken for the pulse when it is nearly as strong: half a pulse is always strong, too.</summary>
    private const double LeastShare = 0.865;

    /// <summary>A minute tells the pulse; the whole song refines it.</summary>
    private const double SectionSeconds = 60;

    /// <summary>The longest period whose strength is at least 0.865 of the greatest. Times rise.</summary>
    public static Pulse Find(double[] times, double[] weights)
    {
        if (times.Length == 0)
            return new Pulse(Longest, 0, 0);
        Range middle = Around(times, SectionSeconds);
        double section = Math.Min(SectionSeconds, times[^1] - times[0]) + 1;
        var scan = new List<Pulse>();
        for (double frequency = 1 / Longest; frequency <= 1 / Shortest; frequency += 0.1 / section)
            scan.Add(At(times.AsSpan(middle), weights.AsSpan(middle), 1 / frequency));
        double greatest = scan.Max(p => p.Strength);
        for (int k = 0; k < scan.Count; k++)
        {
            double strength = scan[k].Strength, before = k == 0 ? 0 : scan[k - 1].Strength;
            double after = k == scan.Count - 1 ? 0 : scan[k + 1].Strength;
            if (strength >= before && strength >= after && strength >= LeastShare * greatest)
                return Refined(times, weights, scan[k].Period, section);
        }

        return new Pulse(Longest, 0, 0);
    }

    /// <summary>The period to a fraction of what the whole length can tell, by sections of twice the length each time.</summary>
    private static Pulse Refined(double[] times, double[] weights, double period, double section)
    {
        double span = times[^1] - times[0] + 1;
        while (true)
        {
            Range part = Around(times, section);
            double centre = 1 / period;
            Pulse best = At(times.AsSpan(part), weights.AsSpan(part), period);
            for (int k = -10; k <= 10; k++)
            {
                Pulse near = At(times.AsSpan(part), weights.AsSpan(part), 1 / (centre + k * 0.01 / section));
                if (near.Strength > best.Strength)
                    best = near;
            }

            period = best.Period;
            if (section >= span)
                return best;
            section *= 2;
        }
    }

    /// <summary>The times within half of <paramref name="seconds"/> of the middle.</summary>
    private static Range Around(double[] times, double seconds)
    {
        double middle = (times[0] + times[^1]) / 2;
        int from = Array.FindIndex(times, t => t >= middle - seconds / 2);
        int to = Array.FindLastIndex(times, t => t <= middle + seconds / 2) + 1;
        return to > from ? from..to : 0..times.Length;
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
