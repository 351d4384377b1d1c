namespace Cymatic.Plot;

/// <summary>Where the numbers of a matrix lie that contours run between.</summary>
internal sealed class GridNodes(Matrix values, Numbers? x, Numbers? y)
{
    internal CellAxis Columns { get; } = CellAxis.Nodes(x ?? Numbers.Steps(values.Columns));

    internal CellAxis Rows { get; } = CellAxis.Nodes(y ?? Numbers.Steps(values.Rows));

    internal static Reach Reach(Matrix values, Numbers? x, Numbers? y)
    {
        if (values.Rows == 0)
            return Plot.Reach.None;
        GridNodes nodes = new(values, x, y);
        return Plot.Reach.Firm(nodes.Columns.Part, nodes.Rows.Part);
    }

    /// <summary>The places of a line's points on the figure.</summary>
    internal (double X, double Y)[] Place(ContourLine line, Projection projection) =>
        [.. line.Points.Select(point => projection.Place(Columns.Number(point.Column), Rows.Number(point.Row)))];
}
