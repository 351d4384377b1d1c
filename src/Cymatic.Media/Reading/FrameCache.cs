namespace Cymatic.Media;

/// <summary>The few decoded pictures of a video that lie in memory. Guarded by its source's lock.</summary>
/// <remarks>Pictures that were asked for leave before pictures that were decoded ahead, the longest unused one first.</remarks>
internal sealed class FrameCache
{
    private const int Budget = 16 << 20;
    private readonly Dictionary<long, Entry> _entries = [];
    private readonly Stack<byte[]> _free = [];
    private readonly int _bytes;
    private long _clock;

    /// <param name="bytes">Of one picture.</param>
    /// <param name="capacity">How many pictures are kept; null for what a decoder needs.</param>
    public FrameCache(int bytes, int? capacity = null)
    {
        _bytes = bytes;
        Capacity = capacity ?? Math.Clamp(Budget / bytes, Math.Min(32, Environment.ProcessorCount + 6), 64);
    }

    /// <summary>How many pictures are kept.</summary>
    public int Capacity { get; }

    /// <summary>Whether a picture is there.</summary>
    public bool Has(long frame) => _entries.ContainsKey(frame);

    /// <summary>A picture that stays until <see cref="Unpin"/>; null when it is not there.</summary>
    public byte[]? Pin(long frame)
    {
        if (!_entries.TryGetValue(frame, out Entry? entry))
            return null;
        entry.Pins++;
        entry.IsUsed = true;
        entry.Stamp = ++_clock;
        return entry.Data;
    }

    /// <summary>Ends a <see cref="Pin"/>.</summary>
    public void Unpin(long frame)
    {
        if (_entries.TryGetValue(frame, out Entry? entry))
            entry.Pins--;
    }

    /// <summary>Room for a picture that is about to be decoded.</summary>
    public byte[] Rent() => _free.TryPop(out byte[]? free) ? free : GC.AllocateUninitializedArray<byte>(_bytes);

    /// <summary>Takes room back that was not needed.</summary>
    public void Return(byte[] data)
    {
        if (_free.Count < 4)
            _free.Push(data);
    }

    /// <summary>Keeps a picture, and lets others go that nobody waits for.</summary>
    public void Add(long frame, byte[] data, Func<long, bool> isWanted)
    {
        if (!_entries.TryAdd(frame, new Entry(data) { Stamp = ++_clock }))
        {
            Return(data);
            return;
        }

        while (_entries.Count > Capacity && Victim(frame, isWanted) is { } victim)
        {
            _entries.Remove(victim, out Entry? entry);
            Return(entry!.Data);
        }
    }

    /// <summary>Lets all memory go.</summary>
    public void Clear()
    {
        foreach (long frame in _entries.Where(entry => entry.Value.Pins == 0).Select(entry => entry.Key).ToArray())
            _entries.Remove(frame);
        _free.Clear();
    }

    private long? Victim(long newest, Func<long, bool> isWanted)
    {
        long? victim = null;
        (bool IsUnused, long Stamp) best = (true, long.MaxValue);
        foreach ((long frame, Entry entry) in _entries)
        {
            (bool, long) rank = (!entry.IsUsed, entry.Stamp);
            if (entry.Pins == 0 && frame != newest && rank.CompareTo(best) < 0 && !isWanted(frame))
                (victim, best) = (frame, rank);
        }

        return victim;
    }

    private sealed class Entry(byte[] data)
    {
        public byte[] Data { get; } = data;

        public int Pins { get; set; }

        public bool IsUsed { get; set; }

        public long Stamp { get; set; }
    }
}
