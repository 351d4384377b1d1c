using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Finds where a head of sound lies in the surroundings of another place: the normalised cross-correlation of slopes.</summary>
/// <remarks>
/// Slopes (differences of samples) take the weight off the low frequencies, whose peaks are wide. A search is for one thread.
/// <see cref="HeadCorrelator"/> shares the product of the spectra and no more: it compares many whitened heads with each other, by the sum
/// of their channels and without norms, from spectra that are made once; here one head is looked for in a longer stretch of the song as
/// it is, channel by channel, and every lag has a norm of its own.
/// </remarks>
internal sealed class LagSearch
{
    private const double LagPenalty = 0.1;
    private readonly int _reach;
    private readonly RealFft<float> _fft;
    private readonly float[] _time;
    private readonly float[] _re, _im, _sumRe, _sumIm, _energy;
    private readonly float[][] _headRe, _headIm;
    private double _headEnergy;

    /// <param name="channels">Channels of head and song.</param>
    /// <param name="head">Samples of the head.</param>
    /// <param name="reach">Largest lag in samples, either way.</param>
    public LagSearch(int channels, int head, int reach)
    {
        (HeadLength, _reach) = (head, reach);
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(head + 2 * reach + 1));
        _fft = new RealFft<float>(size);
        _time = new float[size];
        (_re, _im, _sumRe, _sumIm) = (new float[_fft.Bins], new float[_fft.Bins], new float[_fft.Bins], new float[_fft.Bins]);
        _energy = new float[head + 2 * reach];
        _headRe = [.. Enumerable.Range(0, channels).Select(_ => new float[_fft.Bins])];
        _headIm = [.. Enumerable.Range(0, channels).Select(_ => new float[_fft.Bins])];
    }

    /// <summary>Samples of the head.</summary>
    public int HeadLength { get; }

    /// <summary>Takes the head at <paramref name="start"/> of a song.</summary>
    public void SetHead(float[][] song, int start)
    {
        _headEnergy = 0;
        for (int c = 0; c < song.Length; c++)
        {
            Slopes(song[c], start, HeadLength);
            _headEnergy += Overlap.Energy(_time.AsSpan(0, HeadLength));
            _fft.Forward(_time, _headRe[c], _headIm[c]);
        }
    }

    /// <summary>
    /// The lag at which the head lies best around <paramref name="start"/>, and its correlation there, −1 to 1, less up to a tenth for
    /// far lags.
    /// </summary>
    public (int Lag, double Correlation) Find(float[][] song, int start)
    {
        Array.Clear(_sumRe);
        Array.Clear(_sumIm);
        Array.Clear(_energy);
        for (int c = 0; c < song.Length; c++)
        {
            Slopes(song[c], start - _reach, _energy.Length);
            TensorPrimitives.MultiplyAdd(_time.AsSpan(0, _energy.Length), _time.AsSpan(0, _energy.Length), _energy, _energy);
            _fft.Forward(_time, _re, _im);
            ComplexProducts.AddConjugate(_headRe[c], _headIm[c], _re, _im, _sumRe, _sumIm);
        }

        _fft.Inverse(_sumRe, _sumIm, _time);
        return Peak();
    }

    private (int Lag, double Correlation) Peak()
    {
        double energy = 0, best = -1, total = 1e-9 * TensorPrimitives.Sum<float>(_energy) + 1e-30;
        int at = _reach;
        for (int n = 0; n < HeadLength; n++)
            energy += _energy[n];
        for (int lag = 0; lag <= 2 * _reach; lag++)
        {
            double correlation = _time[lag] / Math.Sqrt((energy + total) * (_headEnergy + 1e-30));
            double preferred = correlation * (1 - LagPenalty * Math.Abs(lag - _reach) / (_reach + 1.0));
            if (preferred > best)
                (best, at) = (preferred, lag);
            if (lag < 2 * _reach)
                energy += _energy[lag + HeadLength] - (double)_energy[lag];
        }

        return (at - _reach, best);
    }

    private void Slopes(float[] song, int start, int count)
    {
        Array.Clear(_time);
        int from = Math.Max(start, 1), to = Math.Min(start + count, song.Length);
        if (to > from)
            TensorPrimitives.Subtract(song.AsSpan(from, to - from), song.AsSpan(from - 1, to - from), _time.AsSpan(from - start));
    }
}
