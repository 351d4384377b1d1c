using System.Globalization;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>What a media file holds, in words.</summary>
public static class MediaFacts
{
    /// <summary>"640 × 360  ·  1:00 min  ·  30 frames/s  ·  h264, aac 44.1 kHz  ·  6.9 MB".</summary>
    public static string Line(MediaInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        List<string> facts = [];
        if (info.Video is { } video)
            facts.Add(Invariant($"{video.Width} × {video.Height}"));
        if ((info.Duration ?? info.Video?.Duration) is { } seconds)
            facts.Add(Length(seconds));
        if (info.Video?.AverageRate is { } rate)
            facts.Add(Rate(rate));
        facts.Add(string.Join(", ", info.Streams.OfType<VideoStreamInfo>().Take(1).Select(stream => stream.Codec)
            .Concat(info.Streams.OfType<AudioStreamInfo>().Take(1)
                .Select(stream => Invariant($"{stream.Codec} {stream.SampleRate / 1000.0:0.###} kHz")))));
        facts.Add(Bytes(info.Size));
        return string.Join("  ·  ", facts.Where(fact => fact.Length > 0));
    }

    /// <summary>"2.4 s", "1:05 min", "1:02:03 h".</summary>
    public static string Length(double seconds)
    {
        if (seconds < 60)
            return Invariant($"{seconds:0.##} s");
        long whole = (long)Math.Round(seconds);
        return whole < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00} min")
            : string.Create(CultureInfo.InvariantCulture, $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00} h");
    }

    /// <summary>"29.97 frames/s (30000/1001)", "25 frames/s".</summary>
    public static string Rate(FrameRate rate) =>
        Invariant($"{(double)rate.Num / rate.Den:0.####} frames/s") + (rate.Den == 1 ? "" : $" ({rate})");

    /// <summary>"6.9 MB".</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => Invariant($"{bytes} bytes"),
        < 1_000_000 => Invariant($"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => Invariant($"{bytes / 1e6:0.#} MB"),
        _ => Invariant($"{bytes / 1e9:0.##} GB"),
    };
}
