namespace Cymatic.Media;

/// <summary>One stream of a media file, as its header describes it.</summary>
public record MediaStreamInfo
{
    /// <summary>Its number in the file, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>"video", "audio", "subtitle", "data" or "attachment".</summary>
    public required string Kind { get; init; }

    /// <summary>ffmpeg's short name of the codec: "h264"; "unknown" where there is none.</summary>
    public required string Codec { get; init; }

    /// <summary>The codec's name for people.</summary>
    public string? CodecName { get; init; }

    /// <summary>Seconds from the file's clock to the first picture or sample; null when the header does not say.</summary>
    public double? Start { get; init; }

    /// <summary>Seconds; null when the header does not say.</summary>
    public double? Duration { get; init; }

    /// <summary>Bits a second; null when the header does not say.</summary>
    public long? BitRate { get; init; }

    /// <summary>Seconds of one tick of the stream's time stamps, as numerator and denominator.</summary>
    public (int Num, int Den) TimeBase { get; init; } = (1, 1000);

    /// <summary>What the file says in words: language, title, encoder.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>A stream of pictures.</summary>
public sealed record VideoStreamInfo : MediaStreamInfo
{
    /// <summary>Columns of a picture as it is stored, before rotation.</summary>
    public required int CodedWidth { get; init; }

    /// <summary>Rows of a picture as it is stored, before rotation.</summary>
    public required int CodedHeight { get; init; }

    /// <summary>Degrees clockwise that a player turns the picture: 0, 90, 180 or 270 for telephones.</summary>
    public int Rotation { get; init; }

    /// <summary>Width of a stored pixel by its height; (1, 1) for square ones and where the file does not say.</summary>
    public (int Num, int Den) SampleAspect { get; init; } = (1, 1);

    /// <summary>Columns as a player shows them: turned, with square pixels.</summary>
    public int Width => IsTurned ? CodedHeight : StretchedWidth;

    /// <summary>Rows as a player shows them: turned, with square pixels.</summary>
    public int Height => IsTurned ? StretchedWidth : CodedHeight;

    /// <summary>ffmpeg's name of the pixel format: "yuv420p"; null when unknown.</summary>
    public string? PixelFormat { get; init; }

    /// <summary>Whether pixels can be transparent.</summary>
    public bool HasAlpha { get; init; }

    /// <summary>"tv" (limited), "pc" (full) or null.</summary>
    public string? ColorRange { get; init; }

    /// <summary>The matrix between RGB and luma with colour differences: "bt709"; null where the file does not say.</summary>
    public string? ColorSpace { get; init; }

    /// <summary>Frames by length; exact, and constant unless <see cref="BaseRate"/> differs. Null when unknown.</summary>
    public FrameRate? AverageRate { get; init; }

    /// <summary>The lowest rate on whose grid all frames seem to lie; null when unknown.</summary>
    public FrameRate? BaseRate { get; init; }

    /// <summary>How many frames the header announces; null when it does not.</summary>
    public long? FrameCount { get; init; }

    internal double SecondsPerFrame => (AverageRate ?? BaseRate) is { } rate ? (double)rate.Den / rate.Num : 0.04;

    internal bool IsTurned => Rotation is 90 or 270;

    private int StretchedWidth => Math.Max(1, (int)Math.Round((double)CodedWidth * SampleAspect.Num / SampleAspect.Den));
}

/// <summary>A stream of sound.</summary>
public sealed record AudioStreamInfo : MediaStreamInfo
{
    /// <summary>Samples a second, in Hz.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Number of channels.</summary>
    public required int Channels { get; init; }

    /// <summary>"mono", "stereo", "5.1"; null when unknown.</summary>
    public string? ChannelLayout { get; init; }

    /// <summary>Samples that the header announces; null when its clock is not that of the samples.</summary>
    public long? SampleCount { get; init; }
}
