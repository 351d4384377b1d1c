using System.Numerics;

namespace Cymatic.Signal;

/// <summary>A section of order two: (b₀ + b₁ z⁻¹ + b₂ z⁻²) / (1 + a₁ z⁻¹ + a₂ z⁻²).</summary>
public readonly record struct Section(double B0, double B1, double B2, double A1, double A2);

/// <summary>A recursive filter as sections of order two, one after the other. It is computed in float64.</summary>
public sealed class SosFilter
{
    private readonly Section[] _sections;
    private readonly (double First, double Second)[] _settled;

    internal SosFilter(IEnumerable<Section> sections)
    {
        _sections = [.. sections];
        _settled = new (double, double)[_sections.Length];
        double level = 1;
        for (int i = 0; i < _sections.Length; i++)
        {
            Section s = _sections[i];
            double output = level * (s.B0 + s.B1 + s.B2) / (1 + s.A1 + s.A2), second = (s.B2 * level) - (s.A2 * output);
            _settled[i] = ((s.B1 * level) - (s.A1 * output) + second, second);
            level = output;
        }
    }

    /// <summary>The sections.</summary>
    public IReadOnlyList<Section> Sections => _sections;

    /// <summary>A Butterworth low-pass: scipy.signal.butter(order, hz, fs=rate, output="sos").</summary>
    /// <exception cref="ArgumentException">An order below 1, or an edge that does not lie between 0 and half the rate.</exception>
    public static SosFilter LowPass(double sampleRate, double hz, int order = 4) =>
        Butterworth.LowPass(Checked(order), Edge(sampleRate, hz));

    /// <summary>A Butterworth high-pass.</summary>
    /// <inheritdoc cref="LowPass"/>
    public static SosFilter HighPass(double sampleRate, double hz, int order = 4) =>
        Butterworth.HighPass(Checked(order), Edge(sampleRate, hz));

    /// <summary>A Butterworth band-pass of twice the order.</summary>
    /// <inheritdoc cref="LowPass"/>
    public static SosFilter BandPass(double sampleRate, double lowHz, double highHz, int order = 4)
    {
        if (!(lowHz < highHz))
            throw new ArgumentException($"A band does not reach from {lowHz} to {highHz} Hz.", nameof(highHz));
        return Butterworth.BandPass(Checked(order), Edge(sampleRate, lowHz), Edge(sampleRate, highHz));
    }

    /// <summary>A Butterworth band-stop of twice the order.</summary>
    /// <inheritdoc cref="LowPass"/>
    public static SosFilter BandStop(double sampleRate, double lowHz, double highHz, int order = 4)
    {
        if (!(lowHz < highHz))
            throw new ArgumentException($"A band does not reach from {lowHz} to {highHz} Hz.", nameof(highHz));
        return Butterworth.BandStop(Checked(order), Edge(sampleRate, lowHz), Edge(sampleRate, highHz));
    }

    /// <summary>The samples filtered from the first to the last, with silence before: scipy.signal.sosfilt.</summary>
    public T[] Apply<T>(ReadOnlySpan<T> samples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var x = new double[samples.Length];
        System.Numerics.Tensors.TensorPrimitives.ConvertTruncating<T, double>(samples, x);
        Run(x, new (double, double)[_sections.Length]);
        return Narrowed<T>(x);
    }

    /// <summary>The samples filtered forwards and backwards, without delay: MNE's method "iir", scipy.signal.sosfiltfilt.</summary>
    /// <param name="samples">At least two finite samples.</param>
    /// <param name="padding">Samples by which the ends are turned around; null: as long as the filter rings (MNE's rule).</param>
    /// <exception cref="ArgumentException">Fewer than two samples, or one that is not finite.</exception>
    public T[] ApplyBothWays<T>(ReadOnlySpan<T> samples, int? padding = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(samples, nameof(samples));
        int pad = Math.Min(Padded(padding), samples.Length - 1);
        return SosLanes.BothWays<T>([samples.ToArray()], (_sections, _settled), pad)[0];
    }

    /// <summary>Channels filtered forwards and backwards, on all cores.</summary>
    /// <inheritdoc cref="ApplyBothWays{T}(ReadOnlySpan{T}, int?)"/>
    public T[][] ApplyBothWays<T>(IReadOnlyList<T[]> channels, int? padding = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(channels);
        foreach (T[] channel in channels)
            Check<T>(channel, nameof(channels));
        int pad = Padded(padding);
        T[][][] groups = [.. Groups(channels)];
        T[][][] results = new T[groups.Length][][];
        Parallel.For(0, groups.Length, i =>
            results[i] = SosLanes.BothWays<T>(groups[i], (_sections, _settled), Math.Min(pad, groups[i][0].Length - 1)));
        return [.. results.SelectMany(group => group)];
    }

    /// <summary>Neighbours of one length, as many as are filtered together.</summary>
    private static IEnumerable<T[][]> Groups<T>(IReadOnlyList<T[]> channels)
    {
        for (int start = 0, end; start < channels.Count; start = end)
        {
            for (end = start + 1; end < Math.Min(channels.Count, start + SosLanes.Width); end++)
            {
                if (channels[end].Length != channels[start].Length)
                    break;
            }

            yield return [.. channels.Skip(start).Take(end - start)];
        }
    }

    private static void Check<T>(ReadOnlySpan<T> samples, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (samples.Length < 2 || !Finite.All(samples))
            throw new ArgumentException($"{samples.Length} samples must be at least 2, and finite.", name);
    }

    private int Padded(int? padding)
    {
        if (padding is < 0)
            throw new ArgumentOutOfRangeException(nameof(padding), padding, "The padding must not be negative.");
        return padding ?? Ringing();
    }

    /// <summary>Filters in place and leaves the states as the last sample left them.</summary>
    internal void Run(Span<double> x, (double First, double Second)[] states)
    {
        for (int i = 0; i < _sections.Length; i++)
        {
            (double b0, double b1, double b2, double a1, double a2) = _sections[i];
            (double first, double second) = states[i];
            for (int n = 0; n < x.Length; n++)
            {
                double input = x[n], output = (b0 * input) + first;
                first = (b1 * input) - (a1 * output) + second;
                second = (b2 * input) - (a2 * output);
                x[n] = output;
            }

            states[i] = (first, second);
        }
    }

    /// <summary>Samples until the impulse response stays below a thousandth of its peak, looked at by the thousand.</summary>
    private int Ringing()
    {
        const int chunk = 1000, most = 100;
        var states = new (double, double)[_sections.Length];
        int last = chunk;
        double threshold = 0;
        for (int i = 0; i < most; i++)
        {
            var h = new double[chunk];
            h[0] = i == 0 ? 1 : 0;
            Run(h, states);
            threshold = Math.Max(0.001 * h.Max(Math.Abs), threshold);
            int at = Array.FindLastIndex(h, v => Math.Abs(v) > threshold);
            if (at < 0)
                return ((i - 1) * chunk) + last;
            last = at;
        }

        return chunk * most;
    }

    private static T[] Narrowed<T>(ReadOnlySpan<double> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = new T[x.Length];
        System.Numerics.Tensors.TensorPrimitives.ConvertTruncating<double, T>(x, result);
        return result;
    }

    private static int Checked(int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        return order;
    }

    private static double Edge(double sampleRate, double hz)
    {
        if (!(hz > 0 && hz < sampleRate / 2))
            throw new ArgumentOutOfRangeException(nameof(hz), hz, $"An edge lies between 0 and half the rate, {sampleRate / 2} Hz.");
        return hz / (sampleRate / 2);
    }
}
