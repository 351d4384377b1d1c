using System.Diagnostics;
using System.Globalization;

namespace Cymatic.Media;

/// <summary>One ffmpeg that decodes a file into its standard output, and the thread that reads it. The pool may end it any time.</summary>
internal abstract class MediaDecoder
{
    private readonly string _path;
    private readonly double _patienceSeconds;
    private readonly FfmpegChild _child;
    private readonly Thread _thread;
    private readonly Lock _ending = new();
    private bool _isChildGone;
    private long _readingSince, _lastUse;
    private int _waiters;
    private volatile bool _isClosed, _isLate;

    /// <param name="path">The file, for messages.</param>
    /// <param name="patienceSeconds">How long the child may give nothing while we read.</param>
    /// <param name="arguments">Of ffmpeg.</param>
    /// <exception cref="FfmpegException">ffmpeg cannot be run.</exception>
    protected MediaDecoder(string path, double patienceSeconds, IReadOnlyList<string> arguments)
    {
        (_path, _patienceSeconds) = (path, patienceSeconds);
        Touch();
        _child = FfmpegChild.Start(Ffmpeg.Program, arguments, default, Hear);
        _child.Input.Dispose();
        _thread = new Thread(Run, 256 << 10) { IsBackground = true, Name = "Cymatic decoder" };
    }

    /// <summary>Whether it was closed by us.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Threads that wait for it.</summary>
    public int Waiters => Volatile.Read(ref _waiters);

    /// <summary>Milliseconds since someone asked it for anything.</summary>
    public long IdleMilliseconds => (long)Stopwatch.GetElapsedTime(Volatile.Read(ref _lastUse)).TotalMilliseconds;

    /// <summary>What ffmpeg said.</summary>
    public StderrLog Log => _child.Log;

    /// <summary>Begins; separate from the constructor, so that its owner can list it first.</summary>
    public void Begin() => _thread.Start();

    /// <summary>Someone asks it for something.</summary>
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
    public abstract void Wake();

    /// <summary>Waits until the child is gone. Not to be called under a source's lock.</summary>
    public void Join()
    {
        if (_thread.IsAlive && _thread != Thread.CurrentThread)
            _thread.Join();
    }

    /// <summary>Ends a child that has given nothing for longer than allowed, while we waited for its bytes.</summary>
    public void EndIfLate()
    {
        long since = Volatile.Read(ref _readingSince);
        if (since == 0 || Stopwatch.GetElapsedTime(since).TotalSeconds <= _patienceSeconds)
            return;
        _isLate = true;
        Kill();
    }

    /// <summary>Reads and hands over until the end, or until it is closed.</summary>
    protected abstract void Decode();

    /// <summary>The child is gone.</summary>
    /// <param name="failure">Why it ended too early; null when it gave what there is, or was closed.</param>
    protected abstract void Finish(Exception? failure);

    /// <summary>A line of standard error, on another thread.</summary>
    /// <returns>True to keep it out of <see cref="Log"/>.</returns>
    protected virtual bool Hear(string line) => false;

    /// <summary>Reads until a buffer is full or nothing comes any more; how many bytes came.</summary>
    protected int Fill(Span<byte> buffer)
    {
        int done = 0;
        Volatile.Write(ref _readingSince, Stopwatch.GetTimestamp());
        while (done < buffer.Length && _child.Output.Read(buffer[done..]) is > 0 and int read)
            done += read;
        Volatile.Write(ref _readingSince, 0);
        return done;
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
            Decode();
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

            DecoderPool.Forget(this);
            Finish(failure);
        }
    }

    // A child that was killed is a failure; one that met damage in the file has given what there is.
    private Exception? End()
    {
        if (_isLate)
        {
            string limit = _patienceSeconds.ToString(CultureInfo.InvariantCulture);
            return new UnreadableMediaException(_path, $"could not be read: ffmpeg gave nothing for {limit} s");
        }

        return _child.WaitForExit() > 128 ? _child.Failure($"decode {Path.GetFileName(_path)}") : null;
    }
}
