using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The rotation of every bin; between two valleys of the spectrum all have that of their peak.</summary>
internal sealed class PeakLock
{
    private const int Neighbours = 2;
    private readonly float[] _re;
    private readonly float[] _im;
    private readonly float[] _scratch;

    public PeakLock(int bins)
    {
        (_re, _im, _scratch) = (new float[bins], new float[bins], new float[bins]);
        Array.Fill(_re, 1);
    }

    /// <summary>No rotation for a bin.</summary>
    public void Reset(int bin) => (_re[bin], _im[bin]) = (1, 0);

    /// <summary>Each peak goes on from what came out last as the source goes on from the frame before; its neighbours go with it.</summary>
    public void Advance(SpectralFrames frames)
    {
        float[] power = frames.Power;
        int start = 0, peak = -1;
        for (int k = 0; k < power.Length; k++)
        {
            if (!IsPeak(power, k))
                continue;
            if (peak >= 0)
            {
                int valley = peak + 1 + TensorPrimitives.IndexOfMin<float>(power.AsSpan(peak + 1, k - peak));
                Fill(frames, peak, start, valley);
                start = valley;
            }

            peak = k;
        }

        if (peak >= 0)
            Fill(frames, peak, start, power.Length);
    }

    /// <summary>Out = rotation · present frame.</summary>
    public void Rotate(ChannelFrames frames)
    {
        TensorPrimitives.Multiply(frames.Im, _im, _scratch);
        TensorPrimitives.Multiply(frames.Re, _re, frames.OutRe);
        TensorPrimitives.Subtract(frames.OutRe, _scratch, frames.OutRe);
        TensorPrimitives.Multiply(frames.Re, _im, _scratch);
        TensorPrimitives.MultiplyAdd(frames.Im, _re, _scratch, frames.OutIm);
    }

    private static bool IsPeak(float[] power, int k)
    {
        for (int j = Math.Max(0, k - Neighbours); j <= Math.Min(power.Length - 1, k + Neighbours); j++)
        {
            if (power[j] > power[k] || (power[j] == power[k] && j < k))
                return false;
        }

        return power[k] > 0;
    }

    private void Fill(SpectralFrames frames, int peak, int start, int end)
    {
        double re = 0, im = 0;
        foreach (ChannelFrames channel in frames.Channels)
        {
            re += ((double)channel.OutRe[peak] * channel.BeforeRe[peak]) + ((double)channel.OutIm[peak] * channel.BeforeIm[peak]);
            im += ((double)channel.OutIm[peak] * channel.BeforeRe[peak]) - ((double)channel.OutRe[peak] * channel.BeforeIm[peak]);
        }

        double length = Math.Sqrt((re * re) + (im * im));
        _re.AsSpan(start, end - start).Fill(length > 0 ? (float)(re / length) : 1);
        _im.AsSpan(start, end - start).Fill(length > 0 ? (float)(im / length) : 0);
    }
}
