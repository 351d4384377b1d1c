namespace Cymatic.Signal;

/// <summary>The same work on many channels, on all cores.</summary>
internal static class ChannelLoop
{
    /// <summary>A result for each channel; the first exception of a channel is thrown as it is.</summary>
    public static TResult[] Map<T, TResult>(IReadOnlyList<T[]> channels, Func<T[], TResult> work, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(channels);
        var results = new TResult[channels.Count];
        try
        {
            Parallel.For(0, channels.Count, new ParallelOptions { CancellationToken = cancel }, i => results[i] = work(channels[i]));
        }
        catch (AggregateException failures)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }
}
