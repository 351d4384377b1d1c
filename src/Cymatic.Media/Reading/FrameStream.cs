using System.Diagnostics;
using System.Globalization;

namespace Cymatic.Media;

/// <summary>One ffmpeg that decodes frames in order, from the start or from a key on, and the thread that reads it.</summary>
/// <remarks>Numbers are guarded by the source's lock; what the pool looks at is volatile.</remarks>
internal sealed class FrameStream
{
    private readonly VideoSource _source;
    private readonly VideoInput _input;
    private readonly FfmpegChild _child;
    private readonly Thread _thread;
    private readonly Lock _ending = new();
    private readonly Queue<ShownFrame> _shown = new();
    private bool _isChildGone, _isDeaf;
    private long _readingSince, _lastUse;
    private int _waiters;
    private volatile bool _isClosed, _isLate;

    /// <param name="source">Takes the frames.</param>
    /// <param name="first">Number of the key that it begins at.</param>
    /// <param name="seek">Where that is, in seconds of the stream's clock; null to begin at the start.</param>
    /// <exception cref="UnreadableMediaException">The file has changed or is gone.</exception>
    /// <exception cref="FfmpegException">ffmpeg cannot be run.</exception>
    public FrameStream(VideoSource source, long first, double? seek)
    {
        (_source, _input, First, Position, IsHead) = (source, source.Input, first, seek is null ? 0 : first, seek is null);
        _input.CheckUnchanged();
        Touch();
        _child = FfmpegChild.Start(Ffmpeg.Program, _input.Arguments(seek), default, Hear);
        _child.Input.Dispose();
        _thread = new Thread(Run, 256 << 10) { IsBackground = true, Name = "Cymatic decoder" };
    }

    /// <summary>Number of the key that it begins at.</summary>
    public long First { get; }

    /// <summary>Whether it began at the start of the file, without seeking.</summary>
    public bool IsHead { get; }

    /// <summary>Number of the frame that comes next.</summary>
    public long Position { get; set; }

    /// <summary>Number of the frame that came last; −1 before the first.</summary>
    public long Last { get; set; } = -1;

    /// <summary>The last frame that anyone has asked it for.</summary>
    public long Demand { get; set; } = -1;

    /// <summary>Frames before this one go to disk, without waiting for anyone to ask.</summary>
    public long SpoolEnd { get; set; } = -1;

    /// <summary>Whether no frame will come any more.</summary>
    public bool IsEnded { get; set; }

    /// <summary>Why it ended too early; null when it did not.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether it was closed by us.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Threads that wait for a frame.</summary>
    public int Waiters => Volatile.Read(ref _waiters);

    /// <summary>Milliseconds since someone asked it for a frame.</summary>
    public long IdleMilliseconds => (long)Stopwatch.GetElapsedTime(Volatile.Read(ref _lastUse)).TotalMilliseconds;

    /// <summary>What ffmpeg said.</summary>
    public StderrLog Log => _child.Log;

    /// <summary>Begins; separate from the constructor, so that the source can list it first.</summary>
    public void Begin() => _thread.Start();

    /// <summary>Someone asks it for a frame.</summary>
    public void Touch() => Volatile.Write(ref _lastUse, Stopwatch.GetTimestamp());

    /// <summary>Someone begins (1) or ends (−1) to wait.</summary>
    public void CountWaiter(int change)
    {
        Touch();
        Interlocked.Add(ref _waiters, change);
    }

    /// <summary>Ends the child; the thread follows.</summary>
    public void Close()
    {
        _isClosed = true;
        Kill();
    }

    /// <summary>Wakes the thread, so that it sees at once that it was closed. Not to be called under the lock of another source.</summary>
    public void Wake() => _source.Wake();

    /// <summary>Waits until the child is gone. Not to be called under the source's lock.</summary>
    public void Join()
    {
        if (_thread.IsAlive && _thread != Thread.CurrentThread)
            _thread.Join();
    }

    /// <summary>Ends a child that has given nothing for longer than allowed, while we waited for its bytes.</summary>
    public void EndIfLate()
    {
        long since = Volatile.Read(ref _readingSince);
        if (since == 0 || Stopwatch.GetElapsedTime(since).TotalSeconds <= _input.Options.PatienceSeconds)
            return;
        _isLate = true;
        Kill();
    }

    private void Kill()
    {
        lock (_ending)
        {
            if (!_isChildGone)
                _child.Kill();
        }
    }

    private void Run()
    {
        Exception? failure = null;
        try
        {
            while (_source.Room(this) is { } picture && Read(picture) && NextShown() is { } shown)
                _source.Publish(this, shown, picture);
            failure = _isClosed ? null : End();
        }
        catch (Exception e)
        {
            failure = _isClosed ? null : e;
        }
        finally
        {
            lock (_ending)
            {
                _isChildGone = true;
                _child.Dispose();
            }

            _source.Finish(this, failure);
        }
    }

    // A child that was killed is a failure; one that met damage in the file has given what there is.
    private Exception? End()
    {
        if (_isLate)
        {
            string limit = _input.Options.PatienceSeconds.ToString(CultureInfo.InvariantCulture);
            return new UnreadableMediaException(_input.Path, $"could not be read: ffmpeg gave nothing for {limit} s");
        }

        int code = _child.WaitForExit();
        return code > 128 ? _child.Failure($"decode {Path.GetFileName(_input.Path)}") : null;
    }

    private bool Read(byte[] picture)
    {
        int done = 0, length = _input.Format.Bytes;
        Volatile.Write(ref _readingSince, Stopwatch.GetTimestamp());
        while (done < length)
        {
            int read = _child.Output.Read(picture, done, length - done);
            if (read == 0)
                break;
            done += read;
        }

        Volatile.Write(ref _readingSince, 0);
        return done == length;
    }

    private bool Hear(string line)
    {
        if (!ShownFrame.TryParse(line, out ShownFrame? frame))
            return false;
        if (frame is not { } shown)
            return true;
        lock (_shown)
        {
            _shown.Enqueue(shown);
            Monitor.Pulse(_shown);
        }

        return true;
    }

    // The line was written before the frame, so it comes at once.
    private ShownFrame? NextShown()
    {
        lock (_shown)
        {
            while (_shown.Count == 0 && !_isDeaf)
                _isDeaf = !Monitor.Wait(_shown, TimeSpan.FromSeconds(5));
            return _shown.TryDequeue(out ShownFrame shown) ? shown : null;
        }
    }
}
