using System.Runtime.InteropServices;

namespace Cymatic.Mosaic;

/// <summary>Writes a table row after row; the file appears under its name when it is closed whole.</summary>
internal sealed class NpyWriter<T> : IDisposable
    where T : unmanaged
{
    private readonly string _path, _part;
    private readonly int _columns;
    private readonly FileStream _stream;
    private long _numbers;
    private bool _done;

    public NpyWriter(string path, int columns)
    {
        (_path, _part, _columns) = (path, path + ".part", columns);
        _stream = new FileStream(_part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        _stream.Write(NpyHeader.Make<T>(0, columns));
    }

    /// <summary>Rows so far.</summary>
    public long Rows => _numbers / _columns;

    /// <summary>Appends numbers.</summary>
    public void Write(ReadOnlySpan<T> numbers)
    {
        _stream.Write(MemoryMarshal.AsBytes(numbers));
        _numbers += numbers.Length;
    }

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        _stream.Position = 0;
        _stream.Write(NpyHeader.Make<T>(Rows, _columns));
        _stream.Dispose();
        File.Move(_part, _path, overwrite: true);
        _done = true;
    }

    /// <summary>Writes a whole table.</summary>
    public static void Write(string path, ReadOnlySpan<T> numbers, int columns)
    {
        using var writer = new NpyWriter<T>(path, columns);
        writer.Write(numbers);
        writer.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_done)
            File.Delete(_part);
    }
}
