namespace Cymatic.Signal;

/// <summary>What loudness is measured behind.</summary>
public static class LoudnessFilter
{
    /// <summary>The K-weighting of ITU-R BS.1770-4: a shelf for the head, a high pass for low tones.</summary>
    /// <remarks>
    /// Analogue prototypes of B. De Man, AES 145, 2018, by the bilinear transform, which give the standard's coefficients at 48 kHz. The
    /// high pass has the standard's numerator of 1, −2, 1 at every rate.
    /// </remarks>
    /// <param name="sampleRate">In Hz, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive.</exception>
    public static SosFilter KWeighting(double sampleRate)
    {
        if (!(sampleRate > 0))
            throw new ArgumentOutOfRangeException(nameof(sampleRate), sampleRate, "A sample rate is positive.");
        double k = Math.Tan(Math.PI * Math.Min(1681.974450955533, 0.49 * sampleRate) / sampleRate), q = 0.7071752369554196;
        double high = Math.Pow(10, 3.999843853973347 / 20), band = Math.Pow(high, 0.4996667741545416), a0 = 1 + k / q + k * k;
        Section shelf = new(
            (high + band * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - band * k / q + k * k) / a0,
            2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
        k = Math.Tan(Math.PI * 38.13547087602444 / sampleRate);
        q = 0.5003270373238773;
        a0 = 1 + k / q + k * k;
        return new SosFilter([shelf, new Section(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0)]);
    }
}
