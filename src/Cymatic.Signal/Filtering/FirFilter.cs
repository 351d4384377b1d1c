using System.Numerics;

namespace Cymatic.Signal;

/// <summary>A filter of finite length for channels of samples, designed as MNE designs its own.</summary>
/// <remarks>
/// Equals MNE 1.3's create_filter, filter_data and notch_filter with method "fir" and design "firwin" (Widmann, Schröger and Maess, J.
/// Neurosci.
/// Methods 250, 2015). Samples may be float32 or float64; convolution is done in their type by FFT.
/// </remarks>
public sealed class FirFilter
{
    private readonly FirOptions _options;

    private FirFilter(double[] taps, FirOptions options) => (Taps, _options) = (taps, options);

    /// <summary>The impulse response; to be read, not written.</summary>
    public double[] Taps { get; }

    /// <summary>Lets frequencies up to an edge pass.</summary>
    /// <exception cref="ArgumentException">The edge and its transition do not lie between 0 and half the rate, or the filter is too
    /// short.</exception>
    public static FirFilter LowPass(double sampleRate, double hz, FirOptions? options = null) =>
        Band(sampleRate, null, hz, options ?? new());

    /// <summary>Lets frequencies from an edge on pass.</summary>
    /// <inheritdoc cref="LowPass"/>
    public static FirFilter HighPass(double sampleRate, double hz, FirOptions? options = null) =>
        Band(sampleRate, hz, null, options ?? new());

    /// <summary>Lets frequencies between two edges pass.</summary>
    /// <inheritdoc cref="LowPass"/>
    public static FirFilter BandPass(double sampleRate, double lowHz, double highHz, FirOptions? options = null) =>
        lowHz < highHz ? Band(sampleRate, lowHz, highHz, options ?? new())
            : throw new ArgumentException($"A band does not reach from {lowHz} to {highHz} Hz.", nameof(highHz));

    /// <summary>Stops frequencies between two edges; transitions lie between them.</summary>
    /// <inheritdoc cref="LowPass"/>
    public static FirFilter BandStop(double sampleRate, double lowHz, double highHz, FirOptions? options = null) =>
        Stops(sampleRate, [(lowHz, highHz)], options ?? new());

    /// <summary>Stops narrow bands around frequencies, such as the mains'.</summary>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="frequenciesHz">The middles of the bands.</param>
    /// <param name="widthHz">Width of a band; null: a 200th of its frequency.</param>
    /// <param name="transitionHz">Both transitions of a band together.</param>
    /// <param name="options">Phase, window and padding; its transitions are not used.</param>
    /// <exception cref="ArgumentException">A band does not lie between 0 and half the rate, or they overlap.</exception>
    public static FirFilter Notch(
        double sampleRate, IEnumerable<double> frequenciesHz, double? widthHz = null, double transitionHz = 1, FirOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(frequenciesHz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(transitionHz);
        double half = transitionHz / 2;
        (double, double)[] bands = [.. frequenciesHz.Order().Select(hz => (Edge(hz, -1), Edge(hz, 1)))];
        return Stops(sampleRate, bands, (options ?? new()) with { LowTransitionHz = half, HighTransitionHz = half });

        double Edge(double hz, int side) => hz + (side * (((widthHz ?? (hz / 200)) / 2) + half));
    }

    /// <summary>The samples filtered, as many as before.</summary>
    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    public T[] Apply<T>(ReadOnlySpan<T> samples)
        where T : unmanaged, IFloatingPointIeee754<T> => Apply(samples, Convolver<T>());

    /// <summary>Channels filtered, on all cores.</summary>
    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    public T[][] Apply<T>(IReadOnlyList<T[]> channels, CancellationToken cancel = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        FftConvolver<T> convolver = Convolver<T>();
        return ChannelLoop.Map(channels, channel => Apply<T>(channel, convolver), cancel);
    }

    /// <summary>The sound filtered, every channel.</summary>
    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    public Sound Apply(Sound sound, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 0);
        float[][] channels = [.. Enumerable.Range(0, sound.Channels).Select(channel => sound[channel].ToArray())];
        return new(Apply<float>(channels, cancel), sound.SampleRate);
    }

