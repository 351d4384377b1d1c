using System.Buffers.Binary;

namespace Cymatic.Media;

/// <summary>One track of an MP4 file: its clock, its length, the edit that says where it begins.</summary>
internal readonly ref struct Mp4Track
{
    private const int MostEdit = 1 << 16;
    private readonly ReadOnlySpan<byte> _trak, _table;
    private readonly long _mediaLength;

    /// <param name="trak">The content of its box.</param>
    /// <exception cref="InvalidDataException">It lacks something.</exception>
    public Mp4Track(ReadOnlySpan<byte> trak)
    {
        _trak = trak;
        _table = Mp4Boxes.Require(trak, "mdia/minf/stbl", 8);
        Kind = Mp4Boxes.Require(trak, "mdia/hdlr", 12).Slice(8, 4);
        ReadOnlySpan<byte> header = Mp4Boxes.Require(trak, "mdia/mdhd", 20);
        bool isLong = header[0] == 1;
        if (header[0] > 1 || header.Length < (isLong ? 32 : 20))
            throw new InvalidDataException();
        TicksPerSecond = BinaryPrimitives.ReadInt32BigEndian(header[(isLong ? 20 : 12)..]);
        _mediaLength = isLong ? BinaryPrimitives.ReadInt64BigEndian(header[24..]) : BinaryPrimitives.ReadUInt32BigEndian(header[16..]);
        if (TicksPerSecond <= 0 || _mediaLength <= 0)
            throw new InvalidDataException();
    }

    /// <summary>"soun", "vide" and others.</summary>
    public ReadOnlySpan<byte> Kind { get; }

    /// <summary>Ticks of its clock in a second.</summary>
    public int TicksPerSecond { get; }

    /// <summary>How its samples are coded.</summary>
    public ReadOnlySpan<byte> Description => Mp4Boxes.Require(_table, "stsd", 16);

    /// <summary>Its length in seconds, what its edit leaves out before time 0 not counted.</summary>
    /// <param name="movieTicks">Ticks a second of the movie's clock, in which edits are long.</param>
    /// <exception cref="InvalidDataException">It is cut otherwise than encoders do that begin before time 0.</exception>
    public double Duration(int movieTicks)
    {
        long length = Math.Min(_mediaLength, Frames().Ticks);
        if (Edit() is not var (edited, start))
            return (double)length / TicksPerSecond;
        double left = length - start, said = (double)edited * TicksPerSecond / movieTicks;
        if (start is < 0 or > MostEdit || left <= 0 || said < left - TicksPerSecond / 10.0)
            throw new InvalidDataException();
        return left / TicksPerSecond;
    }

    /// <summary>Whether its first picture is seen at time 0.</summary>
    public bool BeginsAtZero
    {
        get
        {
            long first = Mp4Boxes.Find(_table, "ctts", out ReadOnlySpan<byte> shifts) && shifts.Length >= 16
                ? BinaryPrimitives.ReadInt32BigEndian(shifts[12..])
                : 0;
            return first == (Edit()?.Start ?? 0);
        }
    }

    /// <summary>Number of its frames and the ticks that they take together.</summary>
    public (long Count, long Ticks) Frames()
    {
        ReadOnlySpan<byte> times = Mp4Boxes.Require(_table, "stts", 16)[8..];
        (long Count, long Ticks) sum = default;
        for (; times.Length >= 8; times = times[8..])
        {
            int count = BinaryPrimitives.ReadInt32BigEndian(times), ticks = BinaryPrimitives.ReadInt32BigEndian(times[4..]);
            if (count <= 0 || ticks <= 0)
                throw new InvalidDataException();
            sum = (sum.Count + count, sum.Ticks + (long)count * ticks);
        }

        return sum;
    }

    // How long the only edit lasts in ticks of the movie, and at which tick of the track it begins.
    private (long Length, long Start)? Edit()
    {
        if (!Mp4Boxes.Find(_trak, "edts/elst", out ReadOnlySpan<byte> list))
            return null;
        bool isLong = list.Length == 28 && list[0] == 1;
        if ((list.Length != 20 && !isLong) || BinaryPrimitives.ReadInt32BigEndian(list[4..]) != 1)
            throw new InvalidDataException();
        int rate = BinaryPrimitives.ReadInt32BigEndian(list[^4..]);
        (long Length, long Start) edit = isLong
            ? (BinaryPrimitives.ReadInt64BigEndian(list[8..]), BinaryPrimitives.ReadInt64BigEndian(list[16..]))
            : (BinaryPrimitives.ReadUInt32BigEndian(list[8..]), BinaryPrimitives.ReadInt32BigEndian(list[12..]));
        return rate == 1 << 16 ? edit : throw new InvalidDataException();
    }
}
