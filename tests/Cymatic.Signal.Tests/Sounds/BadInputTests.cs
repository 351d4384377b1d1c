namespace Cymatic.Signal.Tests;

/// <summary>What every public function does with sounds, matrices and channels that it cannot work on.</summary>
public sealed class BadInputTests
{
    private const int Rate = 22050;

    private static readonly Dictionary<string, Func<Sound, IEnumerable<float>>> OfSounds = new()
    {
        ["Stft.Forward"] = sound => Stft.Forward(sound).RealParts,
        ["Stft.Magnitude"] = sound => Stft.Magnitude(sound).Values,
        ["Stft.Power"] = sound => Stft.Power(sound).Values,
        ["MelSpectrogram.Of"] = sound => MelSpectrogram.Of(sound).Values,
        ["Mfcc.Of"] = sound => Mfcc.Of(sound).Values,
        ["Cqt.Forward"] = sound => Cqt.Forward(sound).RealParts,
        ["Chroma.Of"] = sound => Chroma.Of(sound).Values,
        ["FrameLevels.Rms"] = sound => FrameLevels.Rms(sound),
        ["FrameLevels.ZeroCrossingRate"] = sound => FrameLevels.ZeroCrossingRate(sound),
        ["OnsetEnvelope.Of"] = sound => OnsetEnvelope.Of(sound).Values,
        ["OnsetEnvelope.SuperFlux"] = sound => OnsetEnvelope.SuperFlux(sound).Values,
        ["BeatTracker.Track"] = sound => [(float)BeatTracker.Track(sound).Bpm],
        ["PitchTracker.Yin"] = sound => PitchTracker.Yin(sound).Hz,
        ["PitchTracker.Pyin"] = sound => PitchTracker.Pyin(sound).VoicedProbability,
        ["Hpss.Separate"] = sound => Samples(Hpss.Separate(sound).Harmonic),
        ["TimeStretch.Stretch"] = sound => Samples(TimeStretch.Stretch(sound, 1.5)),
        ["PitchShift.Shift"] = sound => Samples(PitchShift.Shift(sound, 3)),
        ["Resampler.Resample"] = sound => Samples(Resampler.Resample(sound, 16000)),
        ["Silence.Bounds"] = sound => [Silence.Bounds(sound).End],
        ["Silence.Trim"] = sound => Samples(Silence.Trim(sound)),
        ["Silence.Split"] = sound => Silence.Split(sound).Select(part => (float)part.End),
        ["Emphasis.Raise"] = sound => Samples(Emphasis.Raise(sound)),
        ["Emphasis.Lower"] = sound => Samples(Emphasis.Lower(sound)),
        ["PowerDensity.Spectrogram"] = sound => PowerDensity.Spectrogram(sound).Values,
        ["FirFilter.Apply"] = sound => Samples(FirFilter.LowPass(Rate, 1000).Apply(sound)),
    };

    private static readonly Dictionary<string, Action<float[]>> OfSamples = new()
    {
        ["FirFilter.Apply"] = samples => FirFilter.LowPass(256, 40).Apply<float>(samples),
        ["SosFilter.ApplyBothWays"] = samples => SosFilter.LowPass(256, 40).ApplyBothWays<float>(samples),
        ["FftResampler.Resample"] = samples => FftResampler.Resample<float>(samples, 128, 256),
        ["Morlet.Transform"] = samples => Morlet.Transform<float>(samples, 256, [10, 20]),
        ["PowerDensity.Welch"] = samples => PowerDensity.Welch<float>(samples, 256),
        ["Hilbert.Transform"] = samples => Hilbert.Transform<float>(samples),
        ["Hilbert.Envelope"] = samples => Hilbert.Envelope<float>(samples),
    };

