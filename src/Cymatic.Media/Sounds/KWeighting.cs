using System.Runtime.Intrinsics;

namespace Cymatic.Media;

/// <summary>The two filters of ITU-R BS.1770-4 before power is measured: a shelf for the head, a high pass for low tones.</summary>
/// <remarks>Analogue prototypes of B. De Man, AES 145, 2018, which give the standard's coefficients at 48 kHz.</remarks>
internal sealed class KWeighting
{
    /// <summary>Numbers that the filters remember of each pair of channels.</summary>
    public const int States = 4;
    private readonly double _b0, _b1, _b2, _a1, _a2, _c1, _c2;

    public KWeighting(int sampleRate)
    {
        double k = Math.Tan(Math.PI * Math.Min(1681.974450955533, 0.49 * sampleRate) / sampleRate), q = 0.7071752369554196;
        double high = Math.Pow(10, 3.999843853973347 / 20), band = Math.Pow(high, 0.4996667741545416), a0 = 1 + k / q + k * k;
        (_b0, _b1, _b2) = ((high + band * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - band * k / q + k * k) / a0);
        (_a1, _a2) = (2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
        k = Math.Tan(Math.PI * 38.13547087602444 / sampleRate);
        q = 0.5003270373238773;
        a0 = 1 + k / q + k * k;
        // The standard's high pass has a numerator of 1, −2, 1, whatever the rate.
        (_c1, _c2) = (2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
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
