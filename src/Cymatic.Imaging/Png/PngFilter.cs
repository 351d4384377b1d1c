using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Cymatic.Imaging;

/// <summary>
/// Predicts each byte of a row from its neighbours and keeps the prediction that leaves least (ISO/IEC 15948, 9 and 12.8).
/// </summary>
internal sealed class PngFilter
{
    private const int None = 0, Sub = 1, Up = 2, Average = 3, Paeth = 4;

    private readonly int _lead;
    private readonly int _length;
    private readonly byte[][] _filtered;
    private byte[] _current;
    private byte[] _above;

    /// <param name="length">Bytes of a row.</param>
    /// <param name="pixel">Bytes of a pixel.</param>
    public PngFilter(int length, int pixel)
    {
        // Left of the row stand zeros, so that the first pixel needs no case of its own.
        (_lead, _length) = (pixel, length);
        _current = new byte[pixel + length];
        _above = new byte[pixel + length];
        _filtered = [.. Enumerable.Range(None, Paeth + 1).Select(type => NewRow(type, length))];
    }

    /// <summary>The row to be filtered next: fill it, then call <see cref="Next"/>.</summary>
    public Span<byte> Current => _current.AsSpan(_lead);

    /// <summary>The filter's number and the filtered row.</summary>
    public ReadOnlySpan<byte> Next()
    {
        byte[] best = Best();
        (_current, _above) = (_above, _current);
        return best;
    }

    private byte[] Best()
    {
        ReadOnlySpan<byte> x = Current, left = _current.AsSpan(0, _length), up = _above.AsSpan(_lead), corner = _above.AsSpan(0, _length);
        TensorPrimitives.Subtract(x, up, _filtered[Up].AsSpan(1));
        // Drawings repeat their rows: where little is left there is nothing to gain.
        if (Cost(_filtered[Up]) <= _length / 32)
            return _filtered[Up];
        x.CopyTo(_filtered[None].AsSpan(1));
        TensorPrimitives.Subtract(x, left, _filtered[Sub].AsSpan(1));
        FilterAverage(x, left, up, _filtered[Average].AsSpan(1));
        FilterPaeth(x, left, up, corner, _filtered[Paeth].AsSpan(1));
        return _filtered.MinBy(Cost)!;
    }

    private static byte[] NewRow(int type, int length)
    {
        var row = new byte[length + 1];
        row[0] = (byte)type;
        return row;
    }

    private static void FilterAverage(ReadOnlySpan<byte> x, ReadOnlySpan<byte> left, ReadOnlySpan<byte> up, Span<byte> result)
    {
        int i = 0;
        for (; i <= x.Length - 16; i += 16)
        {
            Vector128<byte> a = Vector128.Create(left[i..]), b = Vector128.Create(up[i..]);
            (Vector128.Create(x[i..]) - ((a & b) + ((a ^ b) >>> 1))).CopyTo(result[i..]);
        }

        for (; i < x.Length; i++)
            result[i] = (byte)(x[i] - ((left[i] + up[i]) >> 1));
    }

    private static void FilterPaeth(
        ReadOnlySpan<byte> x, ReadOnlySpan<byte> left, ReadOnlySpan<byte> up, ReadOnlySpan<byte> corner, Span<byte> result)
    {
        int i = 0;
        for (; i <= x.Length - 8; i += 8)
        {
            Vector128<short> a = Widen(left[i..]), b = Widen(up[i..]), c = Widen(corner[i..]);
            Vector128<short> pa = Vector128.Abs(b - c), pb = Vector128.Abs(a - c), pc = Vector128.Abs(a + b - c - c);
            Vector128<short> leftBest = Vector128.LessThanOrEqual(pa, pb) & Vector128.LessThanOrEqual(pa, pc);
            Vector128<short> best = Vector128.ConditionalSelect(
                leftBest, a, Vector128.ConditionalSelect(Vector128.LessThanOrEqual(pb, pc), b, c));
            Vector128.Narrow(((Widen(x[i..]) - best) & Vector128.Create((short)255)).AsUInt16(), default).GetLower().CopyTo(result[i..]);
        }

        for (; i < x.Length; i++)
            result[i] = (byte)(x[i] - PaethPredictor(left[i], up[i], corner[i]));
    }

    /// <summary>Whichever of left (a), above (b) and corner (c) is nearest to a + b − c; ties in that order.</summary>
    internal static byte PaethPredictor(int a, int b, int c)
    {
        int pa = Math.Abs(b - c), pb = Math.Abs(a - c), pc = Math.Abs(a + b - c - c);
        return (byte)(pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
    }

    private static Vector128<short> Widen(ReadOnlySpan<byte> bytes) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(BitConverter.ToUInt64(bytes)).AsByte()).AsInt16();

    // Sum of the filtered bytes' distances from zero, read as signed.
    private static long Cost(byte[] filtered)
    {
        ReadOnlySpan<byte> row = filtered.AsSpan(1);
        long cost = 0;
        int i = 0;
        while (i <= row.Length - 16)
        {
            // 128 steps of at most 2·128 fit 16 bits.
            Vector128<ushort> sum = default;
            for (int step = 0; step < 128 && i <= row.Length - 16; step++, i += 16)
            {
                Vector128<byte> x = Vector128.Create(row[i..]);
                var (low, high) = Vector128.Widen(Vector128.Min(x, Vector128<byte>.Zero - x));
                sum += low + high;
            }

            cost += Vector128.Sum(Vector128.WidenLower(sum) + Vector128.WidenUpper(sum));
        }

        for (; i < row.Length; i++)
            cost += Math.Min(row[i], 256 - row[i]);
        return cost;
    }
}
