namespace Cymatic.Media;

/// <summary>The samples around a cut, in which one sound goes over into the next.</summary>
/// <param name="Index">Number of the sound after the cut.</param>
/// <param name="First">Number of the first sample.</param>
/// <param name="Samples">Channels side by side.</param>
internal sealed record JoinedCut(long Index, long First, float[] Samples)
{
    /// <summary>Makes the samples around a cut.</summary>
    /// <param name="index">Number of the sound after the cut.</param>
    /// <param name="before">The sound before the cut.</param>
    /// <param name="after">The sound after it.</param>
    /// <param name="reach">Samples to either side that may change, if both sounds are twice as long.</param>
    public static JoinedCut Make(
        long index, (AudioClip Clip, long Start, long End) before, (AudioClip Clip, long Start, long End) after, int reach)
    {
        long cut = after.Start;
        int half = (int)Math.Min(reach, Math.Min((before.End - before.Start) / 2, (after.End - after.Start) / 2));
        bool tail = before.Clip.Beyond.Tail >= half, head = after.Clip.Beyond.Head >= half;
        int left = head || !tail ? half : 0, right = tail || !head ? half : 0, channels = after.Clip.Channels;
        var ending = new float[(left + right) * channels];
        var beginning = new float[ending.Length];
        if (half > 0)
        {
            before.Clip.RenderBeyond(cut - left - before.Start, ending);
            after.Clip.RenderBeyond(-left, beginning);
            if (tail || head)
                CrossFade(ending, beginning, channels);
            else
                FadeOutAndIn(ending, beginning, channels);
        }

        return new(index, cut - left, ending);
    }

    private static void CrossFade(Span<float> ending, ReadOnlySpan<float> beginning, int channels)
    {
        double likeness = Likeness(ending, beginning);
        int count = ending.Length / channels;
        for (int n = 0; n < count; n++)
        {
            var (rise, fall) = Math.SinCos((n + 0.5) / count * Math.PI / 2);
            double level = 1 / Math.Sqrt(1 + 2 * likeness * rise * fall);
            for (int c = n * channels; c < (n + 1) * channels; c++)
                ending[c] = (float)((ending[c] * fall + beginning[c] * rise) * level);
        }
    }

    private static void FadeOutAndIn(Span<float> ending, ReadOnlySpan<float> beginning, int channels)
    {
        int half = ending.Length / channels / 2;
        for (int n = 0; n < 2 * half; n++)
        {
            float gain = (float)Math.Sin((Math.Abs(n - half + 0.5) / half) * Math.PI / 2);
            ReadOnlySpan<float> heard = n < half ? ending : beginning;
            for (int c = n * channels; c < (n + 1) * channels; c++)
                ending[c] = heard[c] * gain;
        }
    }

    // The correlation of both; what is opposed counts as unlike, for no gain makes up for its cancelling.
    private static double Likeness(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double product = 0, powerA = 0, powerB = 0;
        for (int n = 0; n < a.Length; n++)
        {
            product += (double)a[n] * b[n];
            powerA += (double)a[n] * a[n];
            powerB += (double)b[n] * b[n];
        }

        return powerA > 0 && powerB > 0 ? Math.Clamp(product / Math.Sqrt(powerA * powerB), 0, 1) : 0;
    }
}
