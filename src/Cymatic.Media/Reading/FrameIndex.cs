namespace Cymatic.Media;

/// <summary>When each frame of a video is shown, and from which frames on it can be decoded.</summary>
/// <remarks>Times are ticks of the stream's clock, as ffmpeg reports them for packets and for decoded frames.</remarks>
internal sealed class FrameIndex
{
    private readonly long[] _times;
    private readonly int[] _keys;

    /// <param name="times">Of all frames, strictly rising; at least one.</param>
    /// <param name="keys">Numbers of the frames that decoding can begin at, rising; 0 is always one.</param>
    /// <param name="end">When the last frame ends.</param>
    public FrameIndex(long[] times, IEnumerable<int> keys, long end)
    {
        _times = times;
        _keys = [0, .. keys.Where(key => key > 0)];
        End = Math.Max(end, times[^1] + 1);
    }

    /// <summary>Number of frames.</summary>
    public int Count => _times.Length;

    /// <summary>Whether it lists frames that were decoded, one after the other, and not packets.</summary>
    public bool IsCounted { get; init; }

    /// <summary>When the last frame ends.</summary>
    public long End { get; }

    /// <summary>When a frame is shown.</summary>
    public long this[long frame] => _times[frame];

    /// <summary>The last frame that is shown at a time or before; the first when there is none.</summary>
    public long At(long ticks) => Last(_times, ticks);

    /// <summary>The frame that is shown at exactly this time; null when there is none.</summary>
    public long? Find(long ticks) => Array.BinarySearch(_times, ticks) is >= 0 and int found ? found : null;

    /// <summary>The last frame from which a frame can be decoded.</summary>
    public int KeyBefore(long frame)
    {
        int at = Array.BinarySearch(_keys, (int)frame);
        return _keys[at >= 0 ? at : ~at - 1];
    }

    /// <summary>The first such frame after a frame; <see cref="Count"/> when there is none.</summary>
    public int KeyAfter(long frame)
    {
        int at = Array.BinarySearch(_keys, (int)frame + 1);
        at = at >= 0 ? at : ~at;
        return at < _keys.Length ? _keys[at] : Count;
    }

    /// <summary>Position of the last of rising numbers that is at most <paramref name="value"/>; 0 when there is none.</summary>
    internal static int Last(ReadOnlySpan<long> rising, long value)
    {
        int at = rising.BinarySearch(value);
        return Math.Max(0, at >= 0 ? at : ~at - 1);
    }
}
