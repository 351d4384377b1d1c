namespace Cymatic.Media;

/// <summary>Turns a clip and options into a movie that can be written, or says why it cannot.</summary>
internal static class MoviePlan
{
    private const int UsualRate = 30, UsualAnimationRate = 25, DraftRate = 15, DraftCrf = 32;

    /// <summary>The movie; its encoder is the usual one.</summary>
    /// <exception cref="ArgumentException">The clip has no pictures or no end, or the options contradict each other or the
    /// container.</exception>
    public static Movie Make(Clip clip, MovieContainer container, VideoWriteOptions options)
    {
        if (options is { Crf: not null, BitRateKbps: not null })
            throw new ArgumentException("A movie has a constant quality or a bit rate, not both.", nameof(options));
        VideoCodec codec = container.CodecFor(options);
        AudioCodec? sound = container.SoundFor(options);
        VideoClip video = Pictures(clip, options);
        FrameRate rate = RateOf(video, codec, options);
        if (options.Draft)
            (video, options) = (DraftClip.Of(video), Fast(options));
        AudioClip? audio = sound is null || options.WithoutSound || clip.Audio is null ? null : HeldClip.IfLow(clip.Audio);
        return new Movie(video, audio, Times(clip, rate, options), options)
        {
            Container = container,
            Encoder = codec == VideoCodec.Gif ? new GifPictures() : VideoEncoder.For(codec),
        };
    }

    /// <summary>The clip's pictures.</summary>
    public static VideoClip Pictures(Clip clip, VideoWriteOptions options)
    {
        if (clip.Video is not { } video)
            throw new ArgumentException("A movie needs pictures; a sound alone is written as a sound file.", nameof(clip));
        if (!double.IsFinite(clip.Duration) && options.FrameCount is null)
            throw new ArgumentException("A clip without end cannot be written, unless the number of frames is given.", nameof(clip));
        return video;
    }

    /// <summary>The frames of a clip.</summary>
    public static FrameTimes Times(Clip clip, FrameRate rate, VideoWriteOptions options)
    {
        long own = double.IsFinite(clip.Duration) ? Math.Max(1, rate.FramesIn(clip.Duration)) : long.MaxValue;
        return new FrameTimes(rate, options.FrameCount ?? own) { Drawn = own };
    }

    /// <summary>The rate that is asked for, else the clip's own, else a usual one.</summary>
    public static FrameRate RateOf(VideoClip video, VideoCodec? codec, VideoWriteOptions options)
    {
        bool animation = codec is VideoCodec.Gif or VideoCodec.WebP;
        FrameRate rate = options.FrameRate ?? video.Rate ?? new FrameRate(animation ? UsualAnimationRate : UsualRate);
        if (codec == VideoCodec.Gif && rate.Num > (long)GifEncoder.MaxRate * rate.Den)
        {
            if (options.FrameRate is not null)
                throw new ArgumentException($"GIF shows at most {GifEncoder.MaxRate} frames a second, not {rate}.", nameof(options));
            rate = rate.AtMost(GifEncoder.MaxRate);
        }

        return options.Draft ? rate.AtMost(DraftRate) : rate;
    }

    private static VideoWriteOptions Fast(VideoWriteOptions options) => options with
    {
        Preset = EncoderPreset.Ultrafast,
        Crf = options.Crf ?? (options.BitRateKbps is null ? DraftCrf : null),
    };

    private sealed record GifPictures() : VideoEncoder("gif")
    {
        public override IEnumerable<string> Arguments(VideoWriteOptions options, bool alpha) => [];
    }
}
