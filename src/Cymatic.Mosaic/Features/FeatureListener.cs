using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Measures features of a sound's units; a unit without sound has none (NaN).</summary>
/// <remarks>
/// Of the powers in bands of 24 Hz that <see cref="UnitListener"/> hears, the strongest being 1; what they become is what librosa 0.11
/// makes of such a spectrum (melspectrogram, mfcc, chroma_stft, spectral_centroid, spectral_flatness, onset_strength), and yin.
/// </remarks>
internal sealed class FeatureListener
{
    private const int MelBands = 40, Coefficients = 12, Bins = (Period / 2) + 1, Period = Analysis.SampleRate / Analysis.BandHz;
    private const float MelRangeDb = 40;
    private static readonly FilterBank Mel = FilterBank.Mel(Analysis.SampleRate, Period, new()
    {
        Bands = MelBands,
        MinimumHz = Analysis.LowestBand * Analysis.BandHz,
        MaximumHz = (Analysis.LowestBand + Analysis.Bands - 1) * Analysis.BandHz,
    });
    private static readonly CosineTransform Cosines = new(MelBands, Coefficients + 1);
    private static readonly double[] BinHz = Spectrogram.FftFrequencies(Period, Analysis.SampleRate);
    private static readonly double[] BandHz = BinHz[Analysis.LowestBand..(Analysis.LowestBand + Analysis.Bands)];

    private readonly UnitSound _sound;
    private readonly UnitListener _listener;
    private readonly UnitFeature[] _features;

    public FeatureListener(UnitSound sound, IEnumerable<UnitFeature> features)
    {
        (_sound, _listener, _features) = (sound, new(sound), [.. features]);
        Columns = _features.Sum(feature => ColumnsOf(feature));
    }

    /// <summary>Numbers of a unit: those of all features, one after the other.</summary>
    public int Columns { get; }

    /// <summary>How many numbers a feature has.</summary>
    public static int ColumnsOf(UnitFeature feature, UnitOptions? units = null) => feature switch
    {
        UnitFeature.Specgram => SeedFrames.Columns((units ?? new()).Rate),
        UnitFeature.Mel => MelBands,
        UnitFeature.Mfcc => Coefficients,
        UnitFeature.Chroma => 12,
        _ => 1,
    };

    /// <summary>
    /// Whether a feature is compared less the mean of its source, the target's less its own: what a recording's level, equalisation and
    /// steady noise do to all of it is gone.
    /// </summary>
    public static bool IsRelative(UnitFeature feature) => feature is UnitFeature.Mel or UnitFeature.Mfcc or UnitFeature.Loudness;

    /// <summary>The features of consecutive units, row after row.</summary>
    public float[] Measure(int first, int count)
    {
        HeardBlock heard = Hear(first, count);
        var rows = new float[count * Columns];
        int column = 0;
        foreach (UnitFeature feature in _features)
        {
            float[] numbers = Of(feature, heard);
            int width = ColumnsOf(feature);
            for (int i = 0; i < count; i++)
            {
                Span<float> target = rows.AsSpan((i * Columns) + column, width);
                if (heard.Levels[i + 1] <= Analysis.SilentDb)
                    target.Fill(float.NaN);
                else
                    numbers.AsSpan(i * width, width).CopyTo(target);
            }

            column += width;
        }

        return rows;
    }

    /// <summary>Powers and levels of units, and of the one before, which is silence where there is none.</summary>
    private sealed record HeardBlock(int First, float[] Powers, float[] Levels)
    {
        public int Count => Levels.Length - 1;

        public ReadOnlySpan<float> this[int row] => Powers.AsSpan(row * Bins, Bins);
    }

    private HeardBlock Hear(int first, int count)
    {
        var heard = new HeardBlock(first, new float[(count + 1) * Bins], new float[count + 1]);
        heard.Levels[0] = Analysis.SilentDb;
        for (int row = first == 0 ? 1 : 0; row <= count; row++)
        {
            Span<float> powers = heard.Powers.AsSpan((row * Bins) + Analysis.LowestBand, Analysis.Bands);
            heard.Levels[row] = _listener.Hear(first + row - 1, powers);
            TensorPrimitives.Divide(powers, Math.Max(float.Epsilon, TensorPrimitives.Max<float>(powers)), powers);
            TensorPrimitives.Pow(powers, 5f, powers); // Bands are powers to the power of 0.2.
        }

        return heard;
    }

