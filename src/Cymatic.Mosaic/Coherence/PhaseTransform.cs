using System.Buffers;
using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>
/// Spectra with phase of units of one length: a tenth of the unit is faded at its ends, and as much silence is added as it is long.
/// </summary>
internal sealed class PhaseTransform
{
    private const double LowestHz = 60, HighestHz = 10_000, FadedPart = 0.1;
    private readonly float[] _window;
    private readonly RealFft<float> _fft;
    private readonly int _first;

    public PhaseTransform(int unitLength)
    {
        UnitLength = unitLength;
        _fft = RealFft.Shared<float>(Fast(2 * unitLength));
        double hz = (double)Analysis.SampleRate / _fft.Length;
        _first = (int)Math.Ceiling(LowestHz / hz);
        Bins = Math.Max(1, (int)Math.Floor(HighestHz / hz) - _first + 1);
        _window = Tukey(unitLength);
    }

    /// <summary>Samples of a unit.</summary>
    public int UnitLength { get; }

    /// <summary>Samples of a transform.</summary>
    public int Length => _fft.Length;

    /// <summary>The lowest bin that is kept.</summary>
    public int FirstBin => _first;

    /// <summary>Bins from 60 Hz to 10 kHz.</summary>
    public int Bins { get; }

    /// <summary>Fills real parts, then imaginary parts.</summary>
    public void Run(ReadOnlySpan<float> samples, Span<float> spectrum)
    {
        float[] memory = ArrayPool<float>.Shared.Rent(_fft.Length + (2 * _fft.Bins));
        Span<float> time = memory.AsSpan(0, _fft.Length), re = memory.AsSpan(_fft.Length, _fft.Bins),
            im = memory.AsSpan(_fft.Length + _fft.Bins, _fft.Bins);
        TensorPrimitives.Multiply(samples, _window, time);
        time[samples.Length..].Clear();
        _fft.Forward(time, re, im);
        re.Slice(_first, Bins).CopyTo(spectrum);
        im.Slice(_first, Bins).CopyTo(spectrum[Bins..]);
        ArrayPool<float>.Shared.Return(memory);
    }

    /// <summary>Powers of the bins, each the mean of the 21 around it.</summary>
    public void SmoothPower(ReadOnlySpan<float> spectrum, Span<double> power)
    {
        const int Side = 10;
        var sums = new double[Bins + 1];
        for (int k = 0; k < Bins; k++)
            sums[k + 1] = sums[k] + ((double)spectrum[k] * spectrum[k]) + ((double)spectrum[Bins + k] * spectrum[Bins + k]);
        for (int k = 0; k < Bins; k++)
        {
            int from = Math.Max(0, k - Side), to = Math.Min(Bins, k + Side + 1);
            power[k] = (sums[to] - sums[from]) / (to - from);
        }
    }

    private static float[] Tukey(int length)
    {
        int side = Math.Max(1, (int)(FadedPart / 2 * length));
        var window = new float[length];
        for (int n = 0; n < length; n++)
        {
            double edge = Math.Min(n + 0.5, length - n - 0.5);
            window[n] = edge >= side ? 1 : (float)(0.5 - (0.5 * Math.Cos(Math.PI * edge / side)));
        }

        return window;
    }

    /// <summary>The next length without a prime factor above 5.</summary>
    private static int Fast(int atLeast)
    {
        for (int length = Math.Max(2, atLeast); ; length++)
        {
            int rest = length;
            foreach (int prime in (ReadOnlySpan<int>)[2, 3, 5])
            {
                while (rest % prime == 0)
                    rest /= prime;
            }

            if (rest == 1 && length % 2 == 0)
                return length;
        }
    }
}