    /// <summary>The filter for samples that come in blocks.</summary>
    public RunningFir<T> Running<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        FftConvolver<T> convolver = Convolver<T>();
        return new(convolver, _options.Padding, Taps.Length, Delay(convolver.Taps));
    }

    private int Delay(int taps) => _options.Phase == FirPhase.Minimum ? 0 : (taps - 1) / 2;

    private FftConvolver<T> Convolver<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new([.. (_options.Phase == FirPhase.ZeroDouble ? WithItselfReversed(Taps) : Taps).Select(T.CreateChecked)]);

    private T[] Apply<T>(ReadOnlySpan<T> samples, FftConvolver<T> convolver)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Finite.All(samples))
            throw new ArgumentException($"One of {samples.Length} samples is not finite.", nameof(samples));
        int edge = Math.Max(Math.Min(Taps.Length, samples.Length) - 1, 0), delay = Delay(convolver.Taps);
        T[] filtered = GC.AllocateUninitializedArray<T>(samples.Length);
        convolver.Run(ExtendedSamples<T>.Of(samples, _options.Padding, edge), edge + delay, filtered);
        return filtered;
    }

    private static double[] WithItselfReversed(double[] taps)
    {
        var both = new double[(2 * taps.Length) - 1];
        for (int i = 0; i < taps.Length; i++)
        {
            for (int j = 0; j < taps.Length; j++)
                both[i + j] += taps[i] * taps[taps.Length - 1 - j];
        }

        return both;
    }

    private static FirFilter Band(double sampleRate, double? low, double? high, FirOptions options)
    {
        double nyquist = Nyquist(sampleRate), narrowest = double.PositiveInfinity;
        var points = new List<(double, int)> { (0, low is null ? 1 : 0) };
        if (low is { } l)
        {
            Check(l, nyquist, high is null ? "hz" : "lowHz");
            double transition = options.LowTransitionHz ?? Math.Min(Math.Max(0.25 * l, 2), l);
            if (l < transition)
                throw new ArgumentException($"A transition of {transition} Hz below {l} Hz reaches below 0.", nameof(options));
            points.AddRange([(l - transition, 0), (l, 1)]);
            narrowest = transition;
        }

        if (high is { } h)
        {
            Check(h, nyquist, low is null ? "hz" : "highHz");
            double transition = options.HighTransitionHz ?? Math.Min(Math.Max(0.25 * h, 2), nyquist - h);
            if (h + transition > nyquist)
                throw new ArgumentException(
                    $"A transition of {transition} Hz above {h} Hz reaches above half the rate, {nyquist} Hz.", nameof(options));
            points.AddRange([(h, 1), (h + transition, 0)]);
            narrowest = Math.Min(narrowest, transition);
        }

        points.Add((nyquist, high is null ? 1 : 0));
        return Design(points, nyquist, narrowest, options);
    }

    private static FirFilter Stops(double sampleRate, (double Low, double High)[] bands, FirOptions options)
    {
        double nyquist = Nyquist(sampleRate), narrowest = double.PositiveInfinity, last = 0;
        var points = new List<(double, int)> { (0, 1) };
        foreach ((double low, double high) in bands)
        {
            Check(low, nyquist, nameof(bands));
            Check(high, nyquist, nameof(bands));
            double below = options.LowTransitionHz ?? Math.Min(Math.Max(0.25 * low, 2), low);
            double above = options.HighTransitionHz ?? Math.Min(Math.Max(0.25 * high, 2), nyquist - high);
            if (low < last || low + below > high - above)
                throw new ArgumentException(
                    $"A band from {low} to {high} Hz has no room for its transitions, or for those of the one before.", nameof(bands));
            points.AddRange([(low, 1), (low + below, 0), (high - above, 0), (high, 1)]);
            (narrowest, last) = (Math.Min(narrowest, Math.Min(below, above)), high);
        }

        points.Add((nyquist, 1));
        return Design(points, nyquist, narrowest, options);
    }

    private static FirFilter Design(List<(double Hz, int Gain)> points, double nyquist, double narrowest, FirOptions options)
    {
        int length = options.Length ?? Math.Max(1, (int)Math.Ceiling(options.LengthFactor / narrowest * 2 * nyquist));
        length += 1 - (length % 2);
        (double, int)[] shares = [.. points.Distinct().Select(point => (point.Hz / nyquist, point.Gain))];
        return new(FirDesign.Taps(shares, length, options), options);
    }

    private static double Nyquist(double sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        return sampleRate / 2;
    }

    private static void Check(double hz, double nyquist, string name)
    {
        if (!(hz > 0 && hz < nyquist))
            throw new ArgumentException($"An edge at {hz} Hz does not lie between 0 and half the rate, {nyquist} Hz.", name);
    }
}
