using System.Globalization;

namespace Cymatic.Media;

/// <summary>An encoder of the graphics card's, when one works here.</summary>
internal sealed record HardwareEncoder(string Name, int UsualCrf) : VideoEncoder(Name)
{
    // Those that take pictures from memory; VAAPI would need a device to be named.
    private static readonly string[] Kinds = ["nvenc", "qsv", "amf", "videotoolbox"];

    /// <summary>The first that ffmpeg lists and that encodes a picture; else the movie's own encoder, and a remark.</summary>
    public static VideoEncoder For(Movie movie, List<string> remarks, CancellationToken cancel)
    {
        string? codec = movie.Encoder.Name switch { "libx264" => "h264", "libx265" => "hevc", _ => null };
        if (codec is null)
        {
            remarks.Add($"There is no hardware encoder for this kind of movie: {movie.Encoder.Name} was taken.");
            return movie.Encoder;
        }

        string listed = Ask(["-hide_banner", "-loglevel", "error", "-encoders"], cancel) ?? "";
        string[] found = [.. Kinds.Select(kind => $"{codec}_{kind}").Where(name => listed.Contains($" {name} ", StringComparison.Ordinal))];
        foreach (HardwareEncoder encoder in found.Select(name => new HardwareEncoder(name, ((X264Encoder)movie.Encoder).UsualCrf)))
        {
            if (encoder.Works(movie.Options, cancel))
                return encoder;
        }

        remarks.Add(found.Length == 0
            ? $"This ffmpeg has no hardware encoder for {codec}: {movie.Encoder.Name} was taken."
            : $"The hardware encoders of this ffmpeg ({string.Join(", ", found)}) do not work on this machine: "
                + $"{movie.Encoder.Name} was taken.");
        return movie.Encoder;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Arguments(VideoWriteOptions options, bool alpha)
    {
        string quality = Number(Math.Min(51, options.Crf ?? UsualCrf));
        string[] constant = Name.EndsWith("nvenc", StringComparison.Ordinal) ? ["-rc", "vbr", "-cq", quality, "-b:v", "0"]
            : Name.EndsWith("qsv", StringComparison.Ordinal) ? ["-global_quality", quality]
            : Name.EndsWith("amf", StringComparison.Ordinal) ? ["-rc", "cqp", "-qp_i", quality, "-qp_p", quality]
            : ["-q:v", string.Create(
                CultureInfo.InvariantCulture, $"{Math.Clamp(100 - 2 * int.Parse(quality, CultureInfo.InvariantCulture), 1, 100)}")];
        string[] tag = Name.StartsWith("hevc", StringComparison.Ordinal) ? ["-tag:v", "hvc1"] : [];
        return [.. options.BitRateKbps is { } rate ? ["-b:v", Kbps(rate)] : constant, .. tag];
    }

    private static string? Ask(string[] arguments, CancellationToken cancel)
    {
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, cancel);
        child.Input.Dispose();
        using StreamReader reader = new(child.Output);
        string said = reader.ReadToEnd();
        return child.WaitForExit() == 0 ? said : null;
    }

    private bool Works(VideoWriteOptions options, CancellationToken cancel) => Ask(
        ["-hide_banner", "-loglevel", "error", "-f", "lavfi", "-i", "color=size=320x240:rate=25:duration=0.2", "-pix_fmt", "yuv420p",
            "-c:v", Name, .. Arguments(options, false), "-f", "null", "-"],
        cancel) is not null;
}
