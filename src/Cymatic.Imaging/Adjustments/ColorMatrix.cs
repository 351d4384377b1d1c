namespace Cymatic.Imaging;

/// <summary>
/// New red, green and blue as weighted sums of the old ones and a constant, of straight colours in 0 … 1. Immutable; alpha stays.
/// </summary>
/// <remarks>Saturation and hue as W3C Filter Effects Level 1, section 9.6, writes them.</remarks>
public sealed class ColorMatrix
{
    private readonly float[] _rows;

    /// <summary>A matrix of its 12 numbers.</summary>
    /// <param name="rows">For red, green, blue in turn: weights of red, green, blue, and what is added.</param>
    /// <exception cref="ArgumentException">Not 12 finite numbers.</exception>
    public ColorMatrix(params ReadOnlySpan<double> rows)
    {
        if (rows.Length != 12)
            throw new ArgumentException($"A colour matrix has 12 numbers, not {rows.Length}.", nameof(rows));
        _rows = new float[12];
        for (int i = 0; i < 12; i++)
        {
            _rows[i] = double.IsFinite(rows[i]) ? (float)rows[i]
                : throw new ArgumentException($"Number {i} of a colour matrix is {rows[i]}.", nameof(rows));
        }
    }

    /// <summary>The 12 numbers, row after row.</summary>
    public ReadOnlySpan<float> Rows => _rows;

    /// <summary>0 is grey, 1 changes nothing, above 1 is more colourful.</summary>
    public static ColorMatrix Saturation(double s) => new(
        0.213 + (0.787 * s), 0.715 - (0.715 * s), 0.072 - (0.072 * s), 0,
        0.213 - (0.213 * s), 0.715 + (0.285 * s), 0.072 - (0.072 * s), 0,
        0.213 - (0.213 * s), 0.715 - (0.715 * s), 0.072 + (0.928 * s), 0);

    /// <summary>Turns hues, red towards green, and about keeps luminance.</summary>
    public static ColorMatrix HueRotation(double radians)
    {
        var (s, c) = Math.SinCos(radians);
        return new(
            0.213 + (0.787 * c) - (0.213 * s), 0.715 - (0.715 * c) - (0.715 * s), 0.072 - (0.072 * c) + (0.928 * s), 0,
            0.213 - (0.213 * c) + (0.143 * s), 0.715 + (0.285 * c) + (0.140 * s), 0.072 - (0.072 * c) - (0.283 * s), 0,
            0.213 - (0.213 * c) - (0.787 * s), 0.715 - (0.715 * c) + (0.715 * s), 0.072 + (0.928 * c) + (0.072 * s), 0);
    }

    /// <summary>Adds to all channels; 0 changes nothing, 1 is white, −1 black.</summary>
    public static ColorMatrix Brightness(double added) => new(1, 0, 0, added, 0, 1, 0, added, 0, 0, 1, added);

    /// <summary>This matrix, then another, as one, without limits in between.</summary>
    public ColorMatrix Then(ColorMatrix next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Span<double> both = stackalloc double[12];
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                double sum = column == 3 ? next._rows[(4 * row) + 3] : 0;
                for (int k = 0; k < 3; k++)
                    sum += next._rows[(4 * row) + k] * _rows[(4 * k) + column];
                both[(4 * row) + column] = sum;
            }
        }

        return new(both);
    }
}
