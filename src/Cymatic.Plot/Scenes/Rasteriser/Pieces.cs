namespace Cymatic.Plot;

/// <summary>What is drawn of a shape's points.</summary>
internal enum PieceKind
{
    /// <summary>Faces of a grid: the code is the first corner · 8, and which corner is missing (0: none).</summary>
    GridFaces,

    /// <summary>Lines of a grid: the code is the first point · 8, and 1 for a line along the columns.</summary>
    GridLines,

    /// <summary>Triangles of listed points: the code is the triangle.</summary>
    Triangles,

    /// <summary>Sides of triangles: the code is the triangle · 4, and which side.</summary>
    TriangleLines,

    /// <summary>Lines between two successive points: the code is the line.</summary>
    Lines,

    /// <summary>Balls: the code is the point.</summary>
    Balls,
}

/// <summary>
/// A run of a shape's pieces that a thread looks through at once: which of them are seen, and in which bands. What was cut is kept here:
/// its code is negative.
/// </summary>
internal sealed unsafe class Pieces
{
    private readonly NativeBuffer<Seen> _seen = new();
    private readonly NativeBuffer<float> _cut = new();
    private readonly NativeBuffer<int> _codes = new();
    private int[] _starts = [];
    private int _cutCount;

    internal Draw Draw { get; private set; } = null!;

    internal Lighting Lighting { get; private set; } = null!;

    internal PieceKind Kind { get; private set; }

    internal (int Start, int End) Range { get; private set; }

    internal (float Width, float Nearer) Line { get; private set; }

    /// <summary>How many pieces are seen.</summary>
    internal int Count { get; private set; }

    internal Seen* List => _seen.Pointer;

    internal long Bytes => _seen.Bytes + _cut.Bytes + _codes.Bytes;

    internal void Begin(Draw draw, Lighting lighting, PieceKind kind, (int, int) range, (float, float) line)
    {
        (Draw, Lighting, Kind, Range, Line) = (draw, lighting, kind, range, line);
        (Count, _cutCount) = (0, 0);
    }

    /// <summary>Adds a piece between two rows of the picture; nothing when it is not in it.</summary>
    internal void Add(int code, (float Least, float Greatest) y, float depth)
    {
        int height = Draw.View.Height;
        if (!(y.Greatest >= 0 && y.Least <= height))
            return;
        if (Count == _seen.Capacity)
            _seen.Reserve(Math.Max(256, 2 * Count));
        uint first = (uint)Math.Max(0, (int)y.Least) / Band.Height, last = (uint)Math.Min(height - 1, (int)y.Greatest) / Band.Height;
        _seen.Pointer[Count++] = new(code, (ushort)first, (ushort)last, depth);
    }

    /// <summary>Keeps a triangle that was cut: three points of <see cref="Plot.Draw.Stride"/> numbers.</summary>
    internal float* Keep()
    {
        _cut.Reserve((_cutCount + 1) * 3L * Plot.Draw.Stride);
        return Cut(_cutCount++);
    }

    /// <summary>The code of the triangle kept last.</summary>
    internal int LastKept => -_cutCount;

    /// <summary>A triangle that was cut, by its code.</summary>
    internal float* Kept(int code) => Cut(-code - 1);

    /// <summary>Sorts what is seen into bands, in order.</summary>
    internal void Sort(int bands)
    {
        if (_starts.Length < bands + 2)
            _starts = new int[bands + 2];
        Span<int> starts = _starts.AsSpan(0, bands + 2);
        starts.Clear();
        Seen* seen = _seen.Pointer;
        for (int i = 0; i < Count; i++)
        {
            for (int band = seen[i].First; band <= seen[i].Last; band++)
                starts[band + 2]++;
        }

        for (int band = 2; band < starts.Length; band++)
            starts[band] += starts[band - 1];
        _codes.Reserve(Math.Max(1, starts[^1]));
        // Each start moves on to the next one's place as its band is filled.
        for (int i = 0; i < Count; i++)
        {
            for (int band = seen[i].First; band <= seen[i].Last; band++)
                _codes.Pointer[starts[band + 1]++] = seen[i].Code;
        }
    }

    /// <summary>The codes of a band's pieces, once sorted.</summary>
    internal ReadOnlySpan<int> In(int band) => new(_codes.Pointer + _starts[band], _starts[band + 1] - _starts[band]);

    private float* Cut(int index) => _cut.Pointer + index * 3L * Plot.Draw.Stride;

    /// <summary>A piece: its first and last band, and how deep its middle is (1: near).</summary>
    internal readonly record struct Seen(int Code, ushort First, ushort Last, float Depth);
}
