namespace Cymatic.Media;

/// <summary>Owns every decoder of the process: few at a time, none for longer than it is used, none after the process.</summary>
internal static class DecoderPool
{
    private const int MostDecoders = 8, LookEveryMilliseconds = 250;
    private const long DecoderIdleMilliseconds = 2000, SourceIdleMilliseconds = 10_000;

    private static readonly Lock Gate = new();
    private static readonly List<MediaDecoder> Decoders = [];
    private static readonly HashSet<IRestable> Sources = [];
    private static readonly Timer Clock = new(_ => Look());
    private static int s_sessions;
    private static bool s_isRunning;

    static DecoderPool() => AppDomain.CurrentDomain.ProcessExit += (_, _) => CloseAll();

    /// <summary>Decoders that run now.</summary>
    internal static int Running
    {
        get
        {
            lock (Gate)
                return Decoders.Count;
        }
    }

    /// <summary>A stretch of work, as the writing of a movie: when the last one ends, all decoders end at once.</summary>
    public static IDisposable Session()
    {
        Interlocked.Increment(ref s_sessions);
        return new SessionEnd();
    }

    /// <summary>A source is being used: it will be told to rest when it is not any more.</summary>
    public static void Watch(IRestable source)
    {
        lock (Gate)
        {
            Sources.Add(source);
            Start();
        }
    }

    /// <summary>Lists a new decoder, and closes the one that was idle for longest when there are too many.</summary>
    public static void Admit(MediaDecoder decoder)
    {
        MediaDecoder? victim = null;
        lock (Gate)
        {
            if (Decoders.Count >= MostDecoders)
                victim = Decoders.Where(other => other.Waiters == 0).MaxBy(other => other.IdleMilliseconds);
            Decoders.Add(decoder);
            Start();
        }

        victim?.Close();
    }

    /// <summary>A decoder has ended.</summary>
    public static void Forget(MediaDecoder decoder)
    {
        lock (Gate)
            Decoders.Remove(decoder);
    }

    /// <summary>Ends all decoders that nobody waits for, and waits until they are gone.</summary>
    public static void CloseIdle() => Close(decoder => decoder.Waiters == 0);

    /// <summary>Ends all decoders and lets everything go that sources keep.</summary>
    internal static void CloseAll()
    {
        Close(_ => true);
        IRestable[] sources;
        lock (Gate)
        {
            sources = [.. Sources];
            Sources.Clear();
        }

        foreach (IRestable source in sources)
            source.Rest();
    }

    private static void Close(Func<MediaDecoder, bool> which)
    {
        MediaDecoder[] chosen;
        lock (Gate)
            chosen = [.. Decoders.Where(which)];
        foreach (MediaDecoder decoder in chosen)
        {
            decoder.Close();
            decoder.Wake();
        }

        foreach (MediaDecoder decoder in chosen)
            decoder.Join();
    }

    private static void Start()
    {
        if (s_isRunning)
            return;
        s_isRunning = true;
        Clock.Change(LookEveryMilliseconds, LookEveryMilliseconds);
    }

    private static void Look()
    {
        MediaDecoder[] decoders;
        IRestable[] quiet;
        lock (Gate)
        {
            decoders = [.. Decoders];
            quiet = [.. Sources.Where(source => source.IdleMilliseconds > SourceIdleMilliseconds)];
            Sources.ExceptWith(quiet);
            if (Decoders.Count == 0 && Sources.Count == 0)
            {
                s_isRunning = false;
                Clock.Change(Timeout.Infinite, Timeout.Infinite);
            }
        }

        foreach (IRestable source in quiet)
            source.Rest();
        foreach (MediaDecoder decoder in decoders)
        {
            decoder.EndIfLate();
            if (decoder.Waiters == 0 && decoder.IdleMilliseconds > DecoderIdleMilliseconds)
                decoder.Close();
        }
    }

    private sealed class SessionEnd : IDisposable
    {
        private int _isDone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDone, 1) == 0 && Interlocked.Decrement(ref s_sessions) == 0)
                CloseIdle();
        }
    }
}

/// <summary>Something that keeps memory or files while it is used.</summary>
internal interface IRestable
{
    /// <summary>Milliseconds since it was used.</summary>
    long IdleMilliseconds { get; }

    /// <summary>Lets everything go that can be made again.</summary>
    void Rest();
}
