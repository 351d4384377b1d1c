using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Media;

/// <summary>The sound of one file: decoded once, from the start, into a file without a name, from which any samples are read.</summary>
/// <remarks>
/// Lossy codecs give their exact samples only in order. Decoding runs ahead of who reads by <see cref="AheadBytes"/> at most; one that was
/// ended meanwhile begins again, and what is on disk already is skipped.
/// </remarks>
internal sealed class SoundSource : IRestable
{
    private const long AheadBytes = 256 << 20;

    private readonly object _gate = new();
    private readonly DateTime _written;
    private readonly long _fileLength;
    private SafeFileHandle? _spool;
    private SoundStream? _stream;
    private Exception? _failure;
    private long _kept, _skip, _demand, _lastUse;
    private bool _isWatched, _isComplete;

    public SoundSource(string path, MediaInfo info)
    {
        (Path, Stream) = (path, info.Audio ?? throw new UnreadableMediaException(path, $"holds no sound, only {info.Kinds}"));
        if (Stream.SampleRate < 1 || Stream.Channels < 1)
            throw new UnreadableMediaException(path, "holds no sound that can be decoded: it says neither rate nor channels");
        Zero = (long)Math.Round(info.Zero * Stream.SampleRate);
        FileInfo file = new(path);
        (_written, _fileLength) = (file.LastWriteTimeUtc, file.Length);
    }

    /// <summary>The file, as the user named it.</summary>
    public string Path { get; }

    /// <summary>The stream that is read.</summary>
    public AudioStreamInfo Stream { get; }

    /// <summary>Number of the sample at time 0, by the stream's clock.</summary>
    public long Zero { get; }

    /// <inheritdoc/>
    public long IdleMilliseconds => (long)Stopwatch.GetElapsedTime(Volatile.Read(ref _lastUse)).TotalMilliseconds;

    private int FrameBytes => Stream.Channels * sizeof(float);

    /// <summary>Decodes everything; the number of samples in each channel.</summary>
    public long Measure()
    {
        lock (_gate)
        {
            Await(long.MaxValue);
            return _kept / FrameBytes;
        }
    }

    /// <summary>Fills a span with samples; silence before the first and after the last.</summary>
    public void Read(long firstSample, Span<float> target)
    {
        target.Clear();
        long frames = target.Length / Stream.Channels;
        if (firstSample <= -frames || firstSample > long.MaxValue / FrameBytes - frames)
            return;
        Span<byte> bytes = MemoryMarshal.AsBytes(target[(int)(Math.Max(0, -firstSample) * Stream.Channels)..]);
        long from = Math.Max(0, firstSample) * FrameBytes;
        lock (_gate)
        {
            Await(from + bytes.Length);
            if (_kept > from && _spool is { } spool)
                NamelessFile.Read(spool, bytes[..(int)Math.Min(bytes.Length, _kept - from)], from);
        }

        NonFinite.Silence(target);
    }

    /// <summary>Waits until the decoder may read on; false when it was closed.</summary>
    public bool MayGoOn(SoundStream stream)
    {
        lock (_gate)
        {
            while (!stream.IsClosed && _skip == 0 && _kept > _demand + AheadBytes)
                Monitor.Wait(_gate, 200);
            return !stream.IsClosed;
        }
    }

    /// <summary>Takes the next samples.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        int known = (int)Math.Min(_skip, bytes.Length); // only this thread changes both numbers
        if (known < bytes.Length)
            RandomAccess.Write(_spool!, bytes[known..], _kept);
        lock (_gate)
        {
            _skip -= known;
            _kept += bytes.Length - known;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>The decoder is gone.</summary>
    public void Finish(SoundStream stream, Exception? failure)
    {
        lock (_gate)
        {
            _stream = null;
            _failure = failure is IOException e && DiskFull.Is(e) ? DiskFull.Waiting("the decoded sound", e) : failure;
            _isComplete = failure is null && !stream.IsClosed;
            _kept -= _kept % FrameBytes;
            if (_isComplete && _kept == 0)
                _failure = NoSample(stream.Log);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Wakes a decoder that waits.</summary>
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
            if (_stream is not null)
                return;
            _spool?.Dispose();
            (_spool, _kept, _isComplete) = (null, 0, false);
        }
    }

    // The caller holds the lock, and so nobody takes the spool away while it is read.
    private void Await(long bytes)
    {
        Use();
        _demand = Math.Max(_demand, bytes > long.MaxValue / 2 ? long.MaxValue / 2 : bytes);
        while (!_isComplete && _kept < bytes)
        {
            SoundStream stream = _stream ??= Open();
            stream.CountWaiter(1);
            Monitor.PulseAll(_gate);
            while (_stream == stream && _kept < bytes)
                Monitor.Wait(_gate);
            stream.CountWaiter(-1);
            if (_failure is { } failure && _stream is null)
                ExceptionDispatchInfo.Throw(failure);
        }
    }

    private SoundStream Open()
    {
        FileInfo now = new(Path);
        if (!now.Exists)
            throw new UnreadableMediaException(Path, "was there when it was opened, and is gone");
        if (now.Length != _fileLength || now.LastWriteTimeUtc != _written)
            throw new UnreadableMediaException(Path, "has changed since it was opened");
        _spool ??= NamelessFile.Open();
        (_skip, _failure) = (_kept, null);
        var stream = new SoundStream(this);
        DecoderPool.Admit(stream);
        stream.Begin();
        return stream;
    }

    private UnreadableMediaException NoSample(StderrLog log)
    {
        string reason = log.Errors.Count > 0 ? $" ({log.Errors[^1].TrimEnd('.')})" : "";
        return new UnreadableMediaException(Path, $"holds an empty sound: not one sample could be decoded{reason}");
    }

    private void Use()
    {
        Volatile.Write(ref _lastUse, Stopwatch.GetTimestamp());
        if (_isWatched)
            return;
        _isWatched = true;
        DecoderPool.Watch(this);
    }
}
