using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// A grid from a non-negative factorisation: a mel spectrogram by fractions of a beat is a sum of spectra that come and go; each spectrum
/// is a row, and a block wherever it is strong.
/// </summary>
/// <remarks>It needs the tempo and a song that keeps to it, and tells a sound's parts and mixtures from sounds only roughly.</remarks>
public static class NmfMethod
{
    private const double LowestHz = 100, HighestHz = 6000, FrameSeconds = 2048.0 / 22050;
    private const int MelBands = 128;

    /// <summary>Analyses a song.</summary>
    /// <param name="song">The song, at least one sample long.</param>
    /// <param name="options">Components and tempo; null: 16, estimated.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">A sample is not a number.</exception>
    public static NmfAnalysis Analyse(
        Sound song, NmfOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(song);
        song = HeardSong.Of(song).Sound;
        options ??= new NmfOptions();
        (double bpm, double firstBeat) = Tempo(song, options, cancel);
        Spectrogram mel = Mel(song, 60 / bpm / options.PerBeat, cancel);
        Factorisation factors = Signal.Nmf.Factorise(
            mel.Values, mel.Bins, new FactorisationOptions { Components = options.Components }, progress, cancel);
        (float[] components, float[] activations) = Sorted(factors, mel);
        bool[] active = Active(activations, mel.Frames, options);
        double frameSeconds = (double)mel.Grid.HopLength / song.SampleRate;
        var analysis = new NmfAnalysis
        {
            Grid = new SoundGrid { Duration = song.Duration, Method = "nmf", Sounds = [], Events = [], Bpm = bpm, FirstBeat = firstBeat },
            Mel = mel,
            Components = components,
            Activations = activations,
            Active = active,
            FrameSeconds = frameSeconds,
        };
        return analysis with { Grid = NmfRows.Fill(analysis, song) };
    }

    private static (double Bpm, double FirstBeat) Tempo(Sound song, NmfOptions options, CancellationToken cancel)
    {
        if (options.Bpm is { } told)
            return (told, 0);
        var frames = new StftOptions { FftLength = FftLength(song.SampleRate), HopLength = Math.Max(1, FftLength(song.SampleRate) / 4) };
        BeatTrack track = BeatTracker.Track(OnsetEnvelope.Of(song, BandAverage.Median, frames, cancel), cancel: cancel);
        return track.Bpm > 0 ? (track.Bpm, track.Times.FirstOrDefault()) : (120, 0);
    }

    private static Spectrogram Mel(Sound song, double seconds, CancellationToken cancel)
    {
        double highest = Math.Min(HighestHz, song.SampleRate / 2.0);
        return MelSpectrogram.Of(
            song,
            new StftOptions { FftLength = FftLength(song.SampleRate), HopLength = Math.Max(1, (int)(song.SampleRate * seconds)) },
            new MelOptions { Bands = MelBands, MinimumHz = Math.Min(LowestHz, highest / 10), MaximumHz = highest },
            cancel);
    }

    private static int FftLength(int sampleRate)
    {
        int length = 16;
        while (length < 0.7 * FrameSeconds * sampleRate)
            length *= 2;
        return length;
    }

    /// <summary>Components by the band in which they peak, and the activations component by component.</summary>
    private static (float[] Components, float[] Activations) Sorted(Factorisation factors, Spectrogram mel)
    {
        int[] order =
        [
            .. Enumerable.Range(0, factors.Count)
                .OrderBy(t => TensorPrimitives.IndexOfMax<float>(factors.Components.AsSpan(t * mel.Bins, mel.Bins))),
        ];
        var components = new float[factors.Components.Length];
        var activations = new float[factors.Activations.Length];
        for (int t = 0; t < order.Length; t++)
        {
            factors.Components.AsSpan(order[t] * mel.Bins, mel.Bins).CopyTo(components.AsSpan(t * mel.Bins));
            for (int frame = 0; frame < mel.Frames; frame++)
                activations[t * mel.Frames + frame] = factors.Activations[frame * factors.Count + order[t]];
        }

        return (components, activations);
    }

    private static bool[] Active(float[] activations, int frames, NmfOptions options)
    {
        int components = activations.Length / frames;
        var relative = new double[activations.Length];
        for (int frame = 0; frame < frames; frame++)
        {
            int at = frame;
            IEnumerable<double> all = Enumerable.Range(0, components).Select(t => (double)activations[t * frames + at]);
            double one = Quantiles.Of(all, options.FrameQuantile) + 1e-9;
            for (int t = 0; t < components; t++)
                relative[t * frames + frame] = activations[t * frames + frame] / one;
        }

        double threshold = Quantiles.Of(relative, options.ActiveQuantile);
        return [.. relative.Select(x => x > threshold)];
    }
}
