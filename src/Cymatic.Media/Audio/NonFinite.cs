using System.Numerics;
using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>
/// NaN and infinite samples: one would spread through every spectrum, so silence takes their place and the reader says how many.
/// </summary>
internal static class NonFinite
{
    private const uint Exponent = 0x7F80_0000;

    /// <summary>Replaces every NaN and ±∞ by 0.</summary>
    /// <returns>How many there were.</returns>
    public static int Silence(Span<float> samples)
    {
        ReadOnlySpan<Vector<uint>> vectors = MemoryMarshal.Cast<float, Vector<uint>>(samples);
        Vector<uint> any = Vector<uint>.Zero, mask = new(Exponent);
        foreach (Vector<uint> v in vectors)
            any |= Vector.Equals(v & mask, mask);
        int tail = vectors.Length * Vector<uint>.Count;
        return any == Vector<uint>.Zero ? SilenceEach(samples[tail..]) : SilenceEach(samples);
    }

    /// <summary>The remark for a file with such samples.</summary>
    public static string Remark(string path, long count) => count == 1
        ? $"{Path.GetFileName(path)}: 1 sample is not a finite number and was replaced by silence."
        : $"{Path.GetFileName(path)}: {count} samples are not a finite number and were replaced by silence.";

    private static int SilenceEach(Span<float> samples)
    {
        int count = 0;
        foreach (ref float sample in samples)
        {
            if (float.IsFinite(sample))
                continue;
            sample = 0;
            count++;
        }

        return count;
    }
}
