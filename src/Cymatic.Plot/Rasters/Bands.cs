namespace Cymatic.Plot;

/// <summary>Colours numbers by the band of levels that they lie in, with smooth edges.</summary>
/// <remarks>
/// Numbers become places among the levels (1.5: in the middle between the second and the third level). Divided by how fast that place
/// changes from pixel to pixel, its distance from a whole number is the distance in pixels from the edge of the band.
/// </remarks>
internal sealed class Bands(IReadOnlyList<double> levels, uint[] colors)
{
    private readonly float[] _levels = [.. levels.Select(level => (float)level)];
    private readonly bool _equal = Enumerable.Range(1, levels.Count - 1)
        .All(i => Math.Abs(levels[i] - (levels[0] + (levels[^1] - levels[0]) * i / (levels.Count - 1))) < 1e-6 * (levels[^1] - levels[0]));

    /// <summary>Puts the place among the levels where each number is: below 0 before the first, above the last's index behind it.</summary>
    internal void Place(Resampling numbers)
    {
        for (int row = 0; row < numbers.Area.Height; row++)
        {
            if (_equal)
                Straight(numbers[row]);
            else
                Search(numbers[row]);
        }
    }

    /// <summary>Colours a row of places.</summary>
    internal void Color(Resampling places, int row, Span<uint> pixels)
    {
        ReadOnlySpan<float> here = places[row], above = places[Math.Max(0, row - 1)],
            below = places[Math.Min(places.Area.Height - 1, row + 1)];
        float apart = row > 0 && row < places.Area.Height - 1 ? 0.5f : 1;
        for (int x = 0; x < pixels.Length; x++)
        {
            float place = here[x], edge = MathF.Round(place);
            if (!float.IsFinite(place))
            {
                pixels[x] = 0;
                continue;
            }

            int left = Math.Max(0, x - 1), right = Math.Min(here.Length - 1, x + 1);
            float dx = (here[right] - here[left]) / Math.Max(1, right - left), dy = (below[x] - above[x]) * apart;
            float speed = MathF.Sqrt(dx * dx + dy * dy), off = place - edge;
            int band = Band((int)MathF.Floor(place));
            // Also where a neighbour is a hole, the comparison is false.
            pixels[x] = MathF.Abs(off) < 0.5f * speed && speed < 1
                ? Mix(colors[Band((int)edge - 1)], colors[Band((int)edge)], 0.5f + off / speed)
                : colors[band];
        }
    }

    private int Band(int place) => Math.Clamp(place + 1, 0, colors.Length - 1);

    private void Straight(Span<float> values)
    {
        float first = _levels[0], factor = (_levels.Length - 1) / (_levels[^1] - first);
        foreach (ref float value in values)
            value = Math.Clamp((value - first) * factor, -2, _levels.Length + 1);
    }

    private void Search(Span<float> values)
    {
        foreach (ref float value in values)
        {
            if (!float.IsFinite(value))
                continue;
            int found = Array.BinarySearch(_levels, value), below = Math.Clamp(found >= 0 ? found : ~found - 1, 0, _levels.Length - 2);
            value = Math.Clamp(below + (value - _levels[below]) / (_levels[below + 1] - _levels[below]), -2, _levels.Length + 1);
        }
    }

    private static uint Mix(uint low, uint high, float share)
    {
        uint weight = (uint)(share * 256 + 0.5f), rest = 256 - weight;
        uint even = (((low & 0xFF00FF) * rest + (high & 0xFF00FF) * weight + 0x800080) >> 8) & 0xFF00FF;
        uint odd = (((low >> 8) & 0xFF00FF) * rest + ((high >> 8) & 0xFF00FF) * weight + 0x800080) & 0xFF00FF00;
        return even | odd;
    }
}
