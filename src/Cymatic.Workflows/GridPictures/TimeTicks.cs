using System.Globalization;

namespace Cymatic.Workflows;

/// <summary>Round times for an axis, far enough apart for their labels.</summary>
internal sealed class TimeTicks
{
    private static readonly double[] Steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

    private readonly double _step;
    private readonly bool _minutes;

    /// <param name="duration">Length of the song in seconds: from a minute on, labels are minutes and seconds.</param>
    /// <param name="pixelsPerSecond">Scale of the axis.</param>
    /// <param name="spacing">Smallest distance between labels.</param>
    internal TimeTicks(double duration, double pixelsPerSecond, double spacing)
    {
        _step = Array.Find(Steps, step => step * pixelsPerSecond >= spacing) is var step and > 0 ? step : Steps[^1];
        _minutes = duration >= 60;
    }

    /// <summary>What the labels of a song of this many seconds are measured in.</summary>
    internal static string UnitFor(double duration) => duration >= 60 ? "min:s" : "seconds";

    /// <summary>The times from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    internal IEnumerable<(double Time, string Label)> Between(double from, double to)
    {
        for (long n = (long)Math.Ceiling(from / _step - 1e-9); n * _step <= to + 1e-9; n++)
            yield return (n * _step, Label(n * _step));
    }

    private string Label(double time)
    {
        string decimals = _step >= 1 ? "0" : _step >= 0.1 ? "0.0" : "0.00";
        if (!_minutes)
            return time.ToString(decimals, CultureInfo.InvariantCulture);
        long minutes = (long)Math.Floor(time / 60 + 1e-9);
        string seconds = (time - 60 * minutes).ToString("0" + decimals, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes}:{seconds}");
    }
}
