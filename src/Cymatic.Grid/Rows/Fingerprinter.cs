using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Takes the fingerprints of a song's sounds; one for each thread.</summary>
internal sealed class Fingerprinter
{
    // Playings of a sound that are looked at: evenly spread over all of them.
    private const int MostPlayings = 9;

    // Share of a slice that a playing must fill to be asked about it.
    private const double NeededShare = 0.7;
    private const double LeastLoudest = 0.25;

    // A half of a semitone.
    private const double SemitoneBorder = 1.0293;
    private const float PatchFloorDb = 50, SpectrumFloorDb = 60, EnvelopeFloorDb = 40;

    private readonly Sound _song;
    private readonly FingerprintBands _layout;
    private readonly RealFft<float> _fft;
    private readonly SpectralPitch _pitch;
    private readonly SoundTraits _traits;
    private readonly float[] _time, _re, _im, _power;

    public Fingerprinter(Sound song, FingerprintBands layout)
    {
        (_song, _layout) = (song, layout);
        _fft = RealFft.Shared<float>(layout.FftLength);
        _pitch = new SpectralPitch(_fft, layout.SampleRate);
        _traits = new SoundTraits(layout);
        _time = new float[layout.FftLength];
        _re = new float[_fft.Bins];
        _im = new float[_fft.Bins];
        _power = new float[_fft.Bins];
    }

    /// <summary>The fingerprint of the sound that has these playings.</summary>
    public SoundFingerprint Of(IReadOnlyList<(int Start, int Length)> playings)
    {
        int taken = Math.Clamp(playings.Count, 1, MostPlayings);
        var patches = new float[taken][];
        var slices = new float[taken][][];
        var spectra = new float[taken][];
        var envelopes = new float[taken][];
        var powers = new float[taken][];
        for (int i = 0; i < taken; i++)
        {
            (int start, int length) = Place(playings, i, taken);
            slices[i] = Slices(start, length);
            patches[i] = RelativeLevels.Of(Patch(slices[i]), PatchFloorDb);
            float[] head = Head(start, length);
            powers[i] = [.. _power];
            spectra[i] = RelativeLevels.Of(head, SpectrumFloorDb);
            envelopes[i] = RelativeLevels.Of(Envelope(start), EnvelopeFloorDb);
        }

        float[] spectrum = Quantiles.OfColumns(spectra, 0.5);
        float[] patch = Quantiles.OfColumns(patches, 0.25);
        // What else plays with the sound differs from one playing to the next.
        float[] alone = Quantiles.OfColumns(powers, 0.25);
        Periodicity period = _pitch.Of(alone);
        return new SoundFingerprint
        {
            Patch = patch,
            Octaves = Octaves(spectrum),
            Envelope = Quantiles.OfColumns(envelopes, 0.5),
            CentroidHz = CentroidHz(patch),
            FlatnessDb = Flatness(Bands(alone)),
            PitchHz = period.PitchHz,
            LoudestHz = LoudestHz(alone),
            Traits = _traits.Of(Heard(slices, playings), alone, period),
        };
    }

    /// <summary>Band powers of each time slice; slices that begin after the playing's end are empty.</summary>
    private float[][] Slices(int start, int length)
    {
        var slices = new float[FingerprintBands.HeardSlices.Length][];
        for (int slice = 0; slice < slices.Length; slice++)
        {
            (double begin, double end) = FingerprintBands.HeardSlices[slice];
            int from = (int)(begin * _layout.SampleRate), count = Math.Max(1, (int)((end - begin) * _layout.SampleRate));
            slices[slice] = from >= length ? [] : new float[_layout.Bank.Bands];
            if (from >= length)
                continue;
            Power(start + from, count, Window(count, attack: slice == 0));
            _layout.Bank.Apply(_power, slices[slice]);
        }

        return slices;
    }

    /// <summary>The first slices side by side, bands slowest; empty ones are silent.</summary>
    private float[] Patch(float[][] slices)
    {
        int count = FingerprintBands.Slices.Length;
        var patch = new float[_layout.Bank.Bands * count];
        for (int slice = 0; slice < count; slice++)
        {
            for (int band = 0; band < slices[slice].Length; band++)
                patch[band * count + slice] = slices[slice][band];
        }

        return patch;
    }

    /// <summary>What all but a quarter of the playings that last as long have in each slice; null where none does.</summary>
    private float[]?[] Heard(float[][][] playings, IReadOnlyList<(int Start, int Length)> places) =>
    [
        .. FingerprintBands.HeardSlices.Select((slice, i) =>
        {
            double needed = (slice.Start + NeededShare * (slice.End - slice.Start)) * _layout.SampleRate;
            float[][] heard = [.. playings.Where((_, k) => Place(places, k, playings.Length).Length >= needed).Select(own => own[i])];
            return heard.Length == 0 ? null : Quantiles.OfColumns(heard, 0.25);
        }),
    ];

    private static (int Start, int Length) Place(IReadOnlyList<(int Start, int Length)> places, int i, int taken) =>
        places.Count == 0 ? (0, 0) : places[(int)((long)i * places.Count / taken)];

