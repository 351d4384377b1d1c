namespace Cymatic.Mosaic.Tests;

/// <summary>Plans made by hand.</summary>
internal static class Plans
{
    /// <summary>Units of equal length, one after the other, from places in one source.</summary>
    public static MosaicPlan Of(double unitSeconds, params double[] sourceTimes) => new()
    {
        Duration = unitSeconds * sourceTimes.Length,
        Method = "nearest",
        Sources = [new PlanSource("a.wav", 100, HasVideo: false), new PlanSource("b.wav", 100, HasVideo: false)],
        Units = [.. sourceTimes.Select((time, i) => Unit(i * unitSeconds, unitSeconds, time))],
    };

    public static PlanUnit Unit(double targetTime, double duration, double sourceTime, int source = 0) =>
        new() { TargetTime = targetTime, Duration = duration, Source = source, Unit = 0, SourceTime = sourceTime };

    public static float[] Noise(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() - 0.5))];
    }

    public static float[] Tone(int length, double hz, int rate) =>
        [.. Enumerable.Range(0, length).Select(n => (float)Math.Sin(2 * Math.PI * hz * n / rate))];

    public static float[] All(MosaicSound sound)
    {
        var samples = new float[sound.Length * sound.Channels];
        sound.Render(0, samples);
        return samples;
    }
}
