using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Chromagrams: how much of each pitch class there is, the largest of a frame being one.</summary>
/// <remarks>Equals librosa 0.11's chroma_stft and chroma_cqt (after Ellis, "Chroma feature analysis and synthesis", 2007).</remarks>
public static class Chroma
{
    private const int StepsPerOctave = 36, Octaves = 7;

    /// <summary>The chromagram of a sound by its constant-Q transform, seven octaves of 36 bands from C1: frames × classes.</summary>
    /// <exception cref="ArgumentException">The sound is empty, not finite or of a rate below 8.5 kHz.</exception>
    public static FeatureSeries Of(Sound sound, ChromaOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        options ??= new();
        sound.Check(nameof(sound));
        double tuning = options.Tuning ?? Tuning.Estimate(Stft.Magnitude(sound, null, cancel), StepsPerOctave);
        CqtOptions bands = new() { Bands = Octaves * StepsPerOctave, PerOctave = StepsPerOctave, Tuning = tuning };
        return OfConstantQ(Cqt.Magnitude(sound, bands, cancel), bands, options);
    }

    /// <summary>The chromagram of magnitudes of a constant-Q transform: bands of a class are added up.</summary>
    /// <param name="magnitudes">What <see cref="Cqt.Magnitude"/> made.</param>
    /// <param name="bands">With which options.</param>
    /// <param name="options">Pitch classes; the tuning is that of the transform.</param>
    /// <exception cref="ArgumentException">The bands of an octave are no multiple of the classes, or not those of the
    /// transform.</exception>
    public static FeatureSeries OfConstantQ(Spectrogram magnitudes, CqtOptions bands, ChromaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(magnitudes);
        ArgumentNullException.ThrowIfNull(bands);
        int classes = (options ??= new()).Classes, merged = bands.PerOctave / classes;
        if (merged * classes != bands.PerOctave)
            throw new ArgumentException($"{bands.PerOctave} bands an octave do not merge into {classes} classes.", nameof(options));
        if (magnitudes.Bins != bands.Bands)
            throw new ArgumentException($"A transform of {magnitudes.Bins} bands is none of {bands.Bands}.", nameof(bands));
        double semitone = 69 + (12 * Math.Log2(bands.LowestHz / 440));
        int turn = (int)Math.Round((semitone - (12 * Math.Floor(semitone / 12))) * classes / 12);
        int[] classOf = [.. Enumerable.Range(0,
            bands.Bands).Select(band => ((((band + (merged / 2)) % bands.PerOctave) / merged) + turn) % classes)];
        return Make(magnitudes, classes, (levels, chroma) =>
        {
            chroma.Clear();
            for (int band = 0; band < levels.Length; band++)
                chroma[classOf[band]] += levels[band];
        });
    }

    /// <summary>The chromagram of powers of a Fourier transform.</summary>
    /// <param name="power">What <see cref="Stft.Power"/> made: bins from 0 to half the rate.</param>
    /// <param name="options">Pitch classes and tuning; null: twelve, estimated.</param>
    /// <exception cref="ArgumentException">The spectrogram is empty or not finite.</exception>
    public static FeatureSeries OfPower(Spectrogram power, ChromaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(power);
        options ??= new();
        power.Check(nameof(power));
        float[][] weights = Weights(power.Bins, 2 * power.FrequenciesHz[^1], options.Tuning ?? Tuning.Estimate(power, options.Classes),
            options);
        return Make(power, weights.Length, (levels, chroma) =>
        {
            for (int i = 0; i < chroma.Length; i++)
                chroma[i] = TensorPrimitives.Dot(levels, weights[i]);
        });
    }

    private delegate void Fold(ReadOnlySpan<float> levels, Span<float> chroma);

    private static FeatureSeries Make(Spectrogram levels, int classes, Fold fold)
    {
        var values = new float[levels.Frames * classes];
        FrameLoop.Run(levels.Frames, (start, count) =>
        {
            for (int frame = start; frame < start + count; frame++)
            {
                Span<float> chroma = values.AsSpan(frame * classes, classes);
                fold(levels[frame], chroma);
                float largest = Math.Abs(TensorPrimitives.MaxMagnitude<float>(chroma));
                if (largest >= 1.17549435e-38f)
                    TensorPrimitives.Divide(chroma, largest, chroma);
            }
        });
        return new(values, classes, levels.Grid);
    }

    /// <summary>Bells around each class, of unit length in each bin, under a bell over the octaves.</summary>
    private static float[][] Weights(int bins, double sampleRate, double tuning, ChromaOptions options)
    {
        int classes = options.Classes, length = 2 * (bins - 1);
        double reference = 440 * Math.Pow(2, tuning / classes) / 16;
        double[] steps = [.. Enumerable.Range(0,
            bins + 1).Select(k => classes * Math.Log2(Math.Max(k, 1) * sampleRate / length / reference))];
        steps[0] = steps[1] - (1.5 * classes);
        float[][] weights = [.. Enumerable.Range(0, classes).Select(_ => new float[bins])];
        var bell = new double[classes];
        double half = Math.Round(classes / 2.0, MidpointRounding.ToEven);
        for (int k = 0; k < bins; k++)
        {
            double width = Math.Max(steps[k + 1] - steps[k], 1), octave = (steps[k] / classes) - options.CentreOctave;
            for (int i = 0; i < classes; i++)
            {
                double distance = steps[k] - i + half + (10 * classes);
                distance -= (classes * Math.Floor(distance / classes)) + half;
                bell[i] = Math.Exp(-2 * distance * distance / (width * width));
            }

            double scale = (options.OctaveSpread is { } spread
                ? Math.Exp(-0.5 * octave * octave / (spread * spread)) : 1) / TensorPrimitives.Norm<double>(bell);
            for (int i = 0; i < classes; i++)
                weights[i][k] = (float)(scale * bell[(i + (3 * (classes / 12))) % classes]);
        }

        return weights;
    }
}
