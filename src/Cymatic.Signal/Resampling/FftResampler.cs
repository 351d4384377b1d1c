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
        if (!Finite.All(samples))
            throw new ArgumentException($"One of {samples.Length} samples is not finite.", nameof(samples));
        if (samples.IsEmpty)
            return [];
        double ratio = up / down;
        (int before, int after) = Pads(samples.Length, (options ??= new()).Padding, (up, down));
        int length = before + samples.Length + after, newLength = Math.Max(Round(ratio * length), 1);
        T[] extended = options.Edges.Extend(samples, before, after), result = new T[newLength];
        Transform(extended, result);
        int skip = Round(ratio * before);
        return result.AsSpan(skip, Math.Max(Round(ratio * samples.Length), 1)).ToArray();
    }

    /// <summary>Channels at another rate, on all cores.</summary>
    /// <inheritdoc cref="Resample{T}(ReadOnlySpan{T}, double, double, FftResamplingOptions?)"/>
    public static T[][] Resample<T>(IReadOnlyList<T[]> channels, double up, double down, FftResamplingOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> => ChannelLoop.Map(channels, channel => Resample<T>(channel, up, down, options));

    private static void Transform<T>(T[] samples, T[] result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RealFft<T> forward = new(samples.Length), back = new(result.Length);
        T[] re = new T[Math.Max(forward.Bins, back.Bins)], im = new T[re.Length];
        forward.Forward(samples, re.AsSpan(0, forward.Bins), im.AsSpan(0, forward.Bins));
        int shorter = Math.Min(samples.Length, result.Length);
        if (shorter % 2 == 0)
        {
            // The highest bin that both have stands for two, or for half, of the other's.
            T factor = T.CreateChecked(result.Length < samples.Length ? 2.0 : 0.5);
            re[shorter / 2] *= factor;
            im[shorter / 2] *= factor;
        }

        back.Inverse(re.AsSpan(0, back.Bins), im.AsSpan(0, back.Bins), result);
        TensorPrimitives.Multiply(result, T.CreateChecked((double)result.Length / samples.Length), result);
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
