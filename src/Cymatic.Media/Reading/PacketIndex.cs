using System.Globalization;

namespace Cymatic.Media;

/// <summary>Makes the index of a video: from its packets where these tell it, else by decoding it once.</summary>
internal static class PacketIndex
{
    // Every shown frame is one packet, and the packet's time is the frame's.
    private static readonly string[] PlainCodecs =
    [
        "h264", "hevc", "av1", "vp9", "mpeg4", "mjpeg", "gif", "apng", "png", "prores", "dnxhd", "ffv1", "rawvideo", "qtrle", "huffyuv",
        "theora", "cinepak", "svq3", "h263", "utvideo", "bmp", "webp", "jpeg2000",
    ];

    // The container knows its packets' times and which are keys; ffmpeg seeks in it to a key by its time.
    private static readonly string[] IndexedContainers = ["mov", "matroska", "gif", "apng", "nut"];

    // A frame is a change of the one before, whatever its packet says.
    private static readonly string[] Unseekable = ["gif", "apng"];

    /// <summary>The index of a stream.</summary>
    /// <exception cref="UnreadableMediaException">There are no pictures in it.</exception>
    public static FrameIndex Read(string path, MediaInfo info, VideoStreamInfo stream, CancellationToken cancel = default)
    {
        bool isPlain = PlainCodecs.Contains(stream.Codec) && IsIn(info, IndexedContainers);
        return isPlain && FromPackets(path, info, stream, cancel) is { } index
            ? index
            : DecodedIndex.Read(path, stream, Seeks(info), cancel);
    }

    /// <summary>Whether ffmpeg can be told to begin at a key.</summary>
    public static bool Seeks(MediaInfo info) => IsIn(info, IndexedContainers) && !IsIn(info, Unseekable);

    private static bool IsIn(MediaInfo info, string[] containers) => containers.Any(info.Container.Split(',').Contains);

    private static FrameIndex? FromPackets(string path, MediaInfo info, VideoStreamInfo stream, CancellationToken cancel)
    {
        string[] questions =
        [
            "-select_streams", stream.Index.ToString(CultureInfo.InvariantCulture),
            "-show_entries", "packet=pts,duration,flags", "-of", "csv=p=0",
        ];
        List<Packet>? packets = MediaProbe.Ask(path, questions, ReadPackets, cancel);
        if (packets is null || packets.Count == 0)
            return null;
        packets.Sort((a, b) => a.Time.CompareTo(b.Time));
        for (int i = 1; i < packets.Count; i++)
        {
            if (packets[i].Time == packets[i - 1].Time)
                return null;
        }

        IEnumerable<int> keys = Seeks(info) ? Enumerable.Range(0, packets.Count).Where(n => packets[n].IsKey) : [];
        return new FrameIndex([.. packets.Select(packet => packet.Time)], keys, packets[^1].Time + packets[^1].Duration);
    }

    /// <summary>Null when a packet has no time. Packets that an edit list hides are left out.</summary>
    private static List<Packet>? ReadPackets(Stream output)
    {
        using StreamReader reader = new(output);
        List<Packet> packets = [];
        bool complete = true;
        while (reader.ReadLine() is { } line)
        {
            string[] parts = line.Split(',');
            if (parts.Length < 3 || parts[2].Contains('D', StringComparison.Ordinal))
                continue;
            complete &= long.TryParse(parts[0], CultureInfo.InvariantCulture, out long time);
            _ = long.TryParse(parts[1], CultureInfo.InvariantCulture, out long duration);
            packets.Add(new Packet(time, duration, parts[2].StartsWith('K')));
        }

        return complete ? packets : null;
    }

    private readonly record struct Packet(long Time, long Duration, bool IsKey);
}
