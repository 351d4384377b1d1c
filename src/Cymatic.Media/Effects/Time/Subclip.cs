using System.Globalization;

namespace Cymatic.Media;

/// <summary>A part of a clip. A start at the time of a frame gives exactly that frame first.</summary>
public sealed record Subclip : ITimeEffect
{
    /// <param name="start">In seconds; negative counts from the end.</param>
    /// <param name="end">In seconds; negative counts from the end; null is the end.</param>
    public Subclip(double start, double? end = null) => (Start, End) = (start, end);

    /// <summary>Where it begins, in seconds; negative counts from the end.</summary>
    public double Start { get; init => field = Require.Finite(value); }

    /// <summary>Where it ends, in seconds; negative counts from the end; null is the end.</summary>
    public double? End { get; init => field = value is { } end ? Require.Finite(end) : null; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The part does not lie in the clip.</exception>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var (start, end) = Of(clip.Duration);
        return new RetimedClip(clip, end - start, t => t + start);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The part does not lie in the clip.</exception>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var (start, end) = Of(duration);
        return CutSound.Of(clip, SampleTime.At(start, clip.SampleRate), SampleTime.Count(end - start, clip.SampleRate));
    }

    /// <summary>Start and end in a clip of this duration.</summary>
    internal (double Start, double End) Of(double duration)
    {
        double start = FromStart(Start, duration), end = End is { } given ? FromStart(given, duration) : duration;
        // An end that was computed may lie a rounding beyond the clip's.
        if (end > duration && end <= duration * (1 + 1e-9) + 1e-9)
            end = duration;
        return start >= 0 && start < end && end <= duration
            ? (start, end)
            : throw new ArgumentException(
                $"From {Start} to {End?.ToString(CultureInfo.InvariantCulture) ?? "the end"} s is no part of a clip of {duration} s.",
                nameof(duration));
    }

    private static double FromStart(double time, double duration) =>
        time >= 0 ? time : double.IsFinite(duration) ? duration + time
        : throw new ArgumentException($"{time} s counts from the end, and the clip has none.", nameof(time));
}
