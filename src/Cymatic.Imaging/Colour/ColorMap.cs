namespace Cymatic.Imaging;

/// <summary>A scale of 256 colours for numbers.</summary>
public sealed class ColorMap
{
    private readonly uint[] _argb;

    internal ColorMap(string table)
    {
        byte[] rgb = Convert.FromHexString(table);
        _argb = [.. rgb.Chunk(3).Select(color => 0xFF000000 | ((uint)color[0] << 16) | ((uint)color[1] << 8) | color[2])];
    }

    /// <summary>Dark violet over green to yellow (Smith and van der Walt 2015, CC0).</summary>
    public static ColorMap Viridis { get; } = new(ColorMapTables.Viridis);

    /// <summary>Black over magenta to cream (Smith and van der Walt 2015, CC0).</summary>
    public static ColorMap Magma { get; } = new(ColorMapTables.Magma);

    /// <summary>The opaque colours, lowest first, as 0xFFRRGGBB.</summary>
    public ReadOnlySpan<uint> Argb => _argb;

    /// <summary>The colour of a number.</summary>
    /// <param name="value">0 (first colour) to 1 (last); what lies outside gets the nearest, NaN the first.</param>
    public Color At(double value)
    {
        uint argb = _argb[Index(value)];
        return Color.FromBytes((byte)(argb >> 16), (byte)(argb >> 8), (byte)argb);
    }

    /// <summary>Colours a row of pixels by numbers.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="range">The numbers that get the first and the last colour.</param>
    /// <param name="pixels">As many pixels, 0xFFRRGGBB.</param>
    /// <exception cref="ArgumentException">Not as many pixels as numbers.</exception>
    public void Apply(ReadOnlySpan<float> values, (float Low, float High) range, Span<uint> pixels)
    {
        if (values.Length != pixels.Length)
            throw new ArgumentException($"{values.Length} numbers do not fill {pixels.Length} pixels.", nameof(pixels));
        float scale = range.High > range.Low ? 1 / (range.High - range.Low) : 0;
        for (int i = 0; i < values.Length; i++)
            pixels[i] = _argb[Index((values[i] - range.Low) * scale)];
    }

    // As matplotlib: 256 equal intervals, the last closed.
    private static int Index(double value) => value > 0 ? (int)Math.Min(value * 256, 255) : 0;
}
