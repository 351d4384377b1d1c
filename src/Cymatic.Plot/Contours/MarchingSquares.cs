namespace Cymatic.Plot;

/// <summary>Finds the lines along which a matrix has a value, straight between neighbouring numbers.</summary>
/// <remarks>
/// Lorensen and Cline, "Marching Cubes", SIGGRAPH 1987, in two dimensions. Where two corners of a square lie above the value and the two
/// others below it, crosswise, the mean of the four decides. Squares with a corner that is not finite have no line. Points equal those of
/// <c>skimage.measure.find_contours</c>.
/// </remarks>
public sealed class MarchingSquares
{
    private const int None = -1;

    // For each pattern of high corners (1: upper left, 2: upper right, 4: lower right, 8: lower left) the sides that a line enters and
    // leaves by (0: upper, 1: right, 2: lower, 3: left), high numbers on its right. Crossed patterns have two lines.
    private static readonly (int In, int Out)[][] Patterns =
    [
        [], [(0, 3)], [(1, 0)], [(1, 3)], [(2, 1)], [], [(2, 0)], [(2, 3)],
        [(3, 2)], [(0, 2)], [], [(1, 2)], [(3, 1)], [(0, 1)], [(3, 0)], [],
    ];

    private readonly float[] _values;
    private readonly int _rows, _columns;
    private readonly bool _closed;
    private readonly int[] _next;
    private readonly bool[] _entered;
    private readonly List<int> _used = [];

    private MarchingSquares(float[] values, int columns, bool closed)
    {
        (_values, _columns, _rows, _closed) = (values, columns, values.Length / columns, closed);
        _next = new int[2 * values.Length];
        _entered = new bool[_next.Length];
        Array.Fill(_next, None);
    }

    /// <summary>The lines at a level.</summary>
    /// <param name="matrix">At least two rows and columns; else there is no line.</param>
    /// <param name="level">The value.</param>
    public static IReadOnlyList<ContourLine> Trace(Matrix matrix, double level) => Trace(matrix, [level])[0];

    /// <summary>The lines at each of some levels.</summary>
    public static IReadOnlyList<ContourLine>[] Trace(Matrix matrix, params IReadOnlyList<double> levels)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(levels);
        var squares = new MarchingSquares(matrix.Values.ToArray(), matrix.Columns, closed: false);
        return [.. levels.Select(squares.At)];
    }

    /// <summary>The outlines of what lies above each level, closed along the edges of the matrix and around holes.</summary>
    internal static IReadOnlyList<ContourLine>[] Outline(Matrix matrix, IReadOnlyList<double> levels)
    {
        int columns = matrix.Columns + 2;
        var padded = new float[(matrix.Rows + 2) * columns];
        Array.Fill(padded, float.NegativeInfinity);
        for (int row = 0; row < matrix.Rows; row++)
        {
            Span<float> target = padded.AsSpan((row + 1) * columns + 1, matrix.Columns);
            matrix[row].CopyTo(target);
            foreach (ref float value in target)
                value = float.IsFinite(value) ? value : float.NegativeInfinity;
        }

        var squares = new MarchingSquares(padded, columns, closed: true);
        return [.. levels.Select(squares.At)];
    }

    private IReadOnlyList<ContourLine> At(double level)
    {
        float limit = (float)level;
        for (int row = 0; row + 1 < _rows; row++)
        {
            ReadOnlySpan<float> upper = _values.AsSpan(row * _columns, _columns), lower = _values.AsSpan((row + 1) * _columns, _columns);
            int left = (upper[0] > limit ? 1 : 0) | (lower[0] > limit ? 8 : 0);
            for (int column = 0; column + 1 < _columns; column++)
            {
                int right = (upper[column + 1] > limit ? 2 : 0) | (lower[column + 1] > limit ? 4 : 0), pattern = left | right;
                left = (right >> 1 & 1) | ((right & 4) << 1);
                if (pattern is not (0 or 15))
                    Add(row, column, pattern, limit);
            }
        }

        return Chain(level);
    }

    private void Add(int row, int column, int pattern, float level)
    {
        int at = row * _columns + column;
        float a = _values[at], b = _values[at + 1], c = _values[at + _columns + 1], d = _values[at + _columns];
        if (!_closed && !float.IsFinite(a + b + c + d))
            return;
        if (pattern is 5 or 10)
        {
            bool high = (a + b + c + d) / 4 > level;
            (int, int)[] pair = pattern == 5
                ? high ? [(0, 1), (2, 3)] : [(0, 3), (2, 1)]
                : high ? [(1, 2), (3, 0)] : [(1, 0), (3, 2)];
            Join(row, column, pair[0]);
            Join(row, column, pair[1]);
            return;
        }

        Join(row, column, Patterns[pattern][0]);
    }

    private void Join(int row, int column, (int In, int Out) sides)
    {
        int from = Side(row, column, sides.In), to = Side(row, column, sides.Out);
        _next[from] = to;
        _entered[to] = true;
        _used.Add(from);
        _used.Add(to);
    }

    // Sides are numbered: first those between columns, then those between rows.
    private int Side(int row, int column, int side) => side switch
    {
        0 => row * _columns + column,
        1 => _values.Length + row * _columns + column + 1,
        2 => (row + 1) * _columns + column,
        _ => _values.Length + row * _columns + column,
    };

    private List<ContourLine> Chain(double level)
    {
        List<ContourLine> lines = [];
        // Open lines begin where no other ends; what is left is closed.
        foreach (bool open in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (int side in _used)
            {
                if (_next[side] != None && _entered[side] != open)
                    lines.Add(Follow(side, level));
            }
        }

        foreach (int side in _used)
            (_next[side], _entered[side]) = (None, false);
        _used.Clear();
        return lines;
    }

    private ContourLine Follow(int start, double level)
    {
        List<(double, double)> points = [];
        int side = start;
        do
        {
            points.Add(Crossing(side, level));
            int next = _next[side];
            _next[side] = None;
            side = next;
        }
        while (side != None && side != start);
        if (side == start)
            points.Add(points[0]);
        return new(points, side == start);
    }

    private (double Row, double Column) Crossing(int side, double level)
    {
        bool between = side < _values.Length;
        int from = between ? side : side - _values.Length, to = from + (between ? 1 : _columns);
        double a = _values[from], b = _values[to];
        double share = double.IsInfinity(a) ? 1 : double.IsInfinity(b) ? 0 : (level - a) / (b - a);
        double row = from / _columns, column = from % _columns;
        (row, column) = between ? (row, column + share) : (row + share, column);
        return _closed ? (row - 1, column - 1) : (row, column);
    }
}
