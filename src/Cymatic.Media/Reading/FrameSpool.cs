namespace Cymatic.Media;

/// <summary>The decoded pictures of a video that lie on disk, in chunks decoded as a whole. Guarded by its source's lock.</summary>
/// <remarks>All sources together keep at most <see cref="BudgetBytes"/>; the chunk that was not used for longest goes first.</remarks>
internal sealed class FrameSpool : IDisposable
{
    private const int FewestFrames = 64, MostFrames = 256, MostChunks = 200;
    private const long MostChunkBytes = 128 << 20;

    private static readonly Lock Gate = new();
    private static readonly LinkedList<SpoolChunk> Used = [];
    private static long s_bytes;

    private readonly Dictionary<int, LinkedListNode<SpoolChunk>> _chunks = [];
    private readonly int[] _starts;
    private readonly int _count, _bytes;
    private bool _isBroken;

    public FrameSpool(FrameIndex index, int bytes)
    {
        (_count, _bytes) = (index.Count, bytes);
        _starts = [.. Starts(index, (int)Math.Clamp(MostChunkBytes / bytes, 1, MostFrames))];
    }

    /// <summary>Bytes that all spools of the process may take on disk.</summary>
    public static long BudgetBytes { get; set; } = 1L << 30;

    /// <summary>Bytes that are reserved on disk.</summary>
    internal static long KeptBytes
    {
        get
        {
            lock (Gate)
                return s_bytes;
        }
    }

    /// <summary>The frames that are decoded together with one: from First up to, not including, End.</summary>
    public (long First, long End) ChunkOf(long frame)
    {
        int chunk = Chunk(frame);
        return (_starts[chunk], chunk + 1 < _starts.Length ? _starts[chunk + 1] : _count);
    }

    /// <summary>The chunk that holds a picture; null when none does.</summary>
    public SpoolChunk? Find(long frame)
    {
        if (!_chunks.TryGetValue(Chunk(frame), out LinkedListNode<SpoolChunk>? node))
            return null;
        lock (Gate)
        {
            if (node.List is null)
            {
                _chunks.Remove(Chunk(frame));
                return null;
            }

            Used.Remove(node);
            Used.AddFirst(node);
        }

        return node.Value.Has(frame) ? node.Value : null;
    }

    /// <summary>The chunk to which a picture is to be written; null when there is no room at all.</summary>
    public SpoolChunk? Open(long frame)
    {
        int chunk = Chunk(frame);
        if (_chunks.TryGetValue(chunk, out LinkedListNode<SpoolChunk>? node) && node.List is not null)
            return node.Value;
        (long first, long end) = ChunkOf(frame);
        long size = (end - first) * _bytes;
        if (_isBroken || size > BudgetBytes)
            return null;
        try
        {
            var made = new SpoolChunk(first, (int)(end - first), _bytes);
            _chunks[chunk] = Admit(made);
            return made;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _isBroken = true;
            return null;
        }
    }

    /// <summary>The disk is full: nothing more is written.</summary>
    public void GiveUp() => _isBroken = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (Gate)
        {
            foreach (LinkedListNode<SpoolChunk> node in _chunks.Values)
            {
                if (node.List is not null)
                    Drop(node);
            }
        }

        _chunks.Clear();
    }

    private static LinkedListNode<SpoolChunk> Admit(SpoolChunk chunk)
    {
        lock (Gate)
        {
            while (Used.Last is { } oldest && (s_bytes + chunk.Size > BudgetBytes || Used.Count >= MostChunks))
                Drop(oldest);
            s_bytes += chunk.Size;
            return Used.AddFirst(chunk);
        }
    }

    private static void Drop(LinkedListNode<SpoolChunk> node)
    {
        Used.Remove(node);
        s_bytes -= node.Value.Size;
        node.Value.Dispose();
    }

    // A chunk begins at a key where it can: the next key that is far enough, or in the midst of a long group of pictures.
    private static IEnumerable<int> Starts(FrameIndex index, int most)
    {
        for (int start = 0; start < index.Count;)
        {
            yield return start;
            int next = index.KeyAfter(Math.Min(start + Math.Min(FewestFrames, most) - 1, index.Count - 1));
            start = Math.Min(next, start + most);
        }
    }

    private int Chunk(long frame)
    {
        int at = Array.BinarySearch(_starts, (int)frame);
        return at >= 0 ? at : ~at - 1;
    }
}
