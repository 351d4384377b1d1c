using Cymatic.Signal;

namespace Cymatic.Benchmarks;

/// <summary>A job on memory, against a case of peers/signals.py that does the same to the same numbers in the same type.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Target">The largest allowed ratio of ours to the peer's.</param>
/// <param name="Recorded">The peer's seconds where it cannot run.</param>
/// <param name="Case">The case, and a number where it takes one.</param>
/// <param name="Prepare">Writes what the peer reads; gives our job.</param>
internal sealed record SignalFigure(string Name, double Target, double Recorded, string Case, Func<Workplace, Action> Prepare)
    : Figure(Name, Target, Recorded)
{
    /// <summary>Fewer where the peer takes seconds.</summary>
    public override int Runs => Recorded > 1 ? 3 : Recorded > 0.2 ? 7 : 15;

    public override Contest Open(Workplace place)
    {
        Action ours = Prepare(place);
        PythonPeer? peer = PythonPeer.Start("signals", place, Case.Split(' '));
        return new(() => Workplace.Seconds(ours), peer is null ? null : peer.Run, peer);
    }
}

/// <summary>Spectra, features, filters and matrices, beside librosa, MNE, SciPy and scikit-learn.</summary>
internal static class SignalFigures
{
    private const int EegChannels = 64, EegSamples = 600 * 256;

    public static IEnumerable<Figure> All =>
    [
        new RfftFigure(2048, 7748, 1.8, 0.0213), new RfftFigure(1000, 7748, 1, 0.0113), new RfftFigure(4093, 500, 1, 0.0365),
        new RfftFigure(1 << 20, 4, 1, 0.0172),
        .. Sounds, .. Seed, .. Eeg, new NmfFigure(), new NmfLossFigure(), Eigen(390, 2, 0.003), Eigen(2000, 4, 0.138),
    ];

    private static IEnumerable<Figure> Sounds =>
    [
        OfSong("stft 2048/512", 3, 0.069, "stft", song => Stft.Forward(song)),
        OfSong("mel 128", 4, 0.084, "mel", song => MelSpectrogram.Of(song)),
        OfSong("mfcc 20", 4, 0.084, "mfcc", song => Mfcc.Of(song)),
        OfSong("cqt 252", 4, 0.397, "cqt", song => Cqt.Magnitude(song, new() { Bands = 252, PerOctave = 36 })),
        OfSong("beats", 4, 0.157, "beats", song => BeatTracker.Track(song)),
        new HpssFigure(),
        new SignalFigure("recurrence + filter", 1 / 4.0, 0.087, "recurrence 252", Recurrence),
        OfSong("13 features", 10, 2.77, "features", Features),
        OfSong("pyin 30 s", 8, 2.95, "pyin", song => PitchTracker.Pyin(song.Slice(0, 30 * song.SampleRate))),
    ];

    private static IEnumerable<Figure> Seed =>
    [
        OfSeed("resample 44.1-11.025", 2, 0.214, "seed-resample", samples =>
            FftResampler.Resample<double>(samples, 11025, 44100, new() { Padding = null })),
        OfSeed("morlet of the seed", 5, 0.971, "seed-morlet", samples =>
            Morlet.Transform<double>(samples, 11025, SeedFrequencies, new() { Decimation = 400 })),
    ];

    private static double[] SeedFrequencies => [.. Enumerable.Range(0, 9).Select(i => 400 * Math.Pow(15, i / 9.0))];

    private static IEnumerable<Figure> Eeg =>
    [
        OfEeg("eeg band-pass 1-40", 0.127, "eeg-band", channels => FirFilter.BandPass(256, 1, 40).Apply<double>(channels)),
        OfEeg("eeg notch 50", 0.135, "eeg-notch", channels => FirFilter.Notch(256, [50]).Apply<double>(channels)),
        OfEeg("eeg low-pass iir", 0.112, "eeg-iir", channels => SosFilter.LowPass(256, 40).ApplyBothWays<double>(channels)),
        OfEeg("eeg resample 256-128", 0.588, "eeg-resample", channels => FftResampler.Resample<double>(channels, 128, 256)),
        OfEeg("eeg morlet 8 channels", 0.600, "eeg-morlet", EegMorlet),
        OfEeg("eeg welch 512", 0.048, "eeg-welch", channels =>
            PowerDensity.Welch<double>(channels, 256, PowerDensityOptions.Mne with { SegmentLength = 512 })),
    ];