    private float[] Of(UnitFeature feature, HeardBlock heard) => feature switch
    {
        UnitFeature.Mel => [.. Rows(heard).SelectMany(row => MelShape(heard, row))],
        UnitFeature.Mfcc => [.. Rows(heard).SelectMany(row => Mfcc(heard, row))],
        UnitFeature.Chroma => Chroma.OfPower(new(heard.Powers[Bins..], BinHz, Grid), new() { Tuning = 0 }).Values,
        UnitFeature.Loudness => heard.Levels[1..],
        UnitFeature.Centroid => [.. Magnitudes(heard).Centroid().Select(hz => MathF.Log2(Math.Max(1, hz)))],
        UnitFeature.Flatness => [.. Magnitudes(heard).Flatness().Select(ratio => 10 * MathF.Log10(ratio))],
        UnitFeature.F0 => [.. Rows(heard).Select(row => F0(heard.First + row - 1))],
        UnitFeature.Onset => [.. Rows(heard).Select(row => heard.First + row == 1 ? 0 : Rise(heard, row))],
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "It is measured elsewhere."),
    };

    private static FrameGrid Grid => new(Analysis.SampleRate, Period);

    private static IEnumerable<int> Rows(HeardBlock heard) => Enumerable.Range(1, heard.Count);

    private static Spectrogram Magnitudes(HeardBlock heard)
    {
        var magnitudes = new float[heard.Count * Analysis.Bands];
        for (int i = 0; i < heard.Count; i++)
        {
            ReadOnlySpan<float> powers = heard[i + 1].Slice(Analysis.LowestBand, Analysis.Bands);
            TensorPrimitives.Sqrt(powers, magnitudes.AsSpan(i * Analysis.Bands, Analysis.Bands));
        }

        return new(magnitudes, BandHz, Grid);
    }

    private static float[] MelShape(HeardBlock heard, int row)
    {
        var levels = new float[MelBands];
        Mel.Apply(heard[row], levels);
        Decibels.FromPower(levels, levels, reference: null, rangeDb: MelRangeDb);
        TensorPrimitives.Subtract(levels, TensorPrimitives.Average<float>(levels), levels);
        return levels;
    }

    private static float[] Mfcc(HeardBlock heard, int row)
    {
        var coefficients = new float[Coefficients + 1];
        Cosines.Forward(MelShape(heard, row), coefficients);
        return coefficients[1..];
    }

    /// <summary>The bands in decibels of full scale.</summary>
    private static float[] MelLevels(HeardBlock heard, int row)
    {
        var levels = new float[MelBands];
        Mel.Apply(heard[row], levels);
        Decibels.FromPower(levels, levels, rangeDb: null);
        float all = TensorPrimitives.Sum(heard[row]); // of silence nothing
        TensorPrimitives.Add(levels, heard.Levels[row] - (10 * MathF.Log10(all > 0 ? all : 1)), levels);
        return levels;
    }

    private static float Rise(HeardBlock heard, int row)
    {
        float[] before = MelLevels(heard, row - 1), levels = MelLevels(heard, row);
        float least = Math.Max(TensorPrimitives.Max<float>(before), TensorPrimitives.Max<float>(levels)) - MelRangeDb;
        TensorPrimitives.Max(before, least, before);
        TensorPrimitives.Max(levels, least, levels);
        TensorPrimitives.Subtract(levels, before, levels);
        TensorPrimitives.Max(levels, 0f, levels);
        return TensorPrimitives.Average<float>(levels);
    }

    /// <summary>Of the middle of the unit: YIN needs two periods, and hears no more of a longer sound.</summary>
    private float F0(int unit)
    {
        const int Least = 800, Most = 2048;
        int length = _sound.LengthOf(unit), heard = Math.Clamp(length, Least, Most);
        var samples = new float[heard];
        _sound.Read(_sound.FirstSampleOf(unit) + ((length - heard) / 2), samples);
        var frames = new PitchOptions { FrameLength = heard, HopLength = heard / 2 };
        return MathF.Log2(PitchTracker.Yin(new(samples, Analysis.SampleRate), frames).Hz[1]); // The second frame is all of it.
    }
}
