using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Cymatic.Testing;

/// <summary>An array in NumPy's file format (versions 1 to 3): float32, float64, uint8, int32 or int64, little endian.</summary>
public sealed partial class Npy
{
    private readonly byte[] _data;
    private readonly string _type;

    private Npy(byte[] data, string type, int[] shape) => (_data, _type, Shape) = (data, type, shape);

    /// <summary>Lengths of the axes, slowest first; empty for a scalar.</summary>
    public int[] Shape { get; }

    /// <summary>Number of elements.</summary>
    public int Count => Shape.Aggregate(1, (product, length) => product * length);

    /// <summary>The elements, slowest axis first, as float32.</summary>
    public float[] Floats => _type == "<f4" ? MemoryMarshal.Cast<byte, float>(_data).ToArray() : [.. Doubles.Select(x => (float)x)];

    /// <summary>The elements as float64.</summary>
    public double[] Doubles => _type switch
    {
        "<f8" => MemoryMarshal.Cast<byte, double>(_data).ToArray(),
        "<f4" => [.. Floats.Select(x => (double)x)],
        _ => [.. Integers.Select(x => (double)x)],
    };

    /// <summary>The elements as whole numbers; the array must hold such.</summary>
    public int[] Integers => _type switch
    {
        "<i4" => MemoryMarshal.Cast<byte, int>(_data).ToArray(),
        "|u1" => [.. _data.Select(x => (int)x)],
        "<i8" => [.. MemoryMarshal.Cast<byte, long>(_data).ToArray().Select(x => checked((int)x))],
        _ => throw new InvalidOperationException($"An array of type {_type} does not hold whole numbers."),
    };

    /// <summary>Reads a file.</summary>
    public static Npy Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < 12 || bytes[0] != 0x93 || !bytes.AsSpan(1, 5).SequenceEqual("NUMPY"u8))
            throw new InvalidDataException($"{path} is no .npy file.");
        int start = bytes[6] == 1 ? 10 : 12;
        int headerLength = bytes[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8))
            : BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        string header = Encoding.Latin1.GetString(bytes, start, headerLength);
        const StringSplitOptions plain = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        int[] shape = [.. ShapePattern().Match(header).Groups[1].Value.Split(',', plain)
            .Select(length => int.Parse(length, CultureInfo.InvariantCulture))];
        string type = TypePattern().Match(header).Groups[1].Value;
        byte[] data = bytes[(start + headerLength)..];
        bool fastestFirst = header.Contains("'fortran_order': True", StringComparison.Ordinal);
        return new Npy(fastestFirst ? SlowestFirst(data, shape) : data, type, shape);
    }

    /// <summary>Brings elements in Fortran order into C order.</summary>
    private static byte[] SlowestFirst(byte[] data, int[] shape)
    {
        int count = shape.Aggregate(1, (product, length) => product * length), size = count == 0 ? 1 : data.Length / count;
        var ordered = new byte[data.Length];
        var index = new int[shape.Length];
        for (int from = 0; from < count; from++)
        {
            int to = 0;
            for (int axis = 0; axis < shape.Length; axis++)
                to = (to * shape[axis]) + index[axis];
            data.AsSpan(from * size, size).CopyTo(ordered.AsSpan(to * size));
            for (int axis = 0; axis < shape.Length && ++index[axis] == shape[axis]; axis++)
                index[axis] = 0;
        }

        return ordered;
    }

    [GeneratedRegex(@"'descr': '([^']+)'")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"'shape': \(([^)]*)\)")]
    private static partial Regex ShapePattern();
}