    private static SignalFigure OfSong(string name, double times, double recorded, string peer, Action<Sound> job) =>
        new(name, 1 / times, recorded, peer, place =>
        {
            Sound song = place.SmallSong.Value;
            place.Write("song.f32", song[0]);
            return () => job(song);
        });

    /// <summary>
    /// A recording of 180 s at 44.1 kHz for the resampler, and the same samples as if they came at 11,025 Hz for the rest.
    /// </summary>
    private static SignalFigure OfSeed(string name, double times, double recorded, string peer, Action<double[]> job) =>
        new(name, 1 / times, recorded, peer, place =>
        {
            Sound song = place.Song.Value.ToMono();
            song = peer == "seed-morlet" ? Resampler.Resample(song, 11025) : Resampler.Resample(song, 44100);
            place.Write("seed.f32", song[0]);
            double[] samples = [.. song[0].ToArray().Select(x => (double)x)];
            return () => job(samples);
        });

    private static SignalFigure OfEeg(string name, double recorded, string peer, Action<double[][]> job) =>
        new(name, 1 / 3.0, recorded, peer, place =>
        {
            float[] noise = Noise(EegChannels * EegSamples);
            place.Write("eeg.f32", noise);
            double[][] channels = [.. noise.Chunk(EegSamples).Select(channel => channel.Select(x => (double)x).ToArray())];
            return () => job(channels);
        });

    private static SignalFigure Eigen(int size, double slower, double recorded) =>
        new($"ten eigenpairs of {size}", slower, recorded, $"eigen {size}", place =>
        {
            float[] matrix = Noise(size * size);
            for (int i = 0; i < size; i++)
            {
                for (int j = 0; j < i; j++)
                    matrix[(j * size) + i] = matrix[(i * size) + j];
            }

            place.Write("matrix.f32", matrix);
            double[] wide = [.. matrix.Select(x => (double)x)];
            return () => SymmetricEigen.Smallest(wide, size, 10);
        });

    private static void EegMorlet(double[][] channels)
    {
        double[] frequencies = [.. Enumerable.Range(0, 20).Select(i => 4 + (36.0 * i / 19))];
        for (int channel = 0; channel < 8; channel++)
            Morlet.Transform<double>(channels[channel], 256, frequencies, new() { Decimation = 4 }).Power();
    }

    /// <summary>The recurrence of the song's beats by its constant-Q spectrum in dB, with a median of seven along time.</summary>
    private static Action Recurrence(Workplace place)
    {
        Sound song = place.SmallSong.Value;
        Spectrogram bands = Cqt.Magnitude(song, new() { Bands = 252, PerOctave = 36 });
        var levels = new float[bands.Values.Length];
        Decibels.FromAmplitude(bands.Values, levels, null);
        DenseMatrix beats = FrameSync.Run(new(levels, 252), BeatTracker.Track(song, new() { Trim = false }).Frames, Aggregate.Median);
        place.Write("beats.f32", beats.Values);
        RecurrenceOptions options = new() { Width = 3, Symmetric = true, Mode = RecurrenceMode.Affinity };
        return () => TimeLag.MedianFilter(Signal.Recurrence.Of(beats, options));
    }

    /// <summary>The features of librosa that people ask for together; each spectrogram is made once.</summary>
    private static void Features(Sound song)
    {
        Spectrogram magnitude = Stft.Magnitude(song), power = Stft.Power(song), mel = MelSpectrogram.Of(song);
        Mfcc.OfMel(mel);
        Chroma.OfPower(power);
        magnitude.Centroid();
        magnitude.Bandwidth();
        magnitude.RollOff();
        magnitude.Flatness();
        SpectralContrast.Of(magnitude);
        FrameLevels.Rms(song);
        FrameLevels.ZeroCrossingRate(song);
        Tonnetz.Of(Chroma.Of(song));
        Tempogram.Of(OnsetEnvelope.OfMel(mel));
    }

    private static float[] Noise(int count)
    {
        var random = new Random(8);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
