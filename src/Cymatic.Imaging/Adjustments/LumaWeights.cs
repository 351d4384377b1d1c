namespace Cymatic.Imaging;

/// <summary>How much of red, green and blue a grey value is made of.</summary>
/// <param name="Red">Share of red.</param>
/// <param name="Green">Share of green.</param>
/// <param name="Blue">Share of blue.</param>
public readonly record struct LumaWeights(double Red, double Green, double Blue)
{
    /// <summary>Equal thirds: MoviePy's black and white.</summary>
    public static LumaWeights Mean => new(1, 1, 1);

    /// <summary>0.2125, 0.7154, 0.0721: scikit-image's rgb2gray, MoviePy's "CRT_phosphor".</summary>
    public static LumaWeights Crt => new(0.2125, 0.7154, 0.0721);

    /// <summary>0.299, 0.587, 0.114: ITU-R BT.601, Pillow's "L".</summary>
    public static LumaWeights Bt601 => new(0.299, 0.587, 0.114);

    /// <summary>0.2126, 0.7152, 0.0722: ITU-R BT.709.</summary>
    public static LumaWeights Bt709 => new(0.2126, 0.7152, 0.0722);

    /// <summary>The weights over their sum.</summary>
    internal (float Red, float Green, float Blue) Shares()
    {
        double sum = Checked();
        return ((float)(Red / sum), (float)(Green / sum), (float)(Blue / sum));
    }

    /// <summary>The weights in 1/65536, which they sum to exactly.</summary>
    internal (uint Red, uint Green, uint Blue) Fixed()
    {
        double sum = Checked();
        uint red = (uint)Math.Round(Red / sum * 65536), blue = (uint)Math.Round(Blue / sum * 65536);
        return (red, 65536 - Math.Min(65536, red + blue), Math.Min(blue, 65536 - red));
    }

    private double Checked()
    {
        double sum = Red + Green + Blue;
        return Red >= 0 && Green >= 0 && Blue >= 0 && double.IsFinite(sum) && sum > 0
            ? sum
            : throw new ArgumentException($"Weights of {Red}, {Green} and {Blue} make no grey: none may be negative, one must be above 0.");
    }
}
