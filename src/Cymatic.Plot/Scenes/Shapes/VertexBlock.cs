namespace Cymatic.Plot;

/// <summary>Some successive points of a shape, each part in an array of its own.</summary>
/// <remarks>
/// Places are numbers of the data, from the shape's origin. Normals have any length; points that stand for balls have their radius in place
/// of the first part of the normal. Values are places in the paint's table, or bits of colours.
/// </remarks>
internal readonly ref struct VertexBlock
{
    /// <summary>Points of a block at most.</summary>
    internal const int Most = 256;

    private const int Parts = 7;

    private readonly Span<float> _memory;

    internal VertexBlock(Span<float> memory, int count)
    {
        _memory = memory;
        Count = count;
    }

    /// <summary>Numbers that the memory of a block has.</summary>
    internal static int Size => Parts * Most;

    internal int Count { get; }

    internal Span<float> X => Part(0);

    internal Span<float> Y => Part(1);

    internal Span<float> Z => Part(2);

    internal Span<float> NormalX => Part(3);

    internal Span<float> NormalY => Part(4);

    internal Span<float> NormalZ => Part(5);

    internal Span<float> Value => Part(6);

    internal void Set(int index, Vector3D place, Vector3D normal)
    {
        (X[index], Y[index], Z[index]) = ((float)place.X, (float)place.Y, (float)place.Z);
        (NormalX[index], NormalY[index], NormalZ[index]) = ((float)normal.X, (float)normal.Y, (float)normal.Z);
    }

    private Span<float> Part(int part) => _memory.Slice(part * Most, Count);
}
