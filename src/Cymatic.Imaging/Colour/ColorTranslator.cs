using System.Globalization;

namespace Cymatic.Imaging;

/// <summary>How colours are written.</summary>
public enum ColorNotation
{
    /// <summary>"rgb(255, 0, 0)".</summary>
    Rgb,

    /// <summary>"hsl(0, 100%, 50%)".</summary>
    Hsl,

    /// <summary>"#ff0000".</summary>
    Hex,

    /// <summary>The nearest CSS name: "red".</summary>
    Name,
}

/// <summary>Translates numbers to colours and colours to strings.</summary>
/// <remarks>Gives the numbers of the ColorTranslator of ColorBabel (BSD 3-clause).</remarks>
public sealed class ColorTranslator
{
    private const int Steps = 255;

    /// <summary>Translates by a map.</summary>
    public ColorTranslator(ColorMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        Map = map;
    }

    /// <summary>Translates by colours at equal distances from 0 to 1, straight between them.</summary>
    /// <param name="colors">CSS names, "#rrggbb" or "rgb(r, g, b)"; at least one.</param>
    /// <exception cref="FormatException">A string that is no colour.</exception>
    public ColorTranslator(params IReadOnlyList<string> colors)
        : this(ColorMap.Between([.. (colors ?? throw new ArgumentNullException(nameof(colors))).Select(CssColor.Parse)]))
    {
    }

    /// <summary>Translates by rows of red, green, blue and perhaps alpha at equal distances from 0 to 1, straight between them.</summary>
    /// <param name="rows">Parts of 0 to 1; when any is above 1, all count as 0 to 255.</param>
    /// <exception cref="ArgumentException">No row, rows that are not all of three or of four parts, or parts out of range.</exception>
    public ColorTranslator(IReadOnlyList<double[]> rows)
        : this(ColorMap.Between(FromRows(rows)))
    {
    }

    /// <summary>The 256 colours that numbers are looked up in.</summary>
    public ColorMap Map { get; }

    /// <summary>The colours of numbers.</summary>
    /// <param name="data">Numbers from 0 to 1, or of the range; what lies outside the range gets the nearest colour.</param>
    /// <param name="range">The numbers of the first and the last colour. Null: 0 and 1, outside of which nothing may lie.</param>
    /// <exception cref="ArgumentException">Without a range: a number outside 0 … 1. With one: an empty range.</exception>
    public Color[] Translate(ReadOnlySpan<double> data, (double Low, double High)? range = null)
    {
        if (range is { } given && !(given.High > given.Low))
            throw new ArgumentException($"The range from {given.Low} to {given.High} is empty.", nameof(range));
        var colors = new Color[data.Length];
        for (int i = 0; i < data.Length; i++)
        {
            if (range is null && data[i] is not (>= 0 and <= 1))
                throw new ArgumentException($"Number {i} is {data[i]}: without a range, numbers lie between 0 and 1.", nameof(data));
            double position = range is { } limits ? Math.Clamp((data[i] - limits.Low) / (limits.High - limits.Low), 0, 1) : data[i];
            colors[i] = Map.At(position);
        }

        return colors;
    }

    /// <summary>The colours of numbers as hue, saturation and lightness; see <see cref="Translate"/>.</summary>
    public Husl[] TranslateToHusl(ReadOnlySpan<double> data, (double Low, double High)? range = null) =>
        [.. Translate(data, range).Select(Husl.From)];

    /// <summary>The colours of numbers as strings; see <see cref="Translate"/>.</summary>
    public string[] TranslateToStrings(
        ReadOnlySpan<double> data, ColorNotation notation = ColorNotation.Rgb, (double Low, double High)? range = null) =>
        [.. Translate(data, range).Select(color => ToText(color, notation))];

    /// <summary>The colours at equal steps from 0 to 1.</summary>
    /// <param name="count">How many, at least 1.</param>
    public Color[] ToNumeric(int count = Steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var colors = new Color[count];
        for (int i = 0; i < count; i++)
            colors[i] = Map.At(count == 1 ? 0 : (double)i / (count - 1));
        return colors;
    }

    /// <summary>The colours at equal steps from 0 to 1 as strings.</summary>
    public string[] ToStrings(ColorNotation notation = ColorNotation.Rgb, int count = Steps) =>
        [.. ToNumeric(count).Select(color => ToText(color, notation))];

