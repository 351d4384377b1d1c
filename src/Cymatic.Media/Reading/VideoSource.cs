using System.Buffers;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>The pictures of one file, shared by all clips of it: asked for by number, decoded in order wherever that is possible.</summary>
/// <remarks>
/// A frame comes from memory, from the spool on disk, from a decoder that will meet it soon, or from a new decoder that begins at the key
/// before it. The first decoder keeps a few frames in memory; whoever jumps has the frames around the target decoded to disk, as more
/// jumps will follow. Each decoded frame carries its time, by which its number is known wherever the decoder began. A frame that cannot
/// be decoded shows the one before it.
/// </remarks>
internal sealed class VideoSource : IRestable
{
    private const int MostTries = 6;

    private readonly object _gate = new();
    private readonly List<FrameStream> _streams = [];
    private readonly Dictionary<long, int> _wanted = [];
    private readonly Dictionary<long, long> _aliases = [];
    private readonly FrameCache _cache;
    private readonly int _reach;
    private FrameSpool? _spool;
    private bool _isWatched;
    private int _jumps, _losses;
    private long _lastUse;

    public VideoSource(VideoInput input)
    {
        Input = input;
        Times = new FrameTimeline(input);
        _cache = new FrameCache(input.Format.Bytes);
        // Decoding so many frames takes as long as starting another ffmpeg at a better place.
        _reach = Math.Clamp((int)(46_000_000L / ((long)input.Width * input.Height)), 8, 500);
    }

    /// <summary>The file and how it is decoded.</summary>
    public VideoInput Input { get; }

    /// <summary>When each frame is shown.</summary>
    public FrameTimeline Times { get; }

    /// <inheritdoc/>
    public long IdleMilliseconds => (long)Stopwatch.GetElapsedTime(Volatile.Read(ref _lastUse)).TotalMilliseconds;

    private int Ahead => Math.Max(2, _cache.Capacity / 2 / Math.Max(1, _streams.Count));

    /// <summary>Number of the frame that is shown at a time in seconds of the clip.</summary>
    public long NumberAt(double t)
    {
        long ticks = Times.TicksAt(t);
        while (true)
        {
            if (Times.Known(ticks) is { } number)
                return number;
            lock (_gate)
            {
                if (Times.Known(ticks) is null && Head(0) is { } head && Times.IsNear(ticks))
                {
                    head.CountWaiter(1);
                    Times.Demand = Math.Max(Times.Demand, ticks);
                    Monitor.PulseAll(_gate);
                    while (!head.IsEnded && Times.Known(ticks) is null)
                        Monitor.Wait(_gate);
                    head.CountWaiter(-1);
                    ThrowIfFailed(head);
                    continue;
                }
            }

            Times.MakeIndex();
        }
    }

    /// <summary>Fills a frame with a picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public void Get(long number, Frame target) => Get(number, bytes => Input.Format.ToFrame(bytes, target));

    /// <summary>Gives a picture as it was decoded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public void Get(long number, Action<ReadOnlySpan<byte>> take)
    {
        for (int tries = 0; ; tries++)
        {
            if (tries == MostTries)
                throw new UnreadableMediaException(Input.Path, $"does not give its frame {number}");
            if (TryGet(number, take))
                return;
        }
    }

    /// <summary>Room for the next frame of a decoder, once it may go on; null when it was closed.</summary>
    public byte[]? Room(FrameStream stream)
    {
        lock (_gate)
        {
            while (!stream.IsClosed && !MayGoOn(stream))
                Monitor.Wait(_gate, 200);
            return stream.IsClosed ? null : _cache.Rent();
        }
    }

