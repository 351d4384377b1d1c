using Microsoft.Win32.SafeHandles;

namespace Cymatic.Media;

/// <summary>Consecutive decoded pictures in a file without a name: the system deletes it with its last handle, whatever happens.</summary>
internal sealed class SpoolChunk : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly bool[] _present;
    private readonly int _bytes;

    /// <exception cref="IOException">No file can be made.</exception>
    public SpoolChunk(long first, int count, int bytes)
    {
        (First, _bytes, _present) = (first, bytes, new bool[count]);
        _file = NamelessFile.Open();
    }

    /// <summary>The first picture's number.</summary>
    public long First { get; }

    /// <summary>How many pictures there is room for.</summary>
    public int Count => _present.Length;

    /// <summary>Bytes of the file when it is full.</summary>
    public long Size => (long)Count * _bytes;

    /// <summary>Whether a picture is there.</summary>
    public bool Has(long frame) => frame >= First && frame < First + Count && Volatile.Read(ref _present[frame - First]);

    /// <summary>Keeps a picture; false when the disk is full or the chunk was dropped.</summary>
    public bool TryWrite(long frame, ReadOnlySpan<byte> picture)
    {
        try
        {
            RandomAccess.Write(_file, picture, (frame - First) * _bytes);
            Volatile.Write(ref _present[frame - First], true);
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Reads a picture; false when the chunk was dropped.</summary>
    public bool TryRead(long frame, Span<byte> picture)
    {
        try
        {
            return NamelessFile.Read(_file, picture, (frame - First) * _bytes) == picture.Length;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
