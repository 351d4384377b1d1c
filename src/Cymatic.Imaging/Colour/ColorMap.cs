namespace Cymatic.Imaging;

/// <summary>A scale of colours for numbers from 0 to 1: a table of equal intervals, 256 of them in most maps.</summary>
public sealed class ColorMap
{
    private const int TableLength = 256;

    private readonly Color[] _colors;
    private readonly uint[] _argb;

    /// <summary>A map of these colours as they are, each for an equal interval.</summary>
    /// <param name="colors">At least one, lowest first.</param>
    /// <exception cref="ArgumentException">No colour.</exception>
    public ColorMap(IReadOnlyList<Color> colors)
    {
        ArgumentNullException.ThrowIfNull(colors);
        if (colors.Count == 0)
            throw new ArgumentException("A colour map has at least one colour.", nameof(colors));
        _colors = [.. colors];
        _argb = [.. _colors.Select(color => color.ToPremultipliedArgb())];
    }

    private ColorMap(string table)
        : this([.. Convert.FromHexString(table).Chunk(3).Select(rgb => Color.FromBytes(rgb[0], rgb[1], rgb[2]))])
    {
    }

    /// <summary>Dark violet over green to yellow, of even steps in lightness.</summary>
    public static ColorMap Viridis { get; } = new(ColorMapTables.Viridis);

    /// <summary>Black over magenta to cream, of even steps in lightness.</summary>
    public static ColorMap Magma { get; } = new(ColorMapTables.Magma);

    /// <summary>Black over red to pale yellow, of even steps in lightness.</summary>
    public static ColorMap Inferno { get; } = new(ColorMapTables.Inferno);

    /// <summary>Blue over red to yellow, of even steps in lightness.</summary>
    public static ColorMap Plasma { get; } = new(ColorMapTables.Plasma);

    /// <summary>Blue to yellow, alike for people with and without colour blindness.</summary>
    public static ColorMap Cividis { get; } = new(ColorMapTables.Cividis);

    /// <summary>A circle for angles and phases: both ends are light.</summary>
    public static ColorMap Twilight { get; } = new(ColorMapTables.Twilight);

    /// <summary>A rainbow without false bands.</summary>
    public static ColorMap Turbo { get; } = new(ColorMapTables.Turbo);

    /// <summary>Black to white.</summary>
    public static ColorMap Grey { get; } = Between(Color.Black, Color.White);

    /// <summary>Black to white with a tint of blue.</summary>
    public static ColorMap Bone { get; } = new(ColorMapTables.Bone);

    /// <summary>Blue over grey to red, for numbers around a centre.</summary>
    public static ColorMap Coolwarm { get; } = new(ColorMapTables.Coolwarm);

    /// <summary>Red over white to blue, for numbers around a centre.</summary>
    public static ColorMap RdBu { get; } = new(ColorMapTables.RdBu);

    /// <summary>Twelve colours in pairs of light and dark, for categories.</summary>
    public static ColorMap Paired { get; } = new(ColorMapTables.Paired);

    /// <summary>Ten clearly different colours, for categories.</summary>
    public static ColorMap Tab10 { get; } = new(ColorMapTables.Tab10);

    /// <summary>The colours, lowest first, as premultiplied 0xAARRGGBB.</summary>
    public ReadOnlySpan<uint> Argb => _argb;

    /// <summary>The colours, lowest first.</summary>
    public IReadOnlyList<Color> Colors => _colors;

    /// <summary>A map of 256 entries that runs straight (in encoded RGB and alpha) from colour to colour, at equal distances.</summary>
    /// <exception cref="ArgumentException">No colour.</exception>
    public static ColorMap Between(params IReadOnlyList<Color> colors)
    {
        ArgumentNullException.ThrowIfNull(colors);
        if (colors.Count == 0)
            throw new ArgumentException("A colour map has at least one colour.", nameof(colors));
        var table = new Color[TableLength];
        for (int i = 0; i < TableLength; i++)
        {
            double position = (double)i / (TableLength - 1) * (colors.Count - 1);
            int from = Math.Min((int)position, Math.Max(0, colors.Count - 2)), to = Math.Min(from + 1, colors.Count - 1);
            table[i] = colors[from].Mix(colors[to], position - from);
        }

        return new(table);
    }

    /// <summary>Hues around the circle, equally spaced, saturated and light (<see cref="Husl.Palette"/>), for categories.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one colour.</exception>
    public static ColorMap HuslPalette(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(Husl.Palette(count));
    }

    /// <summary>The same colours, highest first.</summary>
    public ColorMap Reversed() => new([.. _colors.Reverse()]);

    /// <summary>The colour of a number.</summary>
    /// <param name="value">0 (first colour) to 1 (last); what lies outside gets the nearest, NaN the first.</param>
    public Color At(double value) => _colors[Index(value)];

    /// <summary>Colours a row of pixels by numbers.</summary>
    /// <param name="values">The numbers; NaN gets the first colour.</param>
    /// <param name="range">The numbers that get the first and the last colour.</param>
    /// <param name="pixels">As many pixels, premultiplied 0xAARRGGBB.</param>
    /// <exception cref="ArgumentException">Not as many pixels as numbers.</exception>
    public void Apply(ReadOnlySpan<float> values, (float Low, float High) range, Span<uint> pixels)
    {
        if (values.Length != pixels.Length)
            throw new ArgumentException($"{values.Length} numbers do not fill {pixels.Length} pixels.", nameof(pixels));
        float scale = range.High > range.Low ? 1 / (range.High - range.Low) : 0;
        for (int i = 0; i < values.Length; i++)
            pixels[i] = _argb[Index((values[i] - range.Low) * scale)];
    }

    // As matplotlib: equal intervals, the last closed.
    private int Index(double value) => value > 0 ? (int)Math.Min(value * _colors.Length, _colors.Length - 1) : 0;
}
