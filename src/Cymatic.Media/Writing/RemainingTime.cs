namespace Cymatic.Media;

/// <summary>How long a job will still take, from the part that is done.</summary>
/// <remarks>The pace is that of the last tenth of the time or more, so that a slow start is forgotten.</remarks>
/// <param name="time">The clock; null is the system's.</param>
public sealed class RemainingTime(TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Queue<(long At, double Part)> _past = new();
    private readonly Lock _lock = new();
    private long _start = -1;

    /// <summary>Takes note of the part that is done.</summary>
    /// <param name="part">From 0 to 1.</param>
    /// <returns>The time that is left; null in the first half second, when nobody knows.</returns>
    public TimeSpan? After(double part)
    {
        lock (_lock)
        {
            long now = _time.GetTimestamp();
            if (_start < 0)
                _start = now;
            _past.Enqueue((now, part));
            while (_past.Count > 2 && _time.GetElapsedTime(_past.ElementAt(1).At, now) > _time.GetElapsedTime(_start, now) / 10)
                _past.Dequeue();
            (long at, double before) = _past.Peek();
            TimeSpan window = _time.GetElapsedTime(at, now);
            return _time.GetElapsedTime(_start, now) < TimeSpan.FromSeconds(0.5) || part <= before || part > 1
                ? null
                : window * ((1 - part) / (part - before));
        }
    }
}
