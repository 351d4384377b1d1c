using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>Lowest and highest sample of equal slices of a song, over all channels, as shares of the song's peak.</summary>
internal sealed class WaveformEnvelope
{
    private WaveformEnvelope(float[] low, float[] high) => (Low, High) = (low, high);

    /// <summary>Lowest sample of each slice, −1 to 1.</summary>
    internal float[] Low { get; }

    /// <summary>Highest sample of each slice, −1 to 1.</summary>
    internal float[] High { get; }

    /// <param name="song">The song.</param>
    /// <param name="slicesPerSecond">Slices a second; a slice holds one sample at least.</param>
    internal static WaveformEnvelope Of(Sound song, double slicesPerSecond)
    {
        double samples = Math.Max(1, song.SampleRate / slicesPerSecond);
        int slices = Math.Max(1, (int)Math.Ceiling(song.Length / samples));
        float[] low = new float[slices], high = new float[slices];
        for (int slice = 0; slice < slices; slice++)
        {
            int from = (int)(slice * samples), to = Math.Min(song.Length, Math.Max(from + 1, (int)((slice + 1) * samples)));
            for (int channel = 0; channel < song.Channels && to > from; channel++)
            {
                ReadOnlySpan<float> part = song[channel][from..to];
                low[slice] = MathF.Min(low[slice], TensorPrimitives.Min(part));
                high[slice] = MathF.Max(high[slice], TensorPrimitives.Max(part));
            }
        }

        float peak = MathF.Max(TensorPrimitives.Max<float>(high), -TensorPrimitives.Min<float>(low));
        if (peak > 0 && float.IsFinite(peak))
        {
            TensorPrimitives.Divide(low, peak, low);
            TensorPrimitives.Divide(high, peak, high);
        }

        return new WaveformEnvelope(low, high);
    }
}
