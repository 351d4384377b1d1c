namespace Cymatic.Media;

/// <summary>libx264, and libx265 which has the same presets and scale of quality.</summary>
internal sealed record X264Encoder(string Name, int UsualCrf) : VideoEncoder(Name)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Arguments(VideoWriteOptions options, bool alpha) =>
    [
        "-preset", options.Preset.ToString().ToLowerInvariant(),
        .. options.BitRateKbps is { } rate ? ["-b:v", Kbps(rate)] : new[] { "-crf", Number(Math.Min(51, options.Crf ?? UsualCrf)) },
        .. Name == "libx265" ? ["-tag:v", "hvc1", "-x265-params", "log-level=error"] : Array.Empty<string>(),
    ];
}

/// <summary>libvpx's VP9.</summary>
internal sealed record Vp9Encoder() : VideoEncoder("libvpx-vp9")
{
    /// <inheritdoc/>
    public override bool KeepsAlpha => true;

    /// <inheritdoc/>
    public override IFrameFormat Format(int width, int height, bool alpha) =>
        alpha ? new Yuva420(width, height) : new Yuv420(width, height);

    /// <inheritdoc/>
    public override IEnumerable<string> Arguments(VideoWriteOptions options, bool alpha) =>
    [
        .. options.BitRateKbps is { } rate ? ["-b:v", Kbps(rate)] : new[] { "-b:v", "0", "-crf", Number(options.Crf ?? 32) },
        "-deadline", "good", "-row-mt", "1", "-cpu-used", Number(8 - (int)options.Preset * 8 / 6),
        .. alpha ? ["-auto-alt-ref", "0"] : Array.Empty<string>(), // libvpx encodes alpha as a second stream, which has no hidden frames
    ];
}

/// <summary>ProRes 4444, which marks itself as Apple's so that editing programs open it.</summary>
internal sealed record ProResEncoder() : VideoEncoder("prores_ks")
{
    /// <inheritdoc/>
    public override bool KeepsAlpha => true;

    /// <inheritdoc/>
    public override IFrameFormat Format(int width, int height, bool alpha) => new Yuv444P10(width, height, alpha);

    /// <inheritdoc/>
    public override IEnumerable<string> Arguments(VideoWriteOptions options, bool alpha) =>
        ["-profile:v", "4444", "-alpha_bits", alpha ? "16" : "0", "-vendor", "apl0"];
}

/// <summary>APNG.</summary>
internal sealed record ApngEncoder() : VideoEncoder("apng")
{
    /// <inheritdoc/>
    public override bool KeepsAlpha => true;

    /// <inheritdoc/>
    public override bool IsYuv => false;

    /// <inheritdoc/>
    public override IFrameFormat Format(int width, int height, bool alpha) =>
        alpha ? new StraightBgra(width, height) : new Bgr0(width, height);

    /// <inheritdoc/>
    public override IEnumerable<string> Arguments(VideoWriteOptions options, bool alpha) =>
        ["-pix_fmt", alpha ? "rgba" : "rgb24", "-pred", "mixed", "-plays", Number(options.Animation.Plays)];
}

/// <summary>libwebp, which gets RGB and converts it as WebP says (BT.601).</summary>
internal sealed record WebPEncoder() : VideoEncoder("libwebp_anim")
{
    /// <inheritdoc/>
    public override bool KeepsAlpha => true;

    /// <inheritdoc/>
    public override bool IsYuv => false;

    /// <inheritdoc/>
    public override IFrameFormat Format(int width, int height, bool alpha) =>
        alpha ? new StraightBgra(width, height) : new Bgr0(width, height);

    /// <inheritdoc/>
    public override IEnumerable<string> Arguments(VideoWriteOptions options, bool alpha) =>
    [
        "-pix_fmt", "bgra", "-lossless", options.Animation.Lossless ? "1" : "0", "-quality", "80",
        "-compression_level", Number(Math.Min(6, (int)options.Preset + 1)), "-loop", Number(options.Animation.Plays),
    ];
}
