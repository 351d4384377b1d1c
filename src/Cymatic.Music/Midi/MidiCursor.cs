using System.Buffers.Binary;
using System.Text;

namespace Cymatic.Music;

/// <summary>A place in a file's bytes and the end of the chunk that it may not pass.</summary>
internal sealed class MidiCursor(byte[] bytes, MidiFaults faults)
{
    public int Position { get; set; }

    public int End { get; set; } = bytes.Length;

    public int Left => End - Position;

    public byte Byte(string field) => Bytes(1, field)[0];

    public ushort Word(string field) => BinaryPrimitives.ReadUInt16BigEndian(Bytes(2, field));

    public uint Long(string field) => BinaryPrimitives.ReadUInt32BigEndian(Bytes(4, field));

    public uint LittleEndianLong(string field) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4, field));

    public ReadOnlySpan<byte> Bytes(int count, string field)
    {
        if (count > Left)
            throw faults.At(
                Position, field, $"{count} {(count == 1 ? "byte" : "bytes")} long", Left == 0 ? "the end" : $"{Left} to the end");
        ReadOnlySpan<byte> span = bytes.AsSpan(Position, count);
        Position += count;
        return span;
    }

    /// <summary>A chunk's name, for a comparison or a message.</summary>
    public string Name(string field) => Encoding.Latin1.GetString(Bytes(4, field));

    public byte Peek(string field)
    {
        byte value = Byte(field);
        Position--;
        return value;
    }

    /// <summary>A variable-length quantity: seven bits a byte, at most four bytes.</summary>
    public int Quantity(string field)
    {
        int start = Position, value = 0;
        for (int count = 0; count < 4; count++)
        {
            byte next = Byte(field);
            value = value << 7 | next & 0x7F;
            if (next < 0x80)
                return value;
        }

        throw faults.At(start, field, "a quantity of at most four bytes", Convert.ToHexString(bytes, start, 4) + "…");
    }
}
