using System.Buffers;
using System.Numerics;

namespace Cymatic.Imaging;

/// <summary>
/// Rows of a picture moved right and down by a fraction of a pixel, under a mask: as many columns and rows as the source, and one more of
/// each where it is moved.
/// </summary>
internal ref struct SourceRows
{
    private readonly Frame _source;
    private readonly Plane<byte>? _mask;
    private readonly int _right, _down;
    private readonly uint[] _masked, _mixed, _moved;

    /// <summary>Rents room for rows; give it back by Dispose.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="mask">An opacity for each pixel, or null.</param>
    /// <param name="fraction">How far right and down, in pixels of 0 … 1, rounded to 1/256.</param>
    public SourceRows(Frame source, Plane<byte>? mask, (double X, double Y) fraction)
    {
        (_source, _mask) = (source, mask);
        _right = (int)Math.Round(fraction.X * 256);
        _down = (int)Math.Round(fraction.Y * 256);
        _masked = ArrayPool<uint>.Shared.Rent(source.Width);
        _mixed = ArrayPool<uint>.Shared.Rent(source.Width + 2);
        _moved = ArrayPool<uint>.Shared.Rent(source.Width + 1);
    }

    public readonly int Width => _source.Width + (_right > 0 ? 1 : 0);

    public readonly int Height => _source.Height + (_down > 0 ? 1 : 0);

    /// <summary>Row y; valid until the next one is asked for.</summary>
    public readonly ReadOnlySpan<uint> this[int y]
    {
        get
        {
            if (_right == 0 && _down == 0)
                return Masked(y);
            // A transparent pixel before the row and after it.
            Span<uint> mixed = _mixed.AsSpan(0, _source.Width + 2);
            mixed[0] = mixed[^1] = 0;
            Span<uint> row = mixed[1..^1];
            Masked(y).CopyTo(row);
            if (_down > 0)
                Mix(row, Masked(y - 1), row, _down);
            if (_right == 0)
                return row;
            Mix(mixed[1..], mixed[..^1], _moved, _right);
            return _moved.AsSpan(0, _source.Width + 1);
        }
    }

    public readonly void Dispose()
    {
        ArrayPool<uint>.Shared.Return(_masked);
        ArrayPool<uint>.Shared.Return(_mixed);
        ArrayPool<uint>.Shared.Return(_moved);
    }

    private readonly ReadOnlySpan<uint> Masked(int y)
    {
        Span<uint> row = _masked.AsSpan(0, _source.Width);
        if (y < 0 || y >= _source.Height)
        {
            row.Clear();
            return row;
        }

        if (_mask is null)
            return _source.PixelRow(y);
        MaskedRow.Multiply(_source.PixelRow(y), _mask.Row(y), row);
        return row;
    }

    private static void Mix(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other, Span<uint> mixed, int amount)
    {
        int lanes = Vector<uint>.Count, i = 0;
        var weight = new Vector<ushort>((ushort)amount);
        for (; i <= one.Length - lanes; i += lanes)
            PixelLanes.Mix(new Vector<uint>(one[i..]), new Vector<uint>(other[i..]), weight).CopyTo(mixed[i..]);
        for (; i < one.Length; i++)
            mixed[i] = PixelLanes.Mix(one[i], other[i], (uint)amount);
    }
}
