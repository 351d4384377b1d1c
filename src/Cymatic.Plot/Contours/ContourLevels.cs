namespace Cymatic.Plot;

/// <summary>The values at which contours are.</summary>
internal static class ContourLevels
{
    private const int Usual = 8, Most = 1000;

    /// <summary>Round levels within a range, about as many as usual.</summary>
    internal static double[] Round(double least, double greatest, bool outside)
    {
        if (!(greatest > least))
            return [];
        double rough = (greatest - least) / Usual, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = Array.Find([1, 2, 2.5, 5, 10], factor => factor * power >= rough) * power;
        double first = outside ? Math.Floor(least / step) : Math.Ceiling(least / step), last = outside ? Math.Ceiling(greatest / step)
            : Math.Floor(greatest / step);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
    }

    /// <summary>Refuses levels that do not rise, or too many.</summary>
    internal static IReadOnlyList<double>? Check(IReadOnlyList<double>? levels, int least)
    {
        if (levels is null)
            return null;
        if (levels.Count < least || levels.Count > Most)
            throw new ArgumentException($"{levels.Count} levels are given: {least} to {Most} can be drawn.", nameof(levels));
        for (int i = 0; i < levels.Count; i++)
        {
            if (!double.IsFinite(levels[i]) || (i > 0 && !(levels[i] > levels[i - 1])))
                throw new ArgumentException($"Levels must be finite and rise, but level {i} is {levels[i]}.", nameof(levels));
        }

        return levels;
    }
}
