namespace Cymatic.Imaging;

/// <summary>
/// A table of 256 values for each of red, green and blue: any change of colours that looks at one channel at a time. Immutable; make it
/// once and apply it to many frames.
/// </summary>
public sealed class ToneCurve
{
    private readonly byte[] _red, _green, _blue;

    /// <summary>A curve of its tables.</summary>
    /// <param name="red">256 values for red.</param>
    /// <param name="green">256 values for green.</param>
    /// <param name="blue">256 values for blue.</param>
    /// <exception cref="ArgumentException">A table of another length.</exception>
    public ToneCurve(ReadOnlySpan<byte> red, ReadOnlySpan<byte> green, ReadOnlySpan<byte> blue) =>
        (_red, _green, _blue) = (Checked(red, nameof(red)), Checked(green, nameof(green)), Checked(blue, nameof(blue)));

    /// <summary>Nothing changes.</summary>
    public static ToneCurve Identity { get; } = FromBytes(x => x);

    /// <summary>255 − x.</summary>
    public static ToneCurve Invert { get; } = FromBytes(x => 255 - x);

    /// <summary>What red becomes.</summary>
    public ReadOnlySpan<byte> Red => _red;

    /// <summary>What green becomes.</summary>
    public ReadOnlySpan<byte> Green => _green;

    /// <summary>What blue becomes.</summary>
    public ReadOnlySpan<byte> Blue => _blue;

    /// <summary>One function for all channels, of 0 … 1; results are limited to 0 … 1 and rounded.</summary>
    public static ToneCurve From(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return FromBytes(x => 255 * function(x / 255.0));
    }

    /// <summary>x · factor.</summary>
    /// <param name="factor">0 or more.</param>
    public static ToneCurve Multiply(double factor) => FromBytes(x => x * Positive(factor, nameof(factor)));

    /// <summary>gain · x^gamma: below 1 lighter, above 1 darker (skimage.exposure.adjust_gamma, MoviePy's GammaCorrection).</summary>
    /// <param name="gamma">0 or more.</param>
    /// <param name="gain">0 or more.</param>
    public static ToneCurve Gamma(double gamma, double gain = 1)
    {
        (gamma, gain) = (Positive(gamma, nameof(gamma)), Positive(gain, nameof(gain)));
        return From(x => gain * Math.Pow(x, gamma));
    }

    /// <summary>gain · log₂(1 + x); inverse: gain · (2^x − 1) (skimage.exposure.adjust_log).</summary>
    /// <param name="gain">0 or more.</param>
    /// <param name="inverse">Whether to undo it.</param>
    public static ToneCurve Log(double gain = 1, bool inverse = false)
    {
        gain = Positive(gain, nameof(gain));
        return From(x => gain * (inverse ? Math.Pow(2, x) - 1 : Math.Log2(1 + x)));
    }

    /// <summary>x + luminosity + contrast · (x − threshold), all of 0 … 255 (MoviePy's LumContrast).</summary>
    /// <param name="luminosity">What is added.</param>
    /// <param name="contrast">0 changes nothing, −1 leaves one grey.</param>
    /// <param name="threshold">The value that contrast leaves alone.</param>
    public static ToneCurve LumContrast(double luminosity = 0, double contrast = 0, double threshold = 127) =>
        FromBytes(x => x + luminosity + (contrast * (x - threshold)));

    /// <summary>Linear from one range to another, of 0 … 1; what lies outside is limited (skimage.exposure.rescale_intensity).</summary>
    /// <param name="input">What becomes the ends of the output.</param>
    /// <param name="output">The new ends.</param>
    /// <exception cref="ArgumentException">An input range that is empty or reversed.</exception>
    public static ToneCurve Rescale((double Low, double High) input, (double Low, double High) output)
    {
        if (!(input.High > input.Low))
            throw new ArgumentException($"The input range {input.Low} … {input.High} is empty.", nameof(input));
        return From(x => double.Lerp(output.Low, output.High, Math.Clamp((x - input.Low) / (input.High - input.Low), 0, 1)));
    }

    /// <summary>This curve, then another, as one.</summary>
    public ToneCurve Then(ToneCurve next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new(Chain(_red, next._red), Chain(_green, next._green), Chain(_blue, next._blue));
    }

    /// <summary>One table for all channels.</summary>
    internal static ToneCurve Of(ReadOnlySpan<byte> table) => new(table, table, table);

    private static ToneCurve FromBytes(Func<int, double> function)
    {
        Span<byte> table = stackalloc byte[256];
        for (int x = 0; x < 256; x++)
        {
            double value = function(x);
            table[x] = double.IsNaN(value)
                ? throw new ArgumentException($"A tone curve has no value for {x}.", nameof(function))
                : (byte)Math.Round(Math.Clamp(value, 0, 255));
        }

        return Of(table);
    }

    private static byte[] Chain(byte[] first, byte[] next) => [.. first.Select(x => next[x])];

    private static byte[] Checked(ReadOnlySpan<byte> table, string name) => table.Length == 256
        ? table.ToArray()
        : throw new ArgumentException($"A tone curve has 256 values, not {table.Length}.", name);

    private static double Positive(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "It must be 0 or more.");
}
