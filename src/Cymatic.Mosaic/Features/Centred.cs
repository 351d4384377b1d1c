using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>Spectra less the mean of their own source, of length one: what equalisation and steady noise do to all is gone.</summary>
internal static class Centred
{
    /// <summary>Takes off the mean and makes the rest as long as one; silence stays silence. How long the rest was.</summary>
    public static float Apply(ReadOnlySpan<float> bands, ReadOnlySpan<float> mean, Span<float> centred)
    {
        if (TensorPrimitives.Max(bands) == 0)
        {
            centred.Clear();
            return 0;
        }

        TensorPrimitives.Subtract(bands, mean, centred);
        return BandSpectrum.Normalise(centred);
    }

    /// <summary>How far a spectrum lies from the mean.</summary>
    public static float Deviation(ReadOnlySpan<float> bands, ReadOnlySpan<float> mean) =>
        TensorPrimitives.Max(bands) == 0 ? 0 : TensorPrimitives.Distance(bands, mean);
}
