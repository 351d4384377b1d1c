namespace Cymatic.Media;

/// <summary>A decoder of frames in order, from the start or from a key on. Its numbers are guarded by the source's lock.</summary>
internal sealed class FrameStream : MediaDecoder
{
    private readonly VideoSource _source;
    private readonly Queue<ShownFrame> _shown = new();
    private bool _isDeaf;

    /// <param name="source">Takes the frames.</param>
    /// <param name="first">Number of the key that it begins at.</param>
    /// <param name="seek">Where that is, in seconds of the stream's clock; null to begin at the start.</param>
    /// <exception cref="FfmpegException">ffmpeg cannot be run.</exception>
    public FrameStream(VideoSource source, long first, double? seek)
        : base(source.Input.Path, source.Input.Options.PatienceSeconds, source.Input.Arguments(seek)) =>
        (_source, First, Position, IsHead) = (source, first, seek is null ? 0 : first, seek is null);

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

    /// <inheritdoc/>
    public override void Wake() => _source.Wake();

    /// <inheritdoc/>
    protected override void Decode()
    {
        int length = _source.Input.Format.Bytes;
        while (_source.Room(this) is { } picture && Fill(picture.AsSpan(0, length)) == length && NextShown() is { } shown)
            _source.Publish(this, shown, picture);
    }

    /// <inheritdoc/>
    protected override void Finish(Exception? failure) => _source.Finish(this, failure);

    /// <inheritdoc/>
    protected override bool Hear(string line)
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
