using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Finds where a contour line runs straight enough for its label, and opens the line there.</summary>
internal static class ContourLabel
{
    private const double Straight = 0.94;

    /// <summary>Places of a line with a gap of a length around the label; null when it has no room.</summary>
    /// <param name="line">The line, as places on the figure.</param>
    /// <param name="length">Length of the label with its margins.</param>
    /// <param name="inside">Where the label must lie.</param>
    /// <param name="taken">Middles of other labels, with half their lengths, from which it stays away.</param>
    internal static (double X, double Y, double Radians, int From, int To)? Find(
        (double X, double Y)[] line, double length, Box inside, IReadOnlyList<(double X, double Y, double Half)> taken)
    {
        double[] along = new double[line.Length];
        for (int i = 1; i < line.Length; i++)
            along[i] = along[i - 1] + Distance(line[i - 1], line[i]);
        if (along.Length == 0 || along[^1] < 2.5 * length)
            return null;
        (double Quality, int From, int To) best = (0, 0, 0);
        int to = 0;
        for (int from = 0; from < line.Length; from++)
        {
            while (to < line.Length && along[to] - along[from] < length)
                to++;
            if (to >= line.Length)
                break;
            double straight = Distance(line[from], line[to]) / (along[to] - along[from]);
            // Rather in the middle of the line than near its ends.
            double quality = straight + 0.1 * (1 - Math.Abs((along[from] + along[to]) / along[^1] - 1));
            if (straight >= Straight && quality > best.Quality && Holds(inside, line[from], length) && Holds(inside, line[to], length)
                && IsFree(Middle(line[from], line[to]), length / 2, taken))
            {
                best = (quality, from, to);
            }
        }

        if (best.Quality == 0)
            return null;
        var (a, b) = (line[best.From], line[best.To]);
        double radians = Math.Atan2(b.Y - a.Y, b.X - a.X);
        if (Math.Abs(radians) > Math.PI / 2)
            radians -= Math.Sign(radians) * Math.PI;
        var (x, y) = Middle(a, b);
        return (x, y, radians, best.From, best.To);
    }

    private static (double X, double Y) Middle((double X, double Y) a, (double X, double Y) b) => ((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private static bool IsFree((double X, double Y) middle, double half, IReadOnlyList<(double X, double Y, double Half)> taken)
    {
        foreach (var (x, y, other) in taken)
        {
            if (Distance(middle, (x, y)) < half + other)
                return false;
        }

        return true;
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    private static bool Holds(Box box, (double X, double Y) point, double margin) =>
        point.X > box.X + margin / 3 && point.X < box.Right - margin / 3 && point.Y > box.Y + margin / 3
            && point.Y < box.Bottom - margin / 3;
}
