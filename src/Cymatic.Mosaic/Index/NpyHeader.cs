using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>The header of a table in NumPy's file format 1.0: always 128 bytes, so that it can be written when all rows were.</summary>
internal static partial class NpyHeader
{
    /// <summary>Bytes before the numbers.</summary>
    public const int Length = 128;

    /// <summary>NumPy's name of a type of numbers.</summary>
    public static string TypeOf<T>() => typeof(T) == typeof(float) ? "<f4" : typeof(T) == typeof(double) ? "<f8"
        : typeof(T) == typeof(Half) ? "<f2" : typeof(T) == typeof(byte) ? "|u1"
        : throw new NotSupportedException($"Tables of {typeof(T)} have no name in NumPy.");

    /// <summary>The header of a table.</summary>
    public static byte[] Make<T>(long rows, int columns)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{{'descr': '{TypeOf<T>()}', 'fortran_order': False, 'shape': ({rows}, {columns}), }}");
        var header = new byte[Length];
        "\u0093NUMPY\u0001\0"u8[2..].CopyTo(header.AsSpan(1));
        header[0] = 0x93;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), Length - 10);
        Encoding.ASCII.GetBytes(text.PadRight(Length - 11) + "\n").CopyTo(header, 10);
        return header;
    }

    /// <summary>Rows and columns of a table that was written here.</summary>
    /// <exception cref="MalformedFileException">It is no such table, or has fewer numbers than it says.</exception>
    public static (long Rows, int Columns) Read<T>(string path, ReadOnlySpan<byte> header, long fileLength)
        where T : unmanaged
    {
        string text = header.Length < Length ? "" : Encoding.Latin1.GetString(header);
        Match match = Pattern().Match(text);
        if (!match.Success || match.Groups[1].Value != TypeOf<T>())
        {
            string found = text.Length == 0 ? $"{fileLength} bytes" : text[Math.Min(10, text.Length)..Math.Min(60, text.Length)];
            throw new MalformedFileException(path, 0, "header", $"that of a table of {TypeOf<T>()} in NumPy's format", found);
        }

        long rows = long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        int columns = int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
        long bytes = fileLength - Length, size = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        if (columns < 1 || rows > bytes / size / columns)
            throw new MalformedFileException(path, 10, "shape", $"that of at most {bytes / size} numbers", $"({rows}, {columns})");
        return (rows, columns);
    }

    [GeneratedRegex(@"'descr': '([^']+)', 'fortran_order': False, 'shape': \((\d{1,18}), (\d{1,9})\)")]
    private static partial Regex Pattern();
}