    /// <summary>Takes the next frame of a decoder.</summary>
    public void Publish(FrameStream stream, ShownFrame shown, byte[] picture)
    {
        SpoolChunk? chunk = null;
        long number;
        lock (_gate)
        {
            number = NumberOf(stream, shown);
            if (number < stream.Position)
            {
                _cache.Return(picture); // before the key, or twice
                return;
            }

            if (number < stream.SpoolEnd && Times.Index is { } index)
                chunk = (_spool ??= new FrameSpool(index, Input.Format.Bytes)).Open(number);
        }

        bool isSpooled = chunk is not null && chunk.TryWrite(number, picture);
        lock (_gate)
        {
            if (chunk is not null && !isSpooled)
                stream.SpoolEnd = -1;
            if (isSpooled && !IsWanted(number))
                _cache.Return(picture);
            else
                _cache.Add(number, picture, IsWanted);
            Bridge(stream, number);
            (stream.Position, stream.Last, _losses) = (number + 1, number, 0);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A decoder gives no more frames.</summary>
    public void Finish(FrameStream stream, Exception? failure)
    {
        lock (_gate)
        {
            _streams.Remove(stream);
            stream.IsEnded = true;
            stream.Failure = failure;
            if (failure is null && !stream.IsClosed)
                End(stream);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Wakes decoders that wait.</summary>
    public void Wake()
    {
        lock (_gate)
            Monitor.PulseAll(_gate);
    }

    /// <inheritdoc/>
    public void Rest()
    {
        lock (_gate)
        {
            _isWatched = false;
            _cache.Clear();
            _spool?.Dispose();
            _spool = null;
            _jumps = 0;
        }
    }

    private bool TryGet(long number, Action<ReadOnlySpan<byte>> take)
    {
        if (NeedsIndex(number))
            Times.MakeIndex();
        byte[]? cached;
        SpoolChunk? chunk = null;
        long actual;
        lock (_gate)
        {
            Use();
            if (Times.Index is { } index && (ulong)number >= (ulong)index.Count)
                throw new ArgumentOutOfRangeException(nameof(number), number, $"{Path.GetFileName(Input.Path)} has {index.Count} frames.");
            actual = _aliases.GetValueOrDefault(number, number);
            if (!Has(actual) && !Await(actual))
                return false;
            cached = _cache.Pin(actual);
            if (cached is null && (chunk = _spool?.Find(actual)) is null)
                return false;
        }

        return cached is not null ? Show(actual, cached, take) : Show(actual, chunk!, take);
    }

    private bool Show(long number, byte[] picture, Action<ReadOnlySpan<byte>> take)
    {
        try
        {
            take(picture.AsSpan(0, Input.Format.Bytes));
            return true;
        }
        finally
        {
            lock (_gate)
                _cache.Unpin(number);
        }
    }

    private bool Show(long number, SpoolChunk chunk, Action<ReadOnlySpan<byte>> take)
    {
        byte[] picture = ArrayPool<byte>.Shared.Rent(Input.Format.Bytes);
        try
        {
            Span<byte> bytes = picture.AsSpan(0, Input.Format.Bytes);
            if (!chunk.TryRead(number, bytes))
                return false;
            take(bytes);
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(picture);
        }
    }

    // Waits until a decoder gives the frame; false when another must be tried. The caller still holds the lock.
    private bool Await(long number)
    {
        if (StreamFor(number) is not { } stream)
            return false;
        _wanted[number] = _wanted.GetValueOrDefault(number) + 1;
        stream.CountWaiter(1);
        stream.Demand = Math.Max(stream.Demand, number);
        Monitor.PulseAll(_gate);
        while (!Has(number) && !stream.IsEnded && stream.Position <= number)
            Monitor.Wait(_gate);
        stream.CountWaiter(-1);
        if (--_wanted[number] == 0)
            _wanted.Remove(number);
        // A decoder that someone killed is replaced; one after the other is an error.
        if (stream.Failure is not FfmpegException || _losses++ > 1)
            ThrowIfFailed(stream);
        return Has(number);
    }

    private FrameStream? StreamFor(long number)
    {
        long key = Times.Index?.KeyBefore(number) ?? 0;
        FrameStream? best = _streams.Where(s => !s.IsClosed && s.Position <= number).MaxBy(s => s.Position);
        if (best is not null && (best.Position >= key || number - best.Position <= number - key + _reach))
        {
            if (number - best.Position > Ahead)
                Jump(best, number);
            return best;
        }

        if (Times.Index is null)
            return _streams.Count == 0 && NumberIsNearStart(number) ? Head(number) : null;
        return Open(number);
    }

    private FrameStream Open(long number)
    {
        FrameIndex index = Times.Index!;
        bool spools = _jumps > 0;
        long first = spools ? (_spool ??= new FrameSpool(index, Input.Format.Bytes)).ChunkOf(number).First : number;
        long key = index.KeyBefore(first);
        return Begin(key, Times.SeekTo(key), number);
    }

    private FrameStream? Head(long number)
    {
        FrameStream? head = _streams.Find(s => s.IsHead && !s.IsClosed);
        if (head is not null || Times.Index is not null || Times.HasHead)
            return head;
        return Begin(0, null, number);
    }

    private FrameStream Begin(long first, double? seek, long number)
    {
        Input.CheckUnchanged();
        Use();
        var stream = new FrameStream(this, first, seek);
        _streams.Add(stream);
        DecoderPool.Admit(stream);
        Jump(stream, number);
        stream.Begin();
        return stream;
    }

    // The first time someone reads on from here; after that, all frames around the target go to disk.
    private void Jump(FrameStream stream, long number)
    {
        if (_jumps++ > 0 && Times.Index is { } index)
            stream.SpoolEnd = (_spool ??= new FrameSpool(index, Input.Format.Bytes)).ChunkOf(number).End;
    }

    private bool MayGoOn(FrameStream stream) =>
        stream.Position <= stream.Demand + Ahead || stream.Position < stream.SpoolEnd || (stream.IsHead && Times.IsBehindDemand);

    private long NumberOf(FrameStream stream, ShownFrame shown)
    {
        if (stream.IsHead)
            Times.Hear(stream.Position, shown);
        if (Times.Index is not { } index || (stream.IsHead && index.IsCounted))
            return stream.Position;
        if (shown.Time is not { } time)
            return stream.IsHead || stream.Last >= 0 ? stream.Position : -1;
        if (stream.Position < index.Count && index[stream.Position] == time)
            return stream.Position;
        return index.Find(time) ?? -1;
    }

    // Frames that were to come before this one cannot be decoded: they show the one before.
    private void Bridge(FrameStream stream, long number)
    {
        if (stream.Last < 0 && !stream.IsHead && number > stream.First)
            Times.SeekEarlier(); // it began too late
        else
            Alias(stream.Position, number, stream.Last >= 0 ? stream.Last : number);
    }

    private void Alias(long from, long end, long shown)
    {
        for (long missing = from; missing < end && missing < from + 100_000; missing++)
            _aliases[missing] = shown;
    }

    private void End(FrameStream stream)
    {
        if (stream.IsHead)
            Times.Complete(stream.Position);
        long count = Times.Index?.Count ?? 0;
        if (stream.Last >= 0)
            Alias(stream.Position, count, stream.Last);
        else if (!stream.IsHead)
            Times.SeekEarlier();
        else
            stream.Failure = DecodedIndex.NoPicture(Input.Path, stream.Log);
    }

    private bool NeedsIndex(long number)
    {
        if (Times.Index is not null)
            return false;
        lock (_gate)
        {
            if (Has(_aliases.GetValueOrDefault(number, number)))
                return false;
            FrameStream? head = _streams.Find(s => s.IsHead && !s.IsClosed);
            return head is null ? Times.HasHead || !NumberIsNearStart(number) : number < head.Position || number - head.Position > _reach;
        }
    }

    private static bool NumberIsNearStart(long number) => number is >= 0 and < 64;

    private bool Has(long number) => _cache.Has(number) || _spool?.Find(number) is not null;

    private bool IsWanted(long number) => _wanted.ContainsKey(number);

    private void Use()
    {
        Volatile.Write(ref _lastUse, Stopwatch.GetTimestamp());
        if (_isWatched)
            return;
        _isWatched = true;
        DecoderPool.Watch(this);
    }

    private static void ThrowIfFailed(FrameStream stream)
    {
        if (stream.Failure is { } failure)
            ExceptionDispatchInfo.Throw(failure);
    }
}
