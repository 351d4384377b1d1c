namespace Cymatic.Media;

/// <summary>A sound placed between left and right; it becomes stereo.</summary>
/// <remarks>
/// One channel is spread with gains of constant power, cos and sin of (place + 1)·π/4. Of two channels the one that is turned away from
/// gets softer by √2 times the same law, and the other stays. More channels become one first.
/// </remarks>
public sealed record Pan : IAudioEffect
{
    /// <param name="place">−1 is left, 0 the middle, 1 right; a function is brought into that range.</param>
    public Pan(Curve place) => Place = place;

    /// <param name="place">−1 is left, 0 the middle, 1 right, by a function of seconds; thread-safe and pure.</param>
    public Pan(Func<double, double> place)
        : this(new Curve(place))
    {
    }

    /// <summary>−1 is left, 0 the middle, 1 right; a function is brought into that range.</summary>
    public Curve Place
    {
        get;
        init => field = Require.NotNull(value).Constant is null or (>= -1 and <= 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value.Constant, "A place lies between −1 (left) and 1 (right).");
    }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        bool wasStereo = clip.Channels == 2;
        AudioClip source = clip.Channels > 2 ? new RoutedSound(clip, 1) : clip;
        return new Panned(wasStereo ? source : new RoutedSound(source, 2), Place, wasStereo);
    }

    private sealed class Panned(AudioClip stereo, Curve place, bool wasStereo) : AudioClip(stereo.SampleRate, 2, stereo.Length)
    {
        internal override (long Head, long Tail) Beyond => stereo.Beyond;

        public override void Render(long firstSample, Span<float> target)
        {
            stereo.Render(firstSample, target);
            Scale(firstSample, target);
        }

        internal override void RenderBeyond(long firstSample, Span<float> target)
        {
            stereo.RenderBeyond(firstSample, target);
            Scale(firstSample, target);
        }

        private void Scale(long firstSample, Span<float> target)
        {
            var (left, right) = place.Constant is { } constant ? Gains(constant) : default;
            for (int n = 0; n < target.Length / 2; n++)
            {
                if (place.Constant is null)
                    (left, right) = Gains(place.At(Math.Clamp((firstSample + n) / (double)SampleRate, 0, Duration), -1, 1));
                target[2 * n] *= left;
                target[2 * n + 1] *= right;
            }
        }

        private (float Left, float Right) Gains(double at)
        {
            var (sin, cos) = Math.SinCos((at + 1) * Math.PI / 4);
            return wasStereo
                ? ((float)Math.Min(1, Math.Sqrt(2) * cos), (float)Math.Min(1, Math.Sqrt(2) * sin))
                : ((float)cos, (float)sin);
        }
    }
}