    /// <summary>Band powers of the first 300 ms, or of the playing where that is shorter.</summary>
    private float[] Head(int start, int length)
    {
        int longest = (int)Math.Max(64, FingerprintBands.HeadSeconds * _layout.SampleRate);
        int count = Math.Clamp(length, Math.Min(64, _layout.FftLength), longest);
        var window = new float[count];
        int fade = Math.Min(count, Math.Max(1, (int)(0.05 * _layout.SampleRate)));
        for (int i = 0; i < count; i++)
            window[i] = i < count - fade ? 1 : 0.5f + 0.5f * MathF.Cos(MathF.PI * (i - (count - fade) + 1) / fade);
        Power(start, count, window);
        var bands = new float[_layout.Bank.Bands];
        _layout.Bank.Apply(_power, bands);
        return bands;
    }

    /// <summary>The energy-weighted mean frequency of a patch's cells above the floor.</summary>
    private double CentroidHz(float[] patch)
    {
        double energy = 0, moment = 0;
        for (int i = 0; i < patch.Length; i++)
        {
            double hz = _layout.Bank.CentresHz[i / FingerprintBands.Slices.Length];
            double power = patch[i] > -PatchFloorDb ? Math.Pow(10, patch[i] / 10) * hz : 0;
            (energy, moment) = (energy + power, moment + power * hz);
        }

        return energy > 0 ? moment / energy : 0;
    }

    private float[] Envelope(int start)
    {
        var envelope = new float[FingerprintBands.Stretches.Length - 1];
        for (int i = 0; i < envelope.Length; i++)
        {
            int from = start + (int)(FingerprintBands.Stretches[i] * _layout.SampleRate);
            int to = Math.Max(from + 1, start + (int)(FingerprintBands.Stretches[i + 1] * _layout.SampleRate));
            for (int channel = 0; channel < _song.Channels; channel++)
                envelope[i] += TensorPrimitives.SumOfSquares(Within(channel, from, to)) / (to - from);
        }

        return envelope;
    }

    /// <summary>The power spectrum of a windowed stretch, summed over the channels, into <see cref="_power"/>.</summary>
    private void Power(int start, int count, ReadOnlySpan<float> window)
    {
        Array.Clear(_power);
        float scale = 1 / Math.Max(TensorPrimitives.SumOfSquares(window), 1e-12f);
        for (int channel = 0; channel < _song.Channels; channel++)
        {
            Array.Clear(_time);
            ReadOnlySpan<float> samples = Within(channel, start, start + count);
            int lead = Math.Max(0, -start);
            if (samples.Length > 0)
                TensorPrimitives.Multiply(samples, window.Slice(lead, samples.Length), _time.AsSpan(lead));
            _fft.Forward(_time, _re, _im);
            TensorPrimitives.MultiplyAdd(_re, _re, _power, _power);
            TensorPrimitives.MultiplyAdd(_im, _im, _power, _power);
        }

        TensorPrimitives.Multiply(_power, scale, _power);
    }

    private ReadOnlySpan<float> Within(int channel, int from, int to)
    {
        from = Math.Clamp(from, 0, _song.Length);
        return _song[channel][from..Math.Clamp(to, from, _song.Length)];
    }

    private float[] Bands(float[] power)
    {
        var bands = new float[_layout.Bank.Bands];
        _layout.Bank.Apply(power, bands);
        return RelativeLevels.Of(bands, SpectrumFloorDb);
    }

    private static float[] Window(int count, bool attack)
    {
        var window = new float[count];
        for (int i = 0; i < count; i++)
            window[i] = attack && i < count / 2 ? 1 : 0.5f - 0.5f * MathF.Cos(2 * MathF.PI * (i + 0.5f) / count);
        return window;
    }

    /// <summary>The frequency whose surroundings of a semitone hold at least <see cref="LeastLoudest"/> of the power.</summary>
    private double? LoudestHz(float[] power)
    {
        int loudest = TensorPrimitives.IndexOfMax<float>(power);
        int from = (int)(loudest / SemitoneBorder), to = Math.Min(power.Length, (int)Math.Ceiling(loudest * SemitoneBorder) + 1);
        float near = TensorPrimitives.Sum<float>(power.AsSpan(from..to)), all = TensorPrimitives.Sum<float>(power);
        return loudest > 0 && near >= LeastLoudest * all ? (double)loudest * _layout.SampleRate / _layout.FftLength : null;
    }

    private static float[] Octaves(float[] spectrum)
    {
        var octaves = new float[Math.Max(1, spectrum.Length / FingerprintBands.PerOctave)];
        const int bands = FingerprintBands.PerOctave;
        for (int octave = 0; octave < octaves.Length; octave++)
            octaves[octave] = TensorPrimitives.Average<float>(spectrum.AsSpan(octave * bands, bands));
        TensorPrimitives.Subtract(octaves, TensorPrimitives.Average<float>(octaves), octaves);
        return octaves;
    }

    private static double Flatness(float[] spectrumDb) =>
        spectrumDb.Average() - 10 * Math.Log10(spectrumDb.Average(db => Math.Pow(10, db / 10)));
}