    private static readonly Dictionary<string, (string Parameter, Action<DenseMatrix> Run)> OfMatrices = new()
    {
        ["Recurrence.Of"] = ("observations", matrix => Recurrence.Of(matrix)),
        ["Recurrence.Cross"] = ("observations", matrix => Recurrence.Cross(matrix, DenseMatrix.From(9, matrix.Columns, (i, j) => i + j))),
        ["TimeLag.MedianFilter"] = ("recurrence", matrix => TimeLag.MedianFilter(matrix)),
        ["Laplacian.Smallest"] = ("affinity", matrix => Laplacian.Smallest(matrix, 2)),
        ["Medians.AlongRows"] = ("matrix", matrix => Medians.AlongRows(matrix, 3)),
        ["FrameSync.Run"] = ("frames", matrix => FrameSync.Run(matrix, [3])),
        ["KMeans.Fit"] = ("observations", matrix => KMeans.Fit(matrix, 2)),
        ["PrincipalComponents.Of"] = ("observations", matrix => PrincipalComponents.Of(matrix, 2)),
        ["Scaling.Standard"] = ("observations", matrix => Scaling.Standard(matrix)),
        ["Scaling.Robust"] = ("observations", matrix => Scaling.Robust(matrix)),
        ["NearestNeighbours.Find"] = ("observations", matrix =>
            NearestNeighbours.Find(matrix, DenseMatrix.From(1, matrix.Columns, (_, _) => 0), 1)),
        ["Silhouette.Of"] = ("observations", matrix => Silhouette.Of(matrix, [.. Enumerable.Range(0, matrix.Rows).Select(i => i % 2)])),
        ["Nmf.Factorise"] = ("values", matrix => Nmf.Factorise(matrix.Values, matrix.Columns)),
    };

    public static TheoryData<string> Sounds => [.. OfSounds.Keys];

    public static TheoryData<string> Channels => [.. OfSamples.Keys];

    public static TheoryData<string> Matrices => [.. OfMatrices.Keys];

    [Theory, MemberData(nameof(Sounds))]
    public void A_sound_with_a_sample_that_is_no_number_is_refused_with_its_length(string function)
    {
        var samples = new float[9000];
        samples[4321] = float.NaN;
        Refused("sound", "9000", () => OfSounds[function](new Sound(samples, Rate)));
    }

    /// <remarks>An empty sound, one shorter than a frame, silence, a constant, and one with more channels than two.</remarks>
    [Theory, MemberData(nameof(Sounds))]
    public void An_odd_sound_has_finite_results_or_is_refused_by_name(string function)
    {
        Sound[] odd =
        [
            new(Array.Empty<float>(), Rate), new([1f], Rate), new(new float[100], Rate), new(new float[9000], Rate),
            new([.. Enumerable.Repeat(0.5f, 9000)], Rate), new([.. Enumerable.Range(0, 5).Select(_ => new float[9000])], Rate),
        ];
        foreach (Sound sound in odd)
        {
            ArgumentException? refusal = null;
            IEnumerable<float> numbers = [];
            try
            {
                numbers = OfSounds[function](sound);
            }
            catch (ArgumentException thrown)
            {
                refusal = thrown;
            }

            Assert.All(numbers, number => Assert.True(float.IsFinite(number)));
            if (refusal is not null)
                Assert.Contains(refusal.ParamName, (string[])["sound", "samples", "options"]);
        }
    }

    [Theory, MemberData(nameof(Channels))]
    public void Samples_that_are_no_numbers_are_refused_with_their_number(string function)
    {
        float[] samples = new float[2000];
        samples[^1] = float.PositiveInfinity;
        Refused("samples", "2000", () => OfSamples[function](samples));
    }

    [Theory, MemberData(nameof(Matrices))]
    public void A_matrix_with_a_number_that_is_none_is_refused_with_its_size(string function)
    {
        float[] values = new float[12 * 12];
        values[17] = float.NaN;
        Refused(OfMatrices[function].Parameter, "12|144", () => OfMatrices[function].Run(new(values, 12)));
    }

    [Theory, MemberData(nameof(Matrices))]
    public void A_matrix_without_rows_is_refused_by_name(string function)
    {
        if (function is not "Medians.AlongRows" and not "Recurrence.Cross")
            Refused(OfMatrices[function].Parameter, "0|no", () => OfMatrices[function].Run(new([], 12)));
    }

    private static void Refused(string parameter, string numbers, Action action)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(action);
        Assert.Equal(parameter, refusal.ParamName);
        Assert.Matches(numbers, refusal.Message);
    }

    private static float[] Samples(Sound sound) => sound[0].ToArray();
}
