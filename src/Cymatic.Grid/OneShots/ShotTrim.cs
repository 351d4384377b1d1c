using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>Cuts a shot clean: no silence around it, a fade at its end, and at its start where it does not begin in silence.</summary>
internal static class ShotTrim
{
    private const float Silence = 1e-3f;
    private const double FadeInSeconds = 0.001, FadeOutSeconds = 0.005;

    /// <summary>The first sample kept and how many, at least one: what is within 60 dB of the peak, and 1 ms before it.</summary>
    public static (int Start, int Length) Bounds(float[][] channels, int sampleRate)
    {
        float peak = channels.Max(channel => channel.Length == 0 ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude<float>(channel)));
        float threshold = Silence * peak;
        int first = int.MaxValue, last = -1;
        foreach (float[] channel in channels)
        {
            int begin = Array.FindIndex(channel, sample => Math.Abs(sample) > threshold);
            if (begin < 0)
                continue;
            first = Math.Min(first, begin);
            last = Math.Max(last, Array.FindLastIndex(channel, sample => Math.Abs(sample) > threshold));
        }

        if (last < 0)
            return (0, 1);
        first = Math.Max(0, first - (int)(FadeInSeconds * sampleRate));
        last = Math.Min(channels[0].Length - 1, last + (int)(FadeOutSeconds * sampleRate));
        return (first, last + 1 - first);
    }

    /// <summary>The samples within bounds, faded. Beyond the end of the array they are 0.</summary>
    public static float[] Cut(float[] channel, (int Start, int Length) bounds, int sampleRate)
    {
        var cut = new float[bounds.Length];
        channel.AsSpan(bounds.Start, Math.Min(bounds.Length, channel.Length - bounds.Start)).CopyTo(cut);
        int rise = Math.Min(cut.Length / 4, (int)(FadeInSeconds * sampleRate));
        int fall = Math.Min(cut.Length / 4, (int)(FadeOutSeconds * sampleRate));
        for (int n = 0; n < rise; n++)
            cut[n] *= (n + 1f) / (rise + 1f);
        for (int n = 0; n < fall; n++)
            cut[^(n + 1)] *= (n + 1f) / (fall + 1f);
        return cut;
    }
}
