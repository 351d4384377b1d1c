using System.Runtime.ExceptionServices;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Draws the frames of a clip on several threads, a bounded number ahead, and hands them over in order.</summary>
internal sealed class RenderAhead : IDisposable
{
    private readonly VideoClip _clip;
    private readonly FrameTimes _times;
    private readonly byte[][] _slots;
    private readonly bool[] _ready;
    private readonly Thread[] _threads;
    private readonly object _gate = new();
    private long _begun, _taken;
    private Exception? _failure;
    private bool _stopped;

    /// <param name="clip">Drawn at the times of the frames.</param>
    /// <param name="times">Which frames.</param>
    /// <param name="format">Makes a converter for each thread.</param>
    /// <param name="threads">How many draw.</param>
    public RenderAhead(VideoClip clip, FrameTimes times, Func<IFrameFormat> format, int threads)
    {
        (_clip, _times) = (clip, times);
        int count = (int)Math.Min(threads, times.Count), bytes = format().Bytes;
        _slots = [.. Enumerable.Range(0, count + 4).Select(_ => GC.AllocateUninitializedArray<byte>(bytes))];
        _ready = new bool[_slots.Length];
        _threads =
            [.. Enumerable.Range(0, count).Select(_ => new Thread(() => Work(format())) { IsBackground = true, Name = "Cymatic frames" })];
        foreach (Thread thread in _threads)
            thread.Start();
    }

    /// <summary>Gives every frame in turn to <paramref name="take"/>; an exception of a drawing thread is thrown here.</summary>
    public void TakeAll(Action<byte[]> take, Job job)
    {
        using CancellationTokenRegistration registration = job.Cancel.Register(Stop);
        for (long n = 0; n < _times.Count; n++)
        {
            int slot = (int)(n % _slots.Length);
            lock (_gate)
            {
                while (!_ready[slot] && _failure is null && !_stopped)
                    Monitor.Wait(_gate);
            }

            job.Cancel.ThrowIfCancellationRequested();
            if (_failure is { } failure)
                ExceptionDispatchInfo.Throw(failure);
            take(_slots[slot]);
            lock (_gate)
            {
                _ready[slot] = false;
                _taken = n + 1;
                Monitor.PulseAll(_gate);
            }

            job.Report((double)(n + 1) / _times.Count);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        foreach (Thread thread in _threads)
            thread.Join();
    }

    private void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Work(IFrameFormat format)
    {
        try
        {
            using Frame frame = Frame.Rent(_clip.Width, _clip.Height);
            while (Next() is { } n)
            {
                int slot = (int)(n % _slots.Length);
                Draw(format, frame, _times.TimeOf(n), _slots[slot]);
                lock (_gate)
                {
                    _ready[slot] = true;
                    Monitor.PulseAll(_gate);
                }
            }
        }
        catch (Exception e)
        {
            lock (_gate)
            {
                _failure ??= e;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void Draw(IFrameFormat format, Frame frame, double t, byte[] slot)
    {
        if (format is Yuv420 && _clip.TryRenderPlanes(t, slot))
            return;
        _clip.Render(t, frame);
        format.Convert(frame, slot);
    }

    // Frame n may begin when frame n − slots was taken: its slot is free then.
    private long? Next()
    {
        lock (_gate)
        {
            while (!_stopped && _failure is null && _begun < _times.Count && _begun >= _taken + _slots.Length)
                Monitor.Wait(_gate);
            return _stopped || _failure is not null || _begun >= _times.Count ? null : _begun++;
        }
    }
}
