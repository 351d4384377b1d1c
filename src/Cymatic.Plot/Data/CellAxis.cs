namespace Cymatic.Plot;

/// <summary>Where the columns (or rows) of a matrix lie along an axis: as cells between edges, or as nodes that lines run
/// between.</summary>
internal sealed class CellAxis
{
    private readonly int _count;
    private readonly double _first, _step;
    private readonly double[]? _centers;
    private readonly bool _nodes;

    private CellAxis(int count, double first, double step, double[]? centers, bool nodes) =>
        (_count, _first, _step, _centers, _nodes) = (count, first, step, centers, nodes);

    /// <summary>What the cells, or the nodes, take up.</summary>
    internal Interval Part => Interval.Hull(Edge(low: true), Edge(low: false));

    /// <summary>Equal cells that fill a part, perhaps backwards.</summary>
    internal static CellAxis Cells(int count, double from, double to)
    {
        double step = (to - from) / Math.Max(1, count);
        return new(count, from + step / 2, step, null, nodes: false);
    }

    /// <summary>Cells around these centres, with edges half way between them.</summary>
    internal static CellAxis Cells(Numbers centers) => Of(centers, nodes: false);

    /// <summary>Nodes at these numbers.</summary>
    internal static CellAxis Nodes(Numbers numbers) => Of(numbers, nodes: true);

    /// <summary>Refuses coordinates that do not match, or do not rise or fall throughout.</summary>
    internal static Numbers? Check(Numbers? numbers, int count, string name, string lines)
    {
        if (numbers is null)
            return null;
        if (numbers.Count != count)
            throw new ArgumentException($"{numbers.Count} numbers of {name} do not match {count} {lines}.", name);
        for (int i = 1; i < count; i++)
        {
            double step = numbers[i] - numbers[i - 1];
            if (!(step * (numbers[count - 1] - numbers[0]) > 0))
            {
                throw new ArgumentException(
                    $"The numbers of {name} must rise or fall throughout, but {numbers[i - 1]} is followed by {numbers[i]}.",
                    name);
            }
        }

        return numbers;
    }

    /// <summary>The place of a number among the centres: 0 at the first, 1 at the second; NaN outside.</summary>
    internal double Index(double value)
    {
        if (_centers is null)
        {
            double index = _step == 0 ? 0 : (value - _first) / _step, half = _nodes ? 0 : 0.5;
            return index >= -half - 1e-9 && index <= _count - 1 + half + 1e-9 ? index : double.NaN;
        }

        if (!(value >= Part.Least - 1e-9 * Math.Abs(Part.Least) && value <= Part.Greatest + 1e-9 * Math.Abs(Part.Greatest)))
            return double.NaN;
        bool rises = _centers[^1] > _centers[0];
        int low = 0, high = _count - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (_centers[middle] <= value == rises)
                low = middle;
            else
                high = middle;
        }

        return low + (value - _centers[low]) / (_centers[high] - _centers[low]);
    }

    /// <summary>The number at a place among the centres.</summary>
    internal double Number(double index)
    {
        if (_centers is null)
            return _first + _step * index;
        int low = Math.Clamp((int)Math.Floor(index), 0, Math.Max(0, _count - 2)), high = Math.Min(low + 1, _count - 1);
        return _centers[low] + (index - low) * (_centers[high] - _centers[low]);
    }

    private static CellAxis Of(Numbers numbers, bool nodes)
    {
        int count = numbers.Count;
        double step = count > 1 ? (numbers[count - 1] - numbers[0]) / (count - 1) : 1, first = count > 0 ? numbers[0] : 0;
        for (int i = 0; i < count; i++)
        {
            if (Math.Abs(numbers[i] - (first + i * step)) > 1e-6 * Math.Abs(step))
                return new(count, 0, 0, numbers.ToArray(), nodes);
        }

        return new(count, first, step, null, nodes);
    }

    private double Edge(bool low)
    {
        if (_count == 0)
            return double.NaN;
        double half = _nodes ? 0 : 0.5;
        return Number(low ? -half : _count - 1 + half);
    }
}
