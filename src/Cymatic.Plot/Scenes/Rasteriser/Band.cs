using System.Runtime.Intrinsics;
using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Samples of some rows of a picture: depth and premultiplied colour, eight beside each other.</summary>
internal sealed unsafe class Band
{
    /// <summary>Rows of a band; its samples stay in a core's own memory at usual sizes.</summary>
    internal const int Height = 16;

    private readonly NativeBuffer<float> _depths = new();
    private readonly NativeBuffer<int> _colors = new();

    internal float* Depths { get; private set; }

    internal int* Colors { get; private set; }

    internal Samples Samples { get; private set; } = Samples.Of(4);

    /// <summary>Vectors of a row.</summary>
    internal int Blocks { get; private set; }

    internal int Top { get; private set; }

    internal int Bottom { get; private set; }

    /// <summary>First vector and row.</summary>
    internal Vector128<int> Least { get; private set; }

    /// <summary>Last vector and row.</summary>
    internal Vector128<int> Greatest { get; private set; }

    internal long Bytes => _depths.Bytes + _colors.Bytes;

    /// <summary>The place of a vector in <see cref="Depths"/> and <see cref="Colors"/>.</summary>
    internal long At(int row, int block) => ((long)(row - Top) * Blocks + block) * 8;

    /// <summary>Makes all samples infinitely far, and the background.</summary>
    internal void Begin(int top, Frame target, Samples samples, int background)
    {
        (Top, Bottom, Samples) = (top, Math.Min(top + Height, target.Height), samples);
        Blocks = samples.Blocks(target.Width);
        (Least, Greatest) = (Vector128.Create(0, Top, 0, 0), Vector128.Create(Blocks - 1, Bottom - 1, 0, 0));
        long count = (long)Blocks * (Bottom - Top) * 8;
        _depths.Reserve(count);
        _colors.Reserve(count);
        Depths = _depths.Pointer;
        Colors = _colors.Pointer;
        new Span<float>(Depths, checked((int)count)).Clear();
        new Span<int>(Colors, (int)count).Fill(background);
    }

    /// <summary>Writes the mean of each pixel's samples.</summary>
    internal void End(Frame target)
    {
        for (int y = Top; y < Bottom; y++)
        {
            Span<uint> row = target.PixelRow(y);
            int* colors = Colors + At(y, 0);
            if (Samples.Shift == 1)
                Pairs(colors, row);
            else
                Singles(colors, row);
        }
    }

    private static void Pairs(int* colors, Span<uint> row)
    {
        int x = 0;
        for (; x + 1 < row.Length; x += 2, colors += 8)
        {
            Vector256<int> samples = Vector256.Load(colors);
            if (Vector256.EqualsAll(samples, Vector256.Create(samples.ToScalar())))
            {
                row[x] = row[x + 1] = (uint)samples.ToScalar();
                continue;
            }

            row[x] = Mean(samples.GetLower().AsByte());
            row[x + 1] = Mean(samples.GetUpper().AsByte());
        }

        if (x < row.Length)
            row[x] = Mean(Vector128.Load(colors).AsByte());
    }

    private static void Singles(int* colors, Span<uint> row)
    {
        for (int x = 0; x < row.Length; x++, colors += 8)
        {
            Vector256<byte> samples = Vector256.Load((byte*)colors);
            Vector256<ushort> sum = Vector256.WidenLower(samples) + Vector256.WidenUpper(samples);
            row[x] = Narrowed(sum.GetLower() + sum.GetUpper(), 3);
        }
    }

    private static uint Mean(Vector128<byte> samples) =>
        Narrowed(Vector128.WidenLower(samples) + Vector128.WidenUpper(samples), 2);

    // Two sums of four parts each become one, are divided by a power of two, and rounded.
    private static uint Narrowed(Vector128<ushort> sums, int shift)
    {
        Vector128<ushort> sum = sums + Vector128.Shuffle(sums.AsUInt64(), Vector128.Create(1UL, 0)).AsUInt16();
        sum = (sum + Vector128.Create((ushort)(1 << (shift - 1)))) >>> shift;
        return Vector128.Narrow(sum, sum).AsUInt32().ToScalar();
    }
}
