using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>Reads a sound between its samples, at a speed that may change from sample to sample.</summary>
/// <remarks>A sinc under a Kaiser window (β = 9, 90 dB) of 24 zero crossings to either side, in a table of 512 points for each.</remarks>
internal static class SincTable
{
    private const int Crossings = 24, Points = 512;
    private const double Beta = 9, Fastest = 64;
    private static readonly float[] Table = Make();

    /// <summary>Samples to either side that are read at a speed.</summary>
    public static int HalfLength(double speed) => (int)Math.Ceiling(Crossings * Math.Clamp(speed, 1, Fastest)) + 1;

    /// <summary>
    /// One sample of each channel at a time in samples; above speed 1 the band is narrowed to what the new rate can carry.
    /// </summary>
    public static void Read(ReadOnlySpan<float> samples, int channels, (double Time, double Speed) at, Span<float> target)
    {
        double stretch = 1 / Math.Clamp(at.Speed, 1, Fastest);
        int half = HalfLength(at.Speed), middle = (int)Math.Floor(at.Time);
        int first = Math.Max(0, middle - half + 1), last = Math.Min(samples.Length / channels - 1, middle + half);
        Span<double> sums = channels <= 16 ? stackalloc double[channels] : new double[channels];
        sums.Clear();
        for (int k = first; k <= last; k++)
        {
            double place = Math.Abs(k - at.Time) * stretch * Points;
            int below = (int)place;
            if (below >= Table.Length - 1)
                continue;
            double weight = Table[below] + (place - below) * (Table[below + 1] - Table[below]);
            for (int c = 0; c < channels; c++)
                sums[c] += weight * samples[k * channels + c];
        }

        for (int c = 0; c < channels; c++)
            target[c] = (float)(sums[c] * stretch);
    }

    private static float[] Make()
    {
        var table = new float[Crossings * Points + 2];
        for (int n = 0; n <= Crossings * Points; n++)
        {
            double x = (double)n / Points, angle = Math.PI * x, window = Windows.Kaiser(x / Crossings, Beta);
            table[n] = (float)((n == 0 ? 1 : Math.Sin(angle) / angle) * window);
        }

        return table;
    }
}
