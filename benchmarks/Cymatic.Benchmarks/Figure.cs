namespace Cymatic.Benchmarks;

/// <summary>One comparison: a line of the report.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Target">The largest allowed ratio of ours to the peer's.</param>
/// <param name="Recorded">The peer's figure where it cannot run: measured elsewhere, or a limit.</param>
internal abstract record Figure(string Name, double Target, double Recorded)
{
    /// <summary>The unit of both numbers.</summary>
    public virtual string Unit => "s";

    /// <summary>Whether the peer is a number, not a program.</summary>
    public virtual bool HasPeer => true;

    /// <summary>How often both are measured, in turn; the medians count.</summary>
    public virtual int Runs => 9;

    /// <summary>Prepares files and memory; gives the two measurements.</summary>
    public abstract Contest Open(Workplace place);
}

/// <summary>Two measurements that are taken in turn.</summary>
internal sealed class Contest(Func<double> ours, Func<double>? peer, IDisposable? peerProgram = null) : IDisposable
{
    public Func<double> Ours { get; } = ours;

    /// <summary>Null where the peer is missing or a mere number.</summary>
    public Func<double>? Peer { get; } = peer;

    public void Dispose() => peerProgram?.Dispose();
}
