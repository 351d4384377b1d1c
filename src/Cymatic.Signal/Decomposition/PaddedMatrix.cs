namespace Cymatic.Signal;

/// <summary>A row-major matrix whose sizes are filled up with zeros to multiples of 16, so that kernels have no remainders.</summary>
internal sealed unsafe class PaddedMatrix
{
    /// <summary>What sizes are multiples of: the floats of the widest vector.</summary>
    public const int Multiple = 16;

    private readonly float[] _memory;

    public PaddedMatrix(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        (PaddedRows, Stride) = (Padded(rows), Padded(columns));
        _memory = GC.AllocateArray<float>(checked(PaddedRows * Stride + Multiple), pinned: true);
        fixed (float* memory = _memory)
            Data = (float*)(((nuint)memory + 63) & ~(nuint)63);
    }

    public int Rows { get; }

    public int Columns { get; }

    public int PaddedRows { get; }

    /// <summary>Floats from a row to the next.</summary>
    public int Stride { get; }

    /// <summary>The first number, at a multiple of 64 bytes. The memory is pinned and lives as long as this object.</summary>
    public float* Data { get; }

    /// <summary>The numbers of a row, without the padding.</summary>
    public Span<float> this[int row] => new(Data + (nint)row * Stride, Columns);

    /// <summary>Everything, with the padding.</summary>
    public Span<float> All => new(Data, PaddedRows * Stride);

    public static PaddedMatrix Of(ReadOnlySpan<float> values, int rows, int columns)
    {
        var matrix = new PaddedMatrix(rows, columns);
        for (int row = 0; row < rows; row++)
            values.Slice(row * columns, columns).CopyTo(matrix[row]);
        return matrix;
    }

    /// <summary>Rows become columns.</summary>
    public PaddedMatrix Transposed()
    {
        var target = new PaddedMatrix(Columns, Rows);
        TransposeTo(target);
        return target;
    }

    /// <summary>Writes the rows as columns of <paramref name="target"/>.</summary>
    public void TransposeTo(PaddedMatrix target)
    {
        for (int top = 0; top < PaddedRows; top += Multiple)
        {
            for (int left = 0; left < Stride; left += Multiple)
            {
                for (int row = top; row < top + Multiple; row++)
                {
                    float* source = Data + (nint)row * Stride + left;
                    for (int column = 0; column < Multiple; column++)
                        target.Data[(nint)(left + column) * target.Stride + row] = source[column];
                }
            }
        }
    }

    /// <summary>The numbers without the padding.</summary>
    public float[] ToArray()
    {
        var values = new float[Rows * Columns];
        for (int row = 0; row < Rows; row++)
            this[row].CopyTo(values.AsSpan(row * Columns));
        return values;
    }

    private static int Padded(int size) => (size + Multiple - 1) / Multiple * Multiple;
}
