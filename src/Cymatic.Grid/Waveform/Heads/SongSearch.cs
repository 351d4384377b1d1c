using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>A place in a song where a searched waveform was found.</summary>
/// <param name="Sample">Where the waveform starts.</param>
/// <param name="Rho2">Share of the place's energy that the waveform explains with one gain.</param>
/// <param name="Gain">That gain.</param>
internal readonly record struct Sighting(int Sample, float Rho2, float Gain);

/// <summary>
/// Looks for short waveforms in a whole song by overlap-save correlation; the song's blocks are transformed once for all of them.
/// </summary>
internal sealed class SongSearch
{
    private readonly WhitenedSong _song;
    private readonly RealFft<float> _fft;
    private readonly int _length;
    private readonly int _valid;

    /// <param name="song">Where to look.</param>
    /// <param name="length">Samples of every searched waveform.</param>
    public SongSearch(WhitenedSong song, int length)
    {
        _song = song;
        _length = length;
        int size = 4096;
        while (size < 4 * length)
            size *= 2;
        _fft = new RealFft<float>(size);
        _valid = size - length + 1;
    }

    /// <summary>
    /// Everywhere that each waveform (an array for each channel) explains at least <paramref name="least"/> of the energy: local maxima
    /// within ± <paramref name="radius"/> samples.
    /// </summary>
    public List<Sighting>[] Find(IReadOnlyList<float[][]> waveforms, float least, int radius, CancellationToken cancel)
    {
        var spectra = new (float[] Re, float[] Im, double Energy)[waveforms.Count];
        for (int k = 0; k < waveforms.Count; k++)
            spectra[k] = Spectrum(waveforms[k]);
        int blocks = (_song.Length + _valid - 1) / _valid;
        var found = new List<Sighting>[blocks][];
        var options = new ParallelOptions { CancellationToken = cancel };
        Parallel.For(0, blocks, options, () => new Scratch(_fft, _song.Channels, _valid), (b, _, s) =>
        {
            found[b] = FindInBlock(b * _valid, spectra, least, s);
            return s;
        }, _ => { });
        return [.. Enumerable.Range(0, waveforms.Count).Select(k => Peaks(found.SelectMany(block => block[k]), radius))];
    }

    private (float[] Re, float[] Im, double Energy) Spectrum(float[][] waveform)
    {
        var time = new float[_fft.Length];
        var re = new float[_fft.Bins * waveform.Length];
        var im = new float[_fft.Bins * waveform.Length];
        double energy = 0;
        for (int c = 0; c < waveform.Length; c++)
        {
            time.AsSpan().Clear();
            waveform[c].AsSpan(0, _length).CopyTo(time);
            energy += TensorPrimitives.SumOfSquares<float>(time);
            _fft.Forward(time, re.AsSpan(c * _fft.Bins, _fft.Bins), im.AsSpan(c * _fft.Bins, _fft.Bins));
        }

        return (re, im, energy);
    }

    private List<Sighting>[] FindInBlock(int start, (float[] Re, float[] Im, double Energy)[] spectra, float least, Scratch s)
    {
        int bins = _fft.Bins, valid = Math.Min(_valid, _song.Length - start);
        Span<double> energy = s.Energy.AsSpan(0, valid);
        energy.Clear();
        for (int c = 0; c < _song.Channels; c++)
        {
            Span<float> x = _song.Window(c, start, valid + _length - 1);
            s.Time.AsSpan().Clear();
            x.CopyTo(s.Time);
            AddRunningEnergy(x, energy);
            _fft.Forward(s.Time, s.Re.AsSpan(c * bins, bins), s.Im.AsSpan(c * bins, bins));
        }

        var found = new List<Sighting>[spectra.Length];
        for (int k = 0; k < spectra.Length; k++)
        {
            s.SumRe.AsSpan().Clear();
            s.SumIm.AsSpan().Clear();
            for (int c = 0; c < _song.Channels; c++)
            {
                Range r = (c * bins)..((c + 1) * bins);
                ComplexProducts.AddConjugate(
                    spectra[k].Re.AsSpan(r), spectra[k].Im.AsSpan(r), s.Re.AsSpan(r), s.Im.AsSpan(r), s.SumRe, s.SumIm);
            }

            _fft.Inverse(s.SumRe, s.SumIm, s.Time);
            found[k] = Above(start, s.Time, energy, spectra[k].Energy, least);
        }

        return found;
    }

    private void AddRunningEnergy(ReadOnlySpan<float> x, Span<double> energy)
    {
        double running = TensorPrimitives.SumOfSquares(x[..(_length - 1)]);
        for (int t = 0; t < energy.Length; t++)
        {
            running += (double)x[t + _length - 1] * x[t + _length - 1];
            energy[t] += running;
            running -= (double)x[t] * x[t];
        }
    }

    private static List<Sighting> Above(
        int start, float[] correlation, ReadOnlySpan<double> energy, double waveformEnergy, float least)
    {
        var found = new List<Sighting>();
        double floor = 1e-9 * waveformEnergy;
        for (int t = 0; t < energy.Length; t++)
        {
            float r = correlation[t];
            if (r > 0 && r * (double)r >= least * waveformEnergy * energy[t] && energy[t] > floor)
                found.Add(new Sighting(start + t, (float)(r * (double)r / (waveformEnergy * energy[t])), (float)(r / waveformEnergy)));
        }

        return found;
    }

    private static List<Sighting> Peaks(IEnumerable<Sighting> sightings, int radius)
    {
        var peaks = new List<Sighting>();
        foreach (Sighting s in sightings)
        {
            if (peaks.Count == 0 || s.Sample - peaks[^1].Sample > radius)
                peaks.Add(s);
            else if (s.Rho2 > peaks[^1].Rho2)
                peaks[^1] = s;
        }

        return peaks;
    }

    /// <summary>One thread's working memory.</summary>
    private sealed class Scratch(RealFft<float> fft, int channels, int valid)
    {
        public float[] Re { get; } = new float[fft.Bins * channels];

        public float[] Im { get; } = new float[fft.Bins * channels];

        public float[] SumRe { get; } = new float[fft.Bins];

        public float[] SumIm { get; } = new float[fft.Bins];

        public float[] Time { get; } = new float[fft.Length];

        public double[] Energy { get; } = new double[valid];
    }
}
