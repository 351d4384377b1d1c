using System.Collections.Concurrent;
using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>How samples are padded before they are resampled by FFT. The defaults are MNE 1.3's.</summary>
public sealed record FftResamplingOptions
{
    /// <summary>Samples added at each end; null: as many as make both lengths fast, at least 100 or an eighth of the samples.</summary>
    /// <remarks>MNE pads to a power of two instead, which moves samples by up to half of one when the rates do not divide it.</remarks>
    public int? Padding
    {
        get;
        init => field = value is null or >= 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The padding must not be negative.");
    } = 100;

    /// <summary>What is added.</summary>
    public EdgePadding Edges { get; init; }
}

/// <summary>Change of the sample rate by cutting or filling the spectrum: exact for periodic samples, the sharpest filter there
/// is.</summary>
/// <remarks>Equals MNE 1.3's resample with a boxcar window. For music <see cref="Resampler"/> rings less.</remarks>
public static class FftResampler
{
    /// <summary>round(length · up / down) samples.</summary>
    /// <param name="samples">Any number of finite samples.</param>
    /// <param name="up">The new rate, or a multiple of it.</param>
    /// <param name="down">The old rate, or the same multiple of it.</param>
    /// <param name="options">Padding; null: 100 turned samples at each end.</param>
    /// <exception cref="ArgumentException">A rate that is not positive, or a sample that is not finite.</exception>
    public static T[] Resample<T>(ReadOnlySpan<T> samples, double up, double down, FftResamplingOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(up);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(down);
        options ??= new();
        return Resample(samples, up / down, Pads(samples.Length, options.Padding, (up, down)), (options.Edges, null, nameof(samples)));
    }

    /// <summary>Channels at another rate, on all cores.</summary>
    /// <inheritdoc cref="Resample{T}(ReadOnlySpan{T}, double, double, FftResamplingOptions?)"/>
    public static T[][] Resample<T>(IReadOnlyList<T[]> channels, double up, double down, FftResamplingOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(up);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(down);
        options ??= new();
        var plans = new ConcurrentDictionary<(int, int), SpectrumCut<T>>();
        return ChannelLoop.Map(channels, channel => Resample<T>(
            channel, up / down, Pads(channel.Length, options.Padding, (up, down)), (options.Edges, plans, nameof(channels))));
    }

    private static T[] Resample<T>(ReadOnlySpan<T> samples, double ratio, (int Before, int After) pads,
        (EdgePadding Edges, ConcurrentDictionary<(int, int), SpectrumCut<T>>? Plans, string Name) how)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Finite.All(samples))
            throw new ArgumentException($"One of {samples.Length} samples is not finite.", how.Name);
        if (samples.IsEmpty)
            return [];
        int length = pads.Before + samples.Length + pads.After, newLength = Math.Max(Round(ratio * length), 1);
        SpectrumCut<T> plan = how.Plans?.GetOrAdd((length, newLength), static lengths => new(lengths.Item1, lengths.Item2))
            ?? new(length, newLength);
        using var scratch = new Rented<T>(newLength);
        var result = GC.AllocateUninitializedArray<T>(Math.Max(Round(ratio * samples.Length), 1));
        unsafe
        {
            fixed (T* first = samples)
                plan.Run(new(first, samples.Length, how.Edges, pads.Before), scratch.Span, parallel: how.Plans is null);
        }

        TensorPrimitives.Multiply(
            scratch.Span.Slice(Round(ratio * pads.Before), result.Length), T.CreateChecked((double)newLength / length), result);
        return result;
    }

    private static (int Before, int After) Pads(int length, int? padding, (double Up, double Down) rates)
    {
        if (padding is { } pad)
            return (pad, pad);
        int step = Step(rates.Up, rates.Down), side = Math.Min(length / 8, 100);
        uint least = (uint)((length + (2 * side) + (2 * step)) / step) + 1;
        int all = checked((int)(BitOperations.RoundUpToPowerOf2(least) * step)) - length;
        int before = all / 2 / step * step;
        return (before, all - before);
    }

    /// <summary>Old samples that take as long as a whole number of new ones; 1 when the rates are no whole numbers.</summary>
    private static int Step(double up, double down)
    {
        if (up != Math.Floor(up) || down != Math.Floor(down) || Math.Max(up, down) > int.MaxValue)
            return 1;
        (long a, long b) = ((long)up, (long)down);
        while (b != 0)
            (a, b) = (b, a % b);
        long step = (long)down / a;
        return step < 1 << 20 ? (int)step : 1;
    }

    private static int Round(double value) => checked((int)Math.Round(value, MidpointRounding.ToEven));
}
