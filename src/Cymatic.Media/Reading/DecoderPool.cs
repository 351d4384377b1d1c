namespace Cymatic.Media;

/// <summary>Owns every decoder of the process: few at a time, none for longer than it is used, none after the process.</summary>
internal static class DecoderPool
{
    private const int MostStreams = 8, LookEveryMilliseconds = 250;
    private const long StreamIdleMilliseconds = 2000, SourceIdleMilliseconds = 10_000;

    private static readonly Lock Gate = new();
    private static readonly List<FrameStream> Streams = [];
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
                return Streams.Count;
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
    public static void Admit(FrameStream stream)
    {
        FrameStream? victim = null;
        lock (Gate)
        {
            if (Streams.Count >= MostStreams)
                victim = Streams.Where(other => other.Waiters == 0).MaxBy(other => other.IdleMilliseconds);
            Streams.Add(stream);
            Start();
        }

        victim?.Close();
    }

    /// <summary>A decoder has ended.</summary>
    public static void Forget(FrameStream stream)
    {
        lock (Gate)
            Streams.Remove(stream);
    }

    /// <summary>Ends all decoders that nobody waits for, and waits until they are gone.</summary>
    public static void CloseIdle() => Close(stream => stream.Waiters == 0);

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

    private static void Close(Func<FrameStream, bool> which)
    {
        FrameStream[] chosen;
        lock (Gate)
            chosen = [.. Streams.Where(which)];
        foreach (FrameStream stream in chosen)
        {
            stream.Close();
            stream.Wake();
        }

        foreach (FrameStream stream in chosen)
            stream.Join();
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
        FrameStream[] streams;
        IRestable[] quiet;
        lock (Gate)
        {
            streams = [.. Streams];
            quiet = [.. Sources.Where(source => source.IdleMilliseconds > SourceIdleMilliseconds)];
            Sources.ExceptWith(quiet);
            if (Streams.Count == 0 && Sources.Count == 0)
            {
                s_isRunning = false;
                Clock.Change(Timeout.Infinite, Timeout.Infinite);
            }
        }

        foreach (IRestable source in quiet)
            source.Rest();
        foreach (FrameStream stream in streams)
        {
            stream.EndIfLate();
            if (stream.Waiters == 0 && stream.IdleMilliseconds > StreamIdleMilliseconds)
                stream.Close();
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
