namespace Cymatic.Plot;

/// <summary>A line along which a matrix has one value.</summary>
/// <param name="Points">Row and column of each point, from 0 at the centre of the first; higher numbers lie to the right of the line as
/// rows
/// run downwards.</param>
/// <param name="IsClosed">Whether the last point is joined to the first (and is equal to it).</param>
public sealed record ContourLine(IReadOnlyList<(double Row, double Column)> Points, bool IsClosed);
