namespace Cymatic.Signal;

/// <summary>A matrix of float32 in memory: rows lie <paramref name="stride"/> numbers apart.</summary>
internal readonly unsafe struct Plane(float* at, nint stride)
{
    public readonly float* At = at;
    public readonly nint Stride = stride;

    /// <summary>The number in a row and a column.</summary>
    public float* this[nint row, nint column] => At + (row * Stride) + column;

    /// <summary>The matrix from a row and a column on.</summary>
    public Plane From(nint row, nint column) => new(this[row, column], Stride);
}
