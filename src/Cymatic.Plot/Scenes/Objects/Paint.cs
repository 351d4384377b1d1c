using System.Numerics.Tensors;
using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The colours of an object: a table in which values are places, or a colour for each point.</summary>
internal sealed class Paint
{
    // Boundaries between colours are sharp in the picture, wherever points lie: such a table has more entries.
    private const int FineTable = 4096;

    private readonly IReadOnlyList<Color>? _colors;
    private readonly Normalisation? _curve;
    private readonly float _low, _factor;

    private Paint(int[] table, double opacity)
    {
        Table = table;
        Opacity = (float)opacity;
    }

    private Paint(int[] table, double opacity, (double Low, double Factor, Normalisation? Curve) scale)
        : this(table, opacity) => (_low, _factor, _curve) = ((float)scale.Low, (float)scale.Factor, scale.Curve);

    private Paint(IReadOnlyList<Color> colors, double opacity)
        : this([0], opacity) => _colors = colors;

    /// <summary>Colours as 0xAARRGGBB, not premultiplied.</summary>
    internal int[] Table { get; }

    /// <summary>Whether each point has a colour: then its value is the bits 0x00RRGGBB.</summary>
    internal bool IsEachPoint => _colors is not null;

    /// <summary>Whether colours change at once from one to the next, anywhere in a face.</summary>
    internal bool HasBoundaries => Table.Length == FineTable;

    /// <summary>Multiplies alpha.</summary>
    internal float Opacity { get; }

    internal bool IsOpaque => Opacity >= 1 && (IsEachPoint || Array.TrueForAll(Table, color => (uint)color >= 0xFF000000));

    /// <summary>One colour.</summary>
    internal static Paint Of(Color color, double opacity = 1) => new([Argb(color)], opacity);

    internal static Paint Of(SceneObject of, (double Least, double Greatest) range)
    {
        if (of.Colors is { } colors)
            return new(colors, of.Opacity);
        if (of.Color is { } color)
            return Of(color, of.Opacity);
        Normalisation normalisation = of.Normalisation.Fit(range.Least, range.Greatest);
        double low = normalisation.Low!.Value, size = normalisation.High!.Value - low;
        if (normalisation is BoundaryNormalisation)
        {
            var table = new int[FineTable];
            for (int i = 0; i < FineTable; i++)
                table[i] = Argb(of.Map.At(normalisation.At(low + (i + 0.5) * size / FineTable)));
            return new(table, of.Opacity, (low, FineTable / size, null));
        }

        int[] colorsOfMap = [.. of.Map.Colors.Select(Argb)];
        bool straight = normalisation is LinearNormalisation or CentredNormalisation && size > 0;
        return new(colorsOfMap, of.Opacity, straight ? (low, colorsOfMap.Length / size, null) : (0, colorsOfMap.Length, normalisation));
    }

    /// <summary>The places of values in the table; NaN where a value is none.</summary>
    internal void Place(ReadOnlySpan<float> values, Span<float> places)
    {
        if (_curve is not null)
        {
            for (int i = 0; i < values.Length; i++)
                places[i] = float.IsFinite(values[i]) ? (float)_curve.At(values[i]) * _factor : float.NaN;
            return;
        }

        TensorPrimitives.Subtract(values, _low, places);
        TensorPrimitives.Multiply(places[..values.Length], _factor, places);
    }

    /// <summary>The colours of points as bits of numbers.</summary>
    internal void PlaceColors(int start, Span<float> places)
    {
        for (int i = 0; i < places.Length; i++)
            places[i] = BitConverter.Int32BitsToSingle(Argb(_colors![start + i]) & 0xFFFFFF);
    }

    private static int Argb(Color color) =>
        (int)((Byte(color.Alpha) << 24) | (Byte(color.Red) << 16) | (Byte(color.Green) << 8) | Byte(color.Blue));

    private static uint Byte(double part) => (uint)Math.Round(part * 255);
}
