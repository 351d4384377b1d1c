using System.Buffers.Binary;

namespace Cymatic.Media;

/// <summary>Walks through the boxes of an MP4 file: each has four letters and bytes, which may be boxes again.</summary>
/// <remarks>ISO/IEC 14496-12, 4.2.</remarks>
/// <param name="bytes">Box after box.</param>
internal ref struct Mp4Boxes(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The four letters of the box.</summary>
    public ReadOnlySpan<byte> Kind { get; private set; }

    /// <summary>What is in it.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Goes on to the next box.</summary>
    /// <exception cref="InvalidDataException">It says that it is longer than what is left.</exception>
    public bool MoveNext()
    {
        if (_rest.Length < 8) // QuickTime may end a list with four zeros
            return false;
        long length = BinaryPrimitives.ReadUInt32BigEndian(_rest);
        if (length < 8 || length > _rest.Length) // lengths of 64 bits are for sound and pictures
            throw new InvalidDataException();
        Kind = _rest.Slice(4, 4);
        Content = _rest[8..(int)length];
        _rest = _rest[(int)length..];
        return true;
    }

    /// <summary>The content of the first box of a kind, by its path.</summary>
    /// <param name="bytes">Box after box.</param>
    /// <param name="path">"mdia/minf/stbl".</param>
    /// <param name="content">What is in it; empty where there is none.</param>
    public static bool Find(ReadOnlySpan<byte> bytes, string path, out ReadOnlySpan<byte> content)
    {
        content = bytes;
        foreach (Range part in path.AsSpan().Split('/'))
        {
            var boxes = new Mp4Boxes(content);
            bool found = false;
            while (!found && boxes.MoveNext())
                found = System.Text.Ascii.Equals(boxes.Kind, path.AsSpan(part));
            content = found ? boxes.Content : [];
            if (!found)
                return false;
        }

        return true;
    }

    /// <summary>The content of a box that must be there.</summary>
    /// <exception cref="InvalidDataException">It is not, or has fewer bytes.</exception>
    public static ReadOnlySpan<byte> Require(ReadOnlySpan<byte> bytes, string path, int leastLength) =>
        Find(bytes, path, out ReadOnlySpan<byte> content) && content.Length >= leastLength ? content : throw new InvalidDataException();
}
