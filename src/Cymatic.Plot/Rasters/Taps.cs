namespace Cymatic.Plot;

/// <summary>For each pixel along an axis, the numbers it is made of and their weights.</summary>
internal sealed class Taps
{
    // From this many numbers for a pixel on, the pixel shows their mean, so that none is left out.
    private const double Dense = 1.5;

    private readonly int[] _first;
    private readonly int[] _offset;
    private readonly List<float> _weights = [];

    private Taps(int pixels) => (_first, _offset) = (new int[pixels], new int[pixels + 1]);

    /// <summary>Pixels.</summary>
    internal int Count => _first.Length;

    /// <summary>The first number of a pixel; −1 where there is none.</summary>
    internal int First(int pixel) => _first[pixel];

    /// <summary>The weights of that and the following numbers; their sum is 1.</summary>
    internal ReadOnlySpan<float> Weights(int pixel) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_weights)[_offset[pixel].._offset[pixel + 1]];

    /// <param name="index">For each pixel, the place of its centre among the numbers, NaN outside, and how many numbers it is wide.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="interpolation">How pixels between numbers are made.</param>
    internal static Taps Create(ReadOnlySpan<double> index, int count, Interpolation interpolation)
    {
        var taps = new Taps(index.Length / 2);
        for (int pixel = 0; pixel < taps.Count; pixel++)
        {
            double center = index[2 * pixel], width = index[2 * pixel + 1];
            if (double.IsNaN(center))
                taps._first[pixel] = -1;
            else if (width > Dense)
                taps._first[pixel] = taps.Mean(center - width / 2, center + width / 2, count);
            else
                taps._first[pixel] = taps.Between(center, count, interpolation);
            taps._offset[pixel + 1] = taps._weights.Count;
        }

        return taps;
    }

    private int Mean(double from, double to, int count)
    {
        int first = Math.Clamp((int)Math.Round(from), 0, count - 1), last = Math.Clamp((int)Math.Round(to) - 1, first, count - 1);
        for (int i = first; i <= last; i++)
            _weights.Add(1f / (last - first + 1));
        return first;
    }

    private int Between(double center, int count, Interpolation interpolation)
    {
        int nearest = Math.Clamp((int)Math.Floor(center + 0.5), 0, count - 1);
        if (interpolation == Interpolation.Nearest || count == 1)
        {
            _weights.Add(1);
            return nearest;
        }

        int below = Math.Clamp((int)Math.Floor(center), 0, count - 2);
        float t = (float)Math.Clamp(center - below, 0, 1);
        if (interpolation == Interpolation.Linear || count < 4)
        {
            _weights.Add(1 - t);
            _weights.Add(t);
            return below;
        }

        // At the edges the number beyond is the outermost one: its weight goes there.
        Span<float> cubic =
            [t * (-0.5f + t * (1 - 0.5f * t)), 1 + t * t * (-2.5f + 1.5f * t), t * (0.5f + t * (2 - 1.5f * t)), t * t * (-0.5f + 0.5f * t)];
        int first = Math.Clamp(below - 1, 0, count - 4);
        Span<float> weights = stackalloc float[4];
        for (int i = 0; i < 4; i++)
            weights[Math.Clamp(below - 1 + i, 0, count - 1) - first] += cubic[i];
        _weights.AddRange(weights);
        return first;
    }
}
