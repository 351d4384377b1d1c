using System.Numerics.Tensors;

namespace Cymatic.Imaging;

/// <summary>Point operations on grey numbers of 0 … 1, in place: results are those of skimage.exposure within 1e-6.</summary>
public static class IntensityAdjustment
{
    /// <summary>Stretches a range to another, linearly; what lies outside is limited (rescale_intensity).</summary>
    /// <param name="grey">The picture, which changes.</param>
    /// <param name="input">What becomes the ends of the output; null for the smallest and the largest number of the picture.</param>
    /// <param name="output">The new ends; null for 0 … 1.</param>
    /// <exception cref="ArgumentException">An input range that is reversed or not finite.</exception>
    public static void RescaleIntensity(
        this Plane<float> grey, (double Low, double High)? input = null, (double Low, double High)? output = null)
    {
        ArgumentNullException.ThrowIfNull(grey);
        Span<float> values = grey.Values;
        var (low, high) = input ?? (TensorPrimitives.Min<float>(values), TensorPrimitives.Max<float>(values));
        var (outLow, outHigh) = output ?? (0, 1);
        if (!(low <= high && double.IsFinite(high - low)))
            throw new ArgumentException($"{low} … {high} is no range to stretch.", nameof(input));
        if (low == high)
        {
            Limit(values, outLow, outHigh);
            return;
        }

        Limit(values, low, high);
        double scale = (outHigh - outLow) / (high - low);
        TensorPrimitives.Subtract(values, (float)low, values);
        TensorPrimitives.Multiply(values, (float)scale, values);
        TensorPrimitives.Add(values, (float)outLow, values);
    }

    /// <summary>gain · log₂(1 + x); inverse: gain · (2^x − 1) (adjust_log).</summary>
    /// <exception cref="ArgumentException">A picture with numbers below 0.</exception>
    public static void AdjustLog(this Plane<float> grey, double gain = 1, bool inverse = false)
    {
        Span<float> values = Positive(grey);
        if (inverse)
        {
            TensorPrimitives.Exp2(values, values);
            TensorPrimitives.Subtract(values, 1, values);
        }
        else
        {
            TensorPrimitives.Add(values, 1, values);
            TensorPrimitives.Log2(values, values);
        }

        TensorPrimitives.Multiply(values, (float)gain, values);
    }

    /// <summary>gain · x^gamma (adjust_gamma).</summary>
    /// <param name="grey">The picture, which changes.</param>
    /// <param name="gamma">0 or more: below 1 lighter, above 1 darker.</param>
    /// <param name="gain">What the result is multiplied by.</param>
    /// <exception cref="ArgumentException">A picture with numbers below 0, or a negative gamma.</exception>
    public static void AdjustGamma(this Plane<float> grey, double gamma, double gain = 1)
    {
        Span<float> values = Positive(grey);
        if (!(gamma >= 0 && double.IsFinite(gamma)))
            throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "Gamma must be 0 or more.");
        TensorPrimitives.Pow(values, (float)gamma, values);
        TensorPrimitives.Multiply(values, (float)gain, values);
    }

    /// <summary>Makes a frame grey and stretches its darkest grey to black, its lightest to white; alpha stays.</summary>
    public static void RescaleIntensity(this Frame frame, LumaWeights weights)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        GreyFrame.Count(frame, weights, counts);
        int low = counts.IndexOfAnyExcept(0), high = counts.LastIndexOfAnyExcept(0);
        if (low < high)
            GreyFrame.LookUp(frame, ToneCurve.Rescale((low / 255.0, high / 255.0), (0, 1)).Red);
    }

    private static Span<float> Positive(Plane<float> grey)
    {
        ArgumentNullException.ThrowIfNull(grey);
        float lowest = TensorPrimitives.Min<float>(grey.Values);
        return lowest >= 0 ? grey.Values
            : throw new ArgumentException($"A picture with {lowest} in it: none may be below 0.", nameof(grey));
    }

    private static void Limit(Span<float> values, double low, double high)
    {
        TensorPrimitives.Max(values, (float)low, values);
        TensorPrimitives.Min(values, (float)high, values);
    }
}
