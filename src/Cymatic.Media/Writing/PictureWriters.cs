using System.Runtime.ExceptionServices;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Threads that each draw the next frame and write it as a file.</summary>
internal sealed class PictureWriters(VideoClip clip, FrameTimes times, Func<long, string> path)
{
    private readonly Lock _gate = new();
    private long _begun, _done;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Writes all frames.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Run(int threads, Job job)
    {
        Thread[] workers = [.. Enumerable.Range(0, (int)Math.Min(threads, times.Count))
            .Select(_ => new Thread(() => Work(job)) { IsBackground = true, Name = "Cymatic pictures" })];
        foreach (Thread worker in workers)
            worker.Start();
        foreach (Thread worker in workers)
            worker.Join();
        job.Cancel.ThrowIfCancellationRequested();
        _failure?.Throw();
    }

    private void Work(Job job)
    {
        try
        {
            using Frame frame = Frame.Rent(clip.Width, clip.Height);
            for (long n; _failure is null && !job.Cancel.IsCancellationRequested
                && (n = Interlocked.Increment(ref _begun) - 1) < times.Count;)
            {
                clip.Render(times.TimeOf(n), frame);
                using (FileStream file = File.Create(path(n)))
                    PngWriter.Write(frame, file);
                lock (_gate)
                    job.Report((double)++_done / times.Count);
            }
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
        }
    }
}
