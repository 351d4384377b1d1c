namespace Cymatic.Media;

/// <summary>When the frames of a video are shown: from its index, or, while it is read from the start, from the frames that came.</summary>
/// <remarks>What changes is guarded by the source's lock, but for the making of the index, which takes a process of its own.</remarks>
internal sealed class FrameTimeline
{
    private const double NearSeconds = 2;

    private readonly VideoInput _input;
    private readonly double _secondsPerTick, _zero, _tolerance;
    private readonly Lazy<FrameIndex> _made;
    private readonly List<ShownFrame> _head = [];
    private readonly List<long> _headTimes = [];
    private volatile FrameIndex? _index;
    private double _preroll;

    public FrameTimeline(VideoInput input)
    {
        _input = input;
        VideoStreamInfo stream = input.Stream;
        _secondsPerTick = (double)stream.TimeBase.Num / stream.TimeBase.Den;
        _zero = input.Info.Zero;
        _tolerance = Math.Min(_secondsPerTick / 2, stream.SecondsPerFrame / 4) + 1e-6;
        _made = new Lazy<FrameIndex>(() => PacketIndex.Read(input.Path, input.Info, stream));
    }

    /// <summary>The index; null until it was needed.</summary>
    public FrameIndex? Index => _index;

    /// <summary>Whether frames came from the start already.</summary>
    public bool HasHead => _headTimes.Count > 0;

    /// <summary>Ticks up to which someone wants to know the frames.</summary>
    public long Demand { get; set; } = long.MinValue;

    /// <summary>Whether the frames that came do not reach there yet.</summary>
    public bool IsBehindDemand => _index is null && (_headTimes.Count == 0 || _headTimes[^1] <= Demand);

    /// <summary>
    /// The clock's ticks at a time of the clip, and a little more: a frame whose rounded time is that of the clip is shown.
    /// </summary>
    public long TicksAt(double t) => (long)Math.Floor(Math.Clamp((t + _zero + _tolerance) / _secondsPerTick, -9e18, 9e18));

    /// <summary>The stream's clock in seconds, at a time of the clip.</summary>
    public double ClockAt(double t) => t + _zero;

    /// <summary>When a frame is shown, in seconds of the clip.</summary>
    public double TimeOf(long frame) => MakeIndex()[frame] * _secondsPerTick - _zero;

    /// <summary>When the last frame ends, in seconds of the clip.</summary>
    public double End() => MakeIndex().End * _secondsPerTick - _zero;

    /// <summary>The end that the header announces, in seconds of the clip; null when it does not.</summary>
    public double? AnnouncedEnd => _input.Stream.Duration is { } duration
        ? (_input.Stream.Start ?? _input.Info.Start) + duration - _zero
        : _input.Info is { Audio: null, Start: < 0.1, Duration: { } whole } ? _input.Info.Start + whole - _zero : null;

    /// <summary>The frame that is shown at a time, where that is known without asking anyone.</summary>
    public long? Known(long ticks)
    {
        if (_index is { } index)
            return index.At(ticks);
        lock (_headTimes)
        {
            return _headTimes.Count > 0 && _headTimes[^1] > ticks
                ? FrameIndex.Last(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_headTimes), ticks)
                : null;
        }
    }

    /// <summary>Whether whoever reads from the start comes there soon.</summary>
    public bool IsNear(long ticks)
    {
        lock (_headTimes)
        {
            double from = _headTimes.Count == 0 ? (_input.Stream.Start ?? _input.Info.Start) : _headTimes[^1] * _secondsPerTick;
            return ticks * _secondsPerTick - from < NearSeconds;
        }
    }

    /// <summary>The index, made now if need be: a process that reads all packets, or all frames.</summary>
    public FrameIndex MakeIndex() => _index ??= _made.Value;

    /// <summary>A frame came from the start.</summary>
    public void Hear(long number, ShownFrame shown)
    {
        if (_index is not null || number != _head.Count)
            return;
        _head.Add(shown);
        lock (_headTimes)
            _headTimes.Add(shown.Time ?? (_headTimes.Count == 0 ? 0 : _headTimes[^1] + 1));
    }

    /// <summary>All frames came from the start: that is an index.</summary>
    public void Complete(long count)
    {
        if (_index is null && count > 0 && count == _head.Count)
            _index = DecodedIndex.Of(_head, _input.Stream, PacketIndex.Seeks(_input.Info));
    }

    /// <summary>Where ffmpeg shall begin, in seconds of the stream's clock, to give a key; null for the start.</summary>
    public double? SeekTo(long key)
    {
        FrameIndex index = _index!;
        if (key == 0 || double.IsPositiveInfinity(_preroll))
            return null;
        // A little late, for it goes to the key before: that of Matroska is found by decoding times, a guess 3/23 s earlier.
        double guess = _input.Info.Container.Contains("mov", StringComparison.Ordinal) ? 0 : 3.0 / 23;
        double later = guess + (Ticks(key + 1) - Ticks(key)) / 2, gap = Ticks(Math.Min(index.KeyAfter(key), index.Count - 1)) - Ticks(key);
        return Ticks(key) + Math.Min(later, Math.Max(gap, 0) / 2) - _preroll;
    }

    /// <summary>ffmpeg began after the key that it was told: next time it begins earlier.</summary>
    public void SeekEarlier() => _preroll = _preroll == 0 ? 1 : _preroll < 10 ? _preroll * 10 : double.PositiveInfinity;

    private double Ticks(long frame) => _index![Math.Min(frame, _index.Count - 1)] * _secondsPerTick;
}
