using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>Cuts a shot clean: no silence around it, a fade at its end, and at its start where it does not begin in silence.</summary>
internal static class ShotTrim
{
    private const float Silence = 1e-3f;
    private const double FadeInSeconds = 0.001, FadeOutSeconds = 0.005;

    /// <summary>How long after its onset a sound is asked how loud its attack gets.</summary>
    private const double AttackSeconds = 0.06;

    /// <summary>Energy of an attack relative to the loudest of it, and to what others left before it.</summary>
    private const double Rise = 0.01, AboveOthers = 4;

    /// <summary>Energy at which an attack has not begun, and frames over which it may wobble while it rises.</summary>
    private const double Quiet = 1e-4;
    private const int Wobble = 3;

    /// <summary>
    /// The first sample kept and how many, at least one: what is within 60 dB of the peak, from the attack on, or from 1 ms before silence
    /// ends.
    /// </summary>
    /// <param name="channels">The shot.</param>
    /// <param name="onset">The sample at which it was heard to begin; what is before may be other sounds' ends.</param>
    /// <param name="sampleRate">Samples per second.</param>
    public static (int Start, int Length) Bounds(float[][] channels, int onset, int sampleRate)
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
        first = Math.Max(Math.Max(0, first - (int)(FadeInSeconds * sampleRate)), Math.Min(last, Attack(channels, onset, sampleRate)));
        last = Math.Min(channels[0].Length - 1, last + (int)(FadeOutSeconds * sampleRate));
        return (first, last + 1 - first);
    }

    /// <summary>
    /// The quiet millisecond before the first steep rise; 0 when that comes after the onset: slow attacks keep all that may be theirs.
    /// </summary>
    private static int Attack(float[][] channels, int onset, int sampleRate)
    {
        int frame = Math.Max(1, (int)(FadeInSeconds * sampleRate));
        int frames = Math.Min(channels[0].Length, onset + (int)(AttackSeconds * sampleRate)) / frame;
        var energy = new double[frames];
        for (int f = 0; f < frames; f++)
            energy[f] = channels.Sum(channel => Overlap.Energy(channel.AsSpan(f * frame, frame)));
        double loudest = energy.DefaultIfEmpty(0).Max(), others = energy.Take(onset / 2 / frame).DefaultIfEmpty(0).Max();
        int at = Array.FindIndex(energy, e => e > Math.Max(Rise * loudest, AboveOthers * others));
        if (at < 0 || (at - 1) * frame > onset)
            return 0;
        while (energy[at] > Quiet * loudest)
        {
            int before = Enumerable.Range(Math.Max(0, at - Wobble), Math.Min(at, Wobble)).DefaultIfEmpty(at).MinBy(f => energy[f]);
            if (energy[before] >= energy[at])
                break;
            at = before;
        }

        return at * frame;
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
