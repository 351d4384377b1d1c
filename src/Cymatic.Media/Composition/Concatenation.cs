namespace Cymatic.Media;

/// <summary>Clips one after the other.</summary>
public static class Concatenation
{
    /// <summary>Clips one after the other, padded to the size of the largest.</summary>
    /// <param name="clips">At least one; only the last may be without end.</param>
    public static Clip Of(params Clip[] clips) => Of(clips, new ConcatenationOptions());

    /// <summary>Clips one after the other.</summary>
    /// <remarks>
    /// Each sound lasts as long as its pictures, cut or followed by silence, and begins with them to half a sample however many clips there
    /// are. A clip without pictures shows the background, one without sound is silent.
    /// </remarks>
    /// <param name="clips">At least one; only the last may be without end.</param>
    /// <param name="options">Size, cross-fade, transition, join.</param>
    /// <exception cref="ArgumentException">No clip, one without end that is not the last, or one too short for the cross-fade.</exception>
    public static Clip Of(IReadOnlyList<Clip> clips, ConcatenationOptions options)
    {
        ArgumentNullException.ThrowIfNull(clips);
        ArgumentNullException.ThrowIfNull(options);
        Clip[] row = [.. clips.SelectMany((clip, i) => i > 0 && options.Transition is { } between ? [between, clip] : new[] { clip })];
        double[] starts = Starts(row, options.CrossFade);
        bool seen = row.Any(clip => clip.Video is not null), heard = row.Any(clip => clip.Audio is not null);
        return new Clip(
            seen ? Video(row, starts, options) : null,
            heard ? Audio(row, starts, options) : null);
    }

    // The begin of each clip, and the end of the last.
    private static double[] Starts(Clip[] row, double crossFade)
    {
        if (row.Length == 0)
            throw new ArgumentException("A concatenation has at least one clip.", nameof(row));
        var starts = new double[row.Length + 1];
        for (int i = 0; i < row.Length; i++)
        {
            double duration = row[i].Duration;
            if (i < row.Length - 1 && !double.IsFinite(duration))
                throw new ArgumentException($"Clip {i + 1} of {row.Length} never ends: nothing comes after it.", nameof(row));
            if (row.Length > 1 && duration < crossFade * (i > 0 && i < row.Length - 1 ? 2 : 1))
            {
                throw new ArgumentException(
                    $"Clip {i + 1} of {row.Length}, of {duration} s, is too short to cross-fade {crossFade} s.", nameof(row));
            }

            starts[i + 1] = starts[i] + duration - (i < row.Length - 1 ? crossFade : 0);
        }

        return starts;
    }

    private static SequenceClip Video(Clip[] row, double[] starts, ConcatenationOptions options)
    {
        VideoClip[] seen = [.. row.Select(clip => clip.Video).OfType<VideoClip>()];
        (int Width, int Height) size = options.Size ?? (options.Fit == FrameFit.Pad
            ? (seen.Max(clip => clip.Width), seen.Max(clip => clip.Height))
            : (seen[0].Width, seen[0].Height));
        VideoClip[] fitted = [.. row.Select(clip => Fitted.To(
            clip.Video ?? new SolidColor(1, 1, options.Background, clip.Duration), size, options.Fit, options.Background))];
        return new SequenceClip(size, fitted, starts, options.CrossFade);
    }

    private static AudioClip Audio(Clip[] row, double[] starts, ConcatenationOptions options)
    {
        SoundFormat format = SoundFormat.Widest(row.Select(clip => clip.Audio).OfType<AudioClip>());
        long[] begins = [.. starts.Select(start => SampleTime.At(start, format.SampleRate))];
        AudioClip[] sounds = [.. row.Select(clip => clip.Audio is { } audio ? format.Of(audio) : Silence(format))];
        begins[^1] = SampleTime.Count(starts[^1], format.SampleRate);
        return options.CrossFade > 0
            ? CrossFaded(sounds, begins, SampleTime.At(options.CrossFade, format.SampleRate))
            : new JoinedSound(new SoundRow(sounds, begins[1..]), options.Join);
    }

    private static MixedSound CrossFaded(AudioClip[] sounds, long[] begins, long fade)
    {
        var parts = new MixedPart[sounds.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            bool last = i == parts.Length - 1;
            long end = last ? begins[^1] : begins[i + 1] + fade;
            AudioClip sound = CutSound.Of(sounds[i], 0, end == long.MaxValue ? end : end - begins[i]);
            parts[i] = new(new FadedEnds(sound, i == 0 ? 0 : fade, last ? 0 : fade), begins[i]);
        }

        return new MixedSound(parts, begins[^1]);
    }

    private static SilentSound Silence(SoundFormat format) => new(format.SampleRate, format.Channels, long.MaxValue);
}
