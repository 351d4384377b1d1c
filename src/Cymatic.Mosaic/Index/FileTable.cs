using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Mosaic;

/// <summary>A table in a file in NumPy's format: single rows are read, stretches are mapped, and nothing stays in memory.</summary>
internal sealed unsafe class FileTable<T> : Table<T>
    where T : unmanaged
{
    private readonly FileStream _stream;
    private readonly MemoryMappedFile? _mapped;

    private FileTable(FileStream stream, (long Rows, int Columns) shape)
        : base(shape.Rows, shape.Columns)
    {
        _stream = stream;
        if (shape.Rows > 0)
        {
            _mapped = MemoryMappedFile.CreateFromFile(
                stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        }
    }

    private SafeFileHandle Handle => _stream.SafeFileHandle;

    /// <summary>Opens a file.</summary>
    /// <exception cref="Signal.MalformedFileException">It is no table of this type.</exception>
    public static FileTable<T> Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        try
        {
            var header = new byte[(int)Math.Min(NpyHeader.Length, stream.Length)];
            RandomAccess.Read(stream.SafeFileHandle, header, 0);
            return new(stream, NpyHeader.Read<T>(path, header, stream.Length));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>All numbers of a small file.</summary>
    public static T[] ReadAll(string path)
    {
        using FileTable<T> table = Open(path);
        var numbers = new T[checked(table.Rows * table.Columns)];
        table.Read(0, numbers);
        return numbers;
    }

    /// <inheritdoc/>
    public override void Read(long firstRow, Span<T> target)
    {
        Check(firstRow, target.Length / Columns);
        Span<byte> bytes = MemoryMarshal.AsBytes(target);
        long at = NpyHeader.Length + (firstRow * Columns * Unsafe.SizeOf<T>());
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(Handle, bytes, at);
            if (read == 0)
                throw new EndOfStreamException($"{_stream.Name} has become shorter while it was read.");
            bytes = bytes[read..];
            at += read;
        }
    }

    /// <inheritdoc/>
    public override TableWindow<T> Map(long firstRow, int rows)
    {
        Check(firstRow, rows);
        long at = NpyHeader.Length + (firstRow * Columns * Unsafe.SizeOf<T>());
        MemoryMappedViewAccessor view = _mapped!.CreateViewAccessor(
            at, (long)rows * Columns * Unsafe.SizeOf<T>(), MemoryMappedFileAccess.Read);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        return new(new ReadOnlySpan<T>(pointer + view.PointerOffset, rows * Columns), () =>
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
        });
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _mapped?.Dispose();
        _stream.Dispose();
        base.Dispose();
    }
}
