namespace Cymatic.Plot;

/// <summary>
/// Does numbered pieces of work on all cores without allocating: the caller works too, and never waits for a thread that has not begun.
/// </summary>
internal sealed class WorkCrew : IThreadPoolWorkItem
{
    // Between two jobs, everyone who asks for a piece gets a number beyond all.
    private const int Closed = int.MaxValue / 2;

    private Action<int>? _work;
    private int _count, _next = Closed, _active;
    private Exception? _failure;

    /// <summary>Does pieces 0 to <paramref name="count"/> − 1, each once, in any order; returns when all are done.</summary>
    /// <param name="count">How many pieces.</param>
    /// <param name="threads">Threads that work at most, the caller included.</param>
    /// <param name="work">Does a piece.</param>
    internal void Run(int count, int threads, Action<int> work)
    {
        (_work, _count, _failure) = (work, count, null);
        Volatile.Write(ref _next, 0);
        for (int helper = 1; helper < Math.Min(threads, count); helper++)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        Execute();
        Volatile.Write(ref _next, Closed);
        var wait = new SpinWait();
        while (Volatile.Read(ref _active) > 0)
            wait.SpinOnce(sleep1Threshold: -1);
        if (_failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
    }

    /// <summary>Helps with whatever there is to do; also after its job has ended.</summary>
    public void Execute()
    {
        Interlocked.Increment(ref _active);
        try
        {
            // The number is taken before the count is read: one of an earlier job is beyond any count.
            for (int piece = Next(); piece < Volatile.Read(ref _count); piece = Next())
                _work!(piece);
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
            Volatile.Write(ref _next, Closed);
        }
        finally
        {
            Interlocked.Decrement(ref _active);
        }
    }

    private int Next() => Interlocked.Increment(ref _next) - 1;
}
