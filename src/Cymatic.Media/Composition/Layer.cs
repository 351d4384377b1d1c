using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip in a <see cref="Composite"/>: when, where and how it is seen and heard.</summary>
public sealed record Layer
{
    /// <param name="clip">What is seen and heard.</param>
    public Layer(Clip clip) => Clip = clip;

    /// <param name="video">What is seen.</param>
    public Layer(VideoClip video)
        : this(new Clip(video))
    {
    }

    /// <summary>What is seen and heard.</summary>
    public Clip Clip { get; init => field = Require.NotNull(value); }

    /// <summary>When it begins, in seconds of the composite; negative when it has begun before.</summary>
    public double Start { get; init => field = Require.Finite(value); }

    /// <summary>When it ends, in seconds of the composite; null when its clip does, which is the latest.</summary>
    public double? End { get; init => field = value is { } end ? Require.Finite(end) : null; }

    /// <summary>Where its picture lies.</summary>
    public Position Position { get; init => field = Require.NotNull(value); } = Position.TopLeft;

    /// <summary>0, where it is not seen, to 1; a function takes seconds since the layer began, and is brought into that range.</summary>
    public Curve Opacity
    {
        get;
        init
        {
            if (Require.NotNull(value).Constant is { } constant)
                Require.Fraction(constant);
            field = value;
        }
    } = 1;

    /// <summary>How its colours mix with what lies below.</summary>
    public BlendMode Blend
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such blend mode.");
    }

    /// <summary>A clip whose brightness is a further opacity of each pixel: of the picture's size, black hides, white shows.</summary>
    public VideoClip? Mask { get; init; }

    /// <summary>When it ends, in seconds of the composite.</summary>
    internal double Ending => Math.Min(End ?? double.PositiveInfinity, Start + Clip.Duration);

    /// <summary>A layer from the beginning at the upper left corner.</summary>
    public static Layer FromClip(Clip clip) => new(clip);

    /// <summary>A layer from the beginning at the upper left corner.</summary>
    public static Layer FromVideoClip(VideoClip video) => new(video);

    /// <summary>A sound from the beginning.</summary>
    public static Layer FromAudioClip(AudioClip audio) => new(Clip.FromAudioClip(audio));

    /// <summary>A sound from the beginning.</summary>
    public static implicit operator Layer(AudioClip audio) => FromAudioClip(audio);

    /// <summary>A layer from the beginning at the upper left corner.</summary>
    public static implicit operator Layer(Clip clip) => FromClip(clip);

    /// <summary>A layer from the beginning at the upper left corner.</summary>
    public static implicit operator Layer(VideoClip video) => FromVideoClip(video);
}
