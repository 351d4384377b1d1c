namespace Cymatic.Media;

/// <summary>A sound read at the times that a function gives.</summary>
internal sealed class WarpedSound(AudioClip source, long length, Func<double, double> map)
    : AudioClip(source.SampleRate, source.Channels, length)
{
    private const int LongestRun = 1 << 13, WidestRange = 1 << 17;

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        target.Clear();
        long from = Math.Max(0, firstSample), to = Math.Min(Length, firstSample + target.Length / Channels);
        while (from < to)
        {
            // Times for one sample more on either side: the speed at a sample is half of what lies between its neighbours.
            int count = (int)Math.Min(LongestRun, to - from);
            var times = new double[count + 2];
            for (int n = 0; n < times.Length; n++)
                times[n] = map(Math.Clamp(from + n - 1, 0, Length - 1) / (double)SampleRate) * SampleRate;
            Span<float> part = target.Slice((int)(from - firstSample) * Channels, count * Channels);
            for (int done = 0; done < count;)
                done += Run(times, done, part);
            from += count;
        }
    }

    // As many samples as lie within one range of the source.
    private int Run(double[] times, int first, Span<float> target)
    {
        double low = double.MaxValue, high = double.MinValue;
        int end = first, widest = 0;
        for (; end < times.Length - 2; end++)
        {
            double time = times[end + 1];
            if (double.IsNaN(time))
                throw new InvalidOperationException("A time of a sound was mapped to no number.");
            int half = SincTable.HalfLength(Speed(times, end));
            double newLow = Math.Min(low, time - half), newHigh = Math.Max(high, time + half);
            if (newHigh - newLow > WidestRange && end > first)
                break;
            (low, high, widest) = (newLow, newHigh, Math.Max(widest, half));
        }

        long origin = (long)Math.Floor(Math.Clamp(low, -1e15, 1e15)) - 1;
        var samples = new float[((long)Math.Clamp(high - low, 0, 2 * WidestRange) + 4) * Channels];
        source.Render(origin, samples);
        for (int n = first; n < end; n++)
            SincTable.Read(samples, Channels, (times[n + 1] - origin, Speed(times, n)), target.Slice(n * Channels, Channels));
        return end - first;
    }

    private static double Speed(double[] times, int n) => Math.Abs(times[n + 2] - times[n]) / 2;
}
