using Cymatic.Plot;

namespace Cymatic.Workflows;

/// <summary>The labelled times of a song, alike in all lines and views of it.</summary>
internal sealed class SongTimes
{
    private readonly IReadOnlyList<(double Time, string Label)> _ticks;

    /// <param name="duration">Length of the song in seconds.</param>
    /// <param name="pixelsPerSecond">Scale of the axis.</param>
    /// <param name="spacing">Smallest distance between labels.</param>
    internal SongTimes(double duration, double pixelsPerSecond, double spacing)
    {
        double end = Math.Max(duration, 1e-3);
        _ticks = Scale.Time.TicksBetween(0, end, (int)Math.Clamp(end * pixelsPerSecond / spacing, 1, 5000));
    }

    /// <summary>The times from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    internal IEnumerable<(double Time, string Label)> Between(double from, double to) =>
        _ticks.Where(tick => tick.Time >= from - 1e-9 && tick.Time <= to + 1e-9);
}
