using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Measures how loud the units of a plan are.</summary>
public static class UnitLevels
{
    // The weighting's high pass rings for so long.
    private const double SettleSeconds = 0.05;

    /// <summary>The level of each unit in its source, in dB; −∞ for silence. Sources are read in order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sources">Its sources' sound.</param>
    /// <param name="kind">What is meant by level.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double[] OfSources(MosaicPlan plan, ISourceSamples sources, LevelKind kind, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Measure(plan, sources, unit => (unit.Source, unit.SourceTime), kind, cancel);
    }

    /// <summary>The level of the target while each unit sounds, in dB; −∞ for silence.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="target">The target as source 0.</param>
    /// <param name="kind">What is meant by level.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double[] OfTarget(MosaicPlan plan, ISourceSamples target, LevelKind kind, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Measure(plan, target, unit => (0, unit.TargetTime), kind, cancel);
    }

    private static double[] Measure(
        MosaicPlan plan, ISourceSamples samples, Func<PlanUnit, (int Source, double Time)> place, LevelKind kind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(samples);
        (int Source, double Time)[] places = [.. plan.Units.Select(place)];
        int[] order = [.. Enumerable.Range(0, places.Length)];
        Array.Sort(places.ToArray(), order);
        SosFilter? filter = kind == LevelKind.Lufs ? LoudnessFilter.KWeighting(samples.SampleRate) : null;
        var levels = new double[places.Length];
        foreach (int i in order)
        {
            cancel.ThrowIfCancellationRequested();
            levels[i] = Level(samples, places[i], plan.Units[i].Duration, filter);
        }

        return levels;
    }

    private static double Level(ISourceSamples samples, (int Source, double Time) place, double duration, SosFilter? filter)
    {
        int rate = samples.SampleRate, channels = samples.Channels, settle = filter is null ? 0 : (int)(SettleSeconds * rate);
        int count = Math.Max(1, (int)Math.Round(duration * rate));
        var interleaved = new float[(settle + count) * channels];
        samples.Read(place.Source, (long)Math.Round(place.Time * rate) - settle, interleaved);
        if (filter is null)
            return Decibels(TensorPrimitives.SumOfSquares<float>(interleaved) / interleaved.Length);
        double sum = 0;
        var channel = new float[settle + count];
        for (int c = 0; c < channels; c++)
        {
            for (int n = 0; n < channel.Length; n++)
                channel[n] = interleaved[n * channels + c];
            sum += TensorPrimitives.SumOfSquares<float>(filter.Apply<float>(channel).AsSpan(settle));
        }

        return Decibels(sum / count / channels);
    }

    private static double Decibels(double power) => power > 0 ? 10 * Math.Log10(power) : double.NegativeInfinity;
}
