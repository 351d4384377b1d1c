using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>How much an onset envelope repeats itself around each frame, for each lag.</summary>
/// <remarks>Local autocorrelation, equal to librosa.feature.tempogram. Grosche, Müller and Kurth, ICASSP 2010.</remarks>
public sealed class Tempogram
{
    private Tempogram(float[] values, int lags, FrameGrid grid) => (Values, Lags, Grid) = (values, lags, grid);

    /// <summary>
    /// Frame after frame, each of <see cref="Lags"/> numbers with a largest absolute value of one; to be read, not written.
    /// </summary>
    public float[] Values { get; }

    /// <summary>Lags in each frame: 0, 1, … frames of the envelope.</summary>
    public int Lags { get; }

    /// <summary>When the frames are.</summary>
    public FrameGrid Grid { get; }

    /// <summary>Number of frames.</summary>
    public int Frames => Values.Length / Lags;

    /// <summary>The lags of one frame.</summary>
    public ReadOnlySpan<float> this[int frame] => Values.AsSpan(frame * Lags, Lags);

    /// <summary>The tempo of a lag in beats a minute; infinite at lag 0.</summary>
    public double BpmOf(int lag) => 60 * Grid.FramesPerSecond / lag;

    /// <summary>The tempogram of an envelope.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="window">Frames of the window, and number of lags.</param>
    /// <param name="cancel">Ends the work.</param>
    public static Tempogram Of(OnsetEnvelope envelope, int window = 384, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        return Of(envelope, window, (0, envelope.Values.Length), cancel);
    }

    /// <summary>Some frames of the tempogram of an envelope: of an hour all would be 200 MB.</summary>
    internal static Tempogram Of(OnsetEnvelope envelope, int window, (int First, int Count) part, CancellationToken cancel)
    {
        int frames = part.Count;
        float[] padded = Ramped(envelope.Values, window / 2), taper = Windows.Hann(window);
        var values = new float[checked(frames * window)];
        RealFft<float> fft = RealFft.Shared<float>(TransformLength(2 * window - 1));
        FrameLoop.Run(frames, (start, count) =>
        {
            using var scratch = new Rented<float>(fft.Length + 2 * fft.Bins);
            Span<float> time = scratch.Span[..fft.Length], re = scratch.Span.Slice(fft.Length, fft.Bins), im = scratch.Span[^fft.Bins..];
            for (int frame = start; frame < start + count; frame++)
            {
                time[window..].Clear();
                TensorPrimitives.Multiply(padded.AsSpan(part.First + frame, window), taper, time);
                Autocorrelate(fft, time, re, im);
                Normalise(time[..window], values.AsSpan(frame * window, window));
            }
        }, cancel);
        return new Tempogram(values, window, envelope.Grid);
    }

    private static void Autocorrelate(RealFft<float> fft, Span<float> time, Span<float> re, Span<float> im)
    {
        fft.Forward(time, re, im);
        Stft.Powers(re, im, re);
        im.Clear();
        fft.Inverse(re, im, time);
    }

    private static void Normalise(ReadOnlySpan<float> lags, Span<float> target)
    {
        float largest = TensorPrimitives.MaxMagnitude(lags);
        TensorPrimitives.Divide(lags, Math.Abs(largest) < 1.17549435e-38f ? 1 : Math.Abs(largest), target);
    }

    /// <summary>The values with <paramref name="side"/> more on each side, falling in a straight line to zero.</summary>
    private static float[] Ramped(float[] values, int side)
    {
        var padded = new float[values.Length + 2 * side];
        values.CopyTo(padded, side);
        for (int i = 0; i < side && values.Length > 0; i++)
            (padded[i], padded[^(i + 1)]) = (values[0] * i / side, values[^1] * i / side);
        return padded;
    }

    private static int TransformLength(int atLeast)
    {
        int length = 1;
        while (length < atLeast)
            length *= 2;
        return length;
    }
}
