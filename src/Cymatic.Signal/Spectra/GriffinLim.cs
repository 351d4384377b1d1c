using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>How a sound is found that has given magnitudes. The defaults are librosa's.</summary>
public sealed record GriffinLimOptions
{
    /// <summary>Iterations.</summary>
    public int Iterations
    {
        get;
        init => field = value >= 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The iterations must not be negative.");
    } = 32;

    /// <summary>How much of the last change is made again: 0 is the original algorithm, above 1 may not converge.</summary>
    public double Momentum
    {
        get;
        init => field = value >= 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The momentum must not be negative.");
    } = 0.99;

    /// <summary>Seed of the random phases at the start.</summary>
    public int Seed { get; init; }

    /// <summary>Samples of the result; null: as far as the frames' hops reach.</summary>
    public int? Length
    {
        get;
        init => field = value is null or >= 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The length must not be negative.");
    }
}

/// <summary>Finds a sound whose transform has given magnitudes: phases from magnitudes alone.</summary>
/// <remarks>Griffin and Lim, IEEE TASSP 32(2), 1984; Perraudin, Balazs and Søndergaard, WASPAA 2013. As librosa 0.11's griffinlim, but
/// other random phases.</remarks>
public static class GriffinLim
{
    /// <summary>The sound of magnitudes.</summary>
    /// <param name="magnitudes">What <see cref="Stft.Magnitude"/> made, perhaps changed.</param>
    /// <param name="frames">With which frames.</param>
    /// <param name="options">Iterations and start; null: the defaults.</param>
    /// <param name="progress">Told the fraction that is done.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">The magnitudes are not those of such frames, or not finite.</exception>
    public static Sound Invert(
        Spectrogram magnitudes, StftOptions frames, GriffinLimOptions? options = null, IProgress<double>? progress = null,
            CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(magnitudes);
        ArgumentNullException.ThrowIfNull(frames);
        if (magnitudes.Bins != frames.Bins)
            throw new ArgumentException(
                $"Magnitudes of {magnitudes.Bins} bins are not those of frames with {frames.Bins}.", nameof(magnitudes));
        magnitudes.Check(nameof(magnitudes));
        options ??= new();
        ComplexSpectrogram current = Start(magnitudes, frames, options.Seed);
        ComplexSpectrogram? before = null;
        float share = (float)(options.Momentum / (1 + options.Momentum));
        for (int i = 0; i < options.Iterations; i++)
        {
            ComplexSpectrogram rebuilt = Stft.Forward(Stft.Inverse(current, options.Length, cancel), frames, cancel);
            current = Moved(rebuilt, before, share, magnitudes);
            before = rebuilt;
            progress?.Report((i + 1.0) / options.Iterations);
        }

        return Stft.Inverse(current, options.Length, cancel);
    }

    private static ComplexSpectrogram Start(Spectrogram magnitudes, StftOptions frames, int seed)
    {
        var random = new Random(seed);
        float[] re = new float[magnitudes.Values.Length], im = new float[re.Length];
        for (int i = 0; i < re.Length; i++)
        {
            (float sin, float cos) = MathF.SinCos(random.NextSingle() * 2 * MathF.PI);
            (re[i], im[i]) = (magnitudes.Values[i] * cos, magnitudes.Values[i] * sin);
        }

        return new(re, im, magnitudes.Grid.SampleRate, frames);
    }

    /// <summary>The magnitudes with the phases of what was rebuilt, less a share of what was rebuilt before.</summary>
    private static ComplexSpectrogram Moved(ComplexSpectrogram rebuilt, ComplexSpectrogram? before, float share, Spectrogram magnitudes)
    {
        float[] re = new float[magnitudes.Values.Length], im = new float[re.Length];
        int frames = Math.Min(rebuilt.Frames, magnitudes.Frames), bins = magnitudes.Bins;
        FrameLoop.Run(frames, (start, count) =>
        {
            int at = start * bins, length = count * bins;
            Span<float> a = re.AsSpan(at, length), b = im.AsSpan(at, length);
            rebuilt.RealParts.AsSpan(at, length).CopyTo(a);
            rebuilt.ImaginaryParts.AsSpan(at, length).CopyTo(b);
            if (before is not null)
            {
                TensorPrimitives.MultiplyAdd(before.RealParts.AsSpan(at, length), -share, a, a);
                TensorPrimitives.MultiplyAdd(before.ImaginaryParts.AsSpan(at, length), -share, b, b);
            }

            using var scratch = new Rented<float>(length);
            Stft.Magnitudes(a, b, scratch.Span);
            TensorPrimitives.Add(scratch.Span, 1.17549435e-38f, scratch.Span);
            TensorPrimitives.Divide(magnitudes.Values.AsSpan(at, length), scratch.Span, scratch.Span);
            TensorPrimitives.Multiply(a, scratch.Span, a);
            TensorPrimitives.Multiply(b, scratch.Span, b);
        });
        return new(re, im, rebuilt.SampleRate, rebuilt.Options);
    }
}
