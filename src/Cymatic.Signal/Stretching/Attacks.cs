namespace Cymatic.Signal;

/// <summary>Finds the samples at which something strikes.</summary>
internal static class Attacks
{
    private const double BlockSeconds = 0.0025;
    private const int Before = 16;
    private const int After = 4;
    private const int Apart = 16;
    private const double Rise = 6;
    private const double FloorDb = -55;

    /// <summary>First samples of steep rises of the treble's energy: at least sixfold within 10 ms against the 40 ms before.</summary>
    public static List<int> Find(Sound sound)
    {
        int block = Math.Max(1, (int)(sound.SampleRate * BlockSeconds));
        double[] energy = Energies(sound, block);
        double[] rises = Rises(energy);
        var attacks = new List<int>();
        for (int i = 0; i < rises.Length; i++)
        {
            if (rises[i] >= Rise && IsPeak(rises, i))
                attacks.Add(FirstSample(sound, i * block, 2 * block));
        }

        return attacks;
    }

    /// <summary>The first sample of a stretch from which the next differs by a fifth of the largest difference.</summary>
    private static int FirstSample(Sound sound, int start, int length)
    {
        int end = Math.Min(sound.Length - 1, start + length);
        var steps = new float[Math.Max(0, end - start)];
        for (int channel = 0; channel < sound.Channels; channel++)
        {
            for (int i = 0; i < steps.Length; i++)
                steps[i] += Math.Abs(sound[channel][start + i + 1] - sound[channel][start + i]);
        }

        float threshold = steps.Length == 0 ? 0 : steps.Max() / 5;
        return start + Math.Max(0, Array.FindIndex(steps, step => step >= threshold));
    }

    private static bool IsPeak(double[] rises, int at)
    {
        for (int i = Math.Max(0, at - Apart); i <= Math.Min(rises.Length - 1, at + Apart); i++)
        {
            if (rises[i] > rises[at] || (rises[i] == rises[at] && i < at))
                return false;
        }

        return true;
    }

    /// <summary>Energy of the first difference, which weighs treble, in blocks, over all channels.</summary>
    private static double[] Energies(Sound sound, int block)
    {
        var energy = new double[(sound.Length + block - 1) / block];
        for (int channel = 0; channel < sound.Channels; channel++)
        {
            ReadOnlySpan<float> samples = sound[channel];
            for (int n = 1; n < samples.Length; n++)
            {
                double step = samples[n] - samples[n - 1];
                energy[n / block] += step * step;
            }
        }

        return energy;
    }

    /// <summary>Mean energy of the next blocks against that of those before, above a floor.</summary>
    private static double[] Rises(double[] energy)
    {
        double loudest = energy.Length == 0 ? 0 : energy.Max(), floor = (loudest * Math.Pow(10, FloorDb / 10)) + 1e-20;
        var sums = new double[energy.Length + 1];
        for (int i = 0; i < energy.Length; i++)
            sums[i + 1] = sums[i] + energy[i];
        var rises = new double[energy.Length];
        for (int i = 0; i < energy.Length; i++)
        {
            int from = Math.Max(0, i - Before), to = Math.Min(energy.Length, i + After);
            double before = i > from ? Math.Max(0, sums[i] - sums[from]) / (i - from) : 0, after = (sums[to] - sums[i]) / (to - i);
            rises[i] = energy[i] > floor ? after / (before + floor) : 0;
        }

        return rises;
    }
}