    /// <summary>A translator whose middle fades to a centre: for numbers that go two ways from there.</summary>
    public ColorTranslator ToDiverging(DivergingOptions? options = null)
    {
        options ??= new();
        Color[] colors = ToNumeric(Steps);
        int middle = Steps / 2, reach = (int)Math.Floor(Steps * options.MidSpread / 2);
        Color low = colors[middle - reach], high = colors[middle + reach];
        for (int i = 0; i < 2 * reach; i++)
        {
            int step = i < reach ? i : i - reach;
            double along = reach == 1 ? 0 : (double)step / (reach - 1);
            Color aim = i < reach ? low.Mix(options.Center, along) : options.Center.Mix(high, along);
            double weight = Math.Pow(options.LogAmount, i < reach ? along : 1 - along);
            Color old = colors[middle - reach + i];
            colors[middle - reach + i] = aim.Mix(old, weight).WithAlpha(old.Alpha);
        }

        return new(ColorMap.Between(colors));
    }

    /// <summary>A strip of the colours, 5 × 0.5 inches at 100 dots each by default; dispose it.</summary>
    /// <param name="bins">So many equal swatches; null: a gradient of 256 steps.</param>
    /// <param name="dpi">Dots for each inch.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one swatch, or no dot.</exception>
    public Frame ShowColors(int? bins = null, double dpi = 100)
    {
        if (bins is < 1)
            throw new ArgumentOutOfRangeException(nameof(bins), bins, "A strip shows at least one colour.");
        Color[] colors = ToNumeric(bins ?? 256);
        var frame = Frame.Rent((int)Math.Round(5 * dpi), (int)Math.Round(0.5 * dpi));
        Span<uint> first = frame.PixelRow(0);
        for (int x = 0; x < first.Length; x++)
            first[x] = colors[(int)((long)x * colors.Length / first.Length)].ToPremultipliedArgb();
        for (int y = 1; y < frame.Height; y++)
            first.CopyTo(frame.PixelRow(y));
        return frame;
    }

    /// <summary>A colour in a notation; alpha is left out.</summary>
    public static string ToText(Color color, ColorNotation notation) => notation switch
    {
        ColorNotation.Rgb =>
            string.Create(CultureInfo.InvariantCulture, $"rgb({Byte(color.Red)}, {Byte(color.Green)}, {Byte(color.Blue)})"),
        ColorNotation.Hsl => Hsl(color),
        ColorNotation.Hex => color.WithAlpha(1).ToHex(),
        ColorNotation.Name => CssColor.NearestName(color),
        _ => throw new ArgumentOutOfRangeException(nameof(notation), notation, "No such notation."),
    };

    // CSS Color Module Level 4, 7.1.
    private static string Hsl(Color color)
    {
        double greatest = Math.Max(color.Red, Math.Max(color.Green, color.Blue)),
            least = Math.Min(color.Red, Math.Min(color.Green, color.Blue));
        double spread = greatest - least, lightness = (greatest + least) / 2;
        double saturation = spread == 0 ? 0 : spread / (1 - Math.Abs(2 * lightness - 1));
        double hue = spread == 0 ? 0
            : greatest == color.Red ? (color.Green - color.Blue) / spread + 6
            : greatest == color.Green ? (color.Blue - color.Red) / spread + 2
            : (color.Red - color.Green) / spread + 4;
        return string.Create(CultureInfo.InvariantCulture,
            $"hsl({Math.Round(hue % 6 * 60)}, {Math.Round(saturation * 100)}%, {Math.Round(lightness * 100)}%)");
    }

    private static int Byte(double part) => (int)Math.Round(part * 255);

    private static Color[] FromRows(IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0 || rows.Any(row => row.Length != rows[0].Length) || rows[0].Length is not (3 or 4))
            throw new ArgumentException("Colours are given as rows of three or of four parts.", nameof(rows));
        double unit = rows.Any(row => row.Any(part => part > 1)) ? 255 : 1;
        if (rows.Any(row => row.Any(part => !(part / unit is >= 0 and <= 1))))
            throw new ArgumentException("Parts of colours lie between 0 and 1, or between 0 and 255.", nameof(rows));
        return [.. rows.Select(row => new Color(row[0] / unit, row[1] / unit, row[2] / unit, row.Length == 4 ? row[3] / unit : 1))];
    }
}
