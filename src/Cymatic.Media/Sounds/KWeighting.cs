using System.Runtime.Intrinsics;
using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>The two filters of ITU-R BS.1770-4 before power is measured: a shelf for the head, a high pass for low tones.</summary>
internal sealed class KWeighting
{
    /// <summary>Numbers that the filters remember of each pair of channels.</summary>
    public const int States = 4;
    private readonly double _b0, _b1, _b2, _a1, _a2, _c1, _c2;

    public KWeighting(int sampleRate)
    {
        IReadOnlyList<Section> sections = LoudnessFilter.KWeighting(sampleRate).Sections;
        (_b0, _b1, _b2, _a1, _a2) = sections[0];
        // The second one's numerator is 1, −2, 1.
        (_, _, _, _c1, _c2) = sections[1];
    }

    /// <summary>The sum of squares of two channels after the filters.</summary>
    /// <param name="block">Channels side by side.</param>
    /// <param name="layout">How many there are, and the first of the two; where there is no second it counts as silent.</param>
    /// <param name="state">What the filters remember; changes.</param>
    public Vector128<double> SquareSum(ReadOnlySpan<float> block, (int Channels, int First) layout, Span<Vector128<double>> state)
    {
        var (channels, first) = layout;
        bool second = first + 1 < channels;
        Vector128<double> s1 = state[0], s2 = state[1], z1 = state[2], z2 = state[3], sum = Vector128<double>.Zero;
        for (int at = first; at < block.Length; at += channels)
        {
            // Transposed direct form II.
            Vector128<double> x = Vector128.Create(block[at], second ? block[at + 1] : 0.0);
            Vector128<double> y = _b0 * x + s1;
            s1 = _b1 * x - _a1 * y + s2;
            s2 = _b2 * x - _a2 * y;
            Vector128<double> z = y + z1;
            z1 = -2 * y - _c1 * z + z2;
            z2 = y - _c2 * z;
            sum += z * z;
        }

        (state[0], state[1], state[2], state[3]) = (s1, s2, z1, z2);
        return sum;
    }
}
