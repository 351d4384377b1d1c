namespace Cymatic.Plot;

/// <summary>How points are joined.</summary>
internal enum Joints
{
    /// <summary>Quadrangles between rows and columns.</summary>
    Grid,

    /// <summary>Triangles of listed points.</summary>
    Triangles,

    /// <summary>Each two successive points make a line.</summary>
    Lines,

    /// <summary>Each point is a ball.</summary>
    Balls,
}

/// <summary>What an object draws: points, and how they are joined.</summary>
internal abstract class Shape
{
    private protected Shape(Joints joints, int points, Paint paint, Material material) =>
        (Joints, Points, Paint, Material) = (joints, points, paint, material);

    internal Joints Joints { get; }

    internal int Points { get; }

    internal Paint Paint { get; }

    internal Material Material { get; }

    /// <summary>Points of a row of a grid.</summary>
    internal int Columns { get; private protected init; } = 1;

    /// <summary>Rows of a grid.</summary>
    internal int Rows => Points / Columns;

    /// <summary>Three points for each triangle.</summary>
    internal int[] Corners { get; private protected init; } = [];

    /// <summary>What of a surface is drawn; null for lines and balls.</summary>
    internal MeshObject? Mesh { get; private protected init; }

    /// <summary>Where lengths of the shape itself are in units of space: tubes and balls; directions then are too.</summary>
    internal bool IsInSpace { get; private protected init; }

    /// <summary>Width of lines in pixels.</summary>
    internal double LineWidth { get; private protected init; } = 1;

    /// <summary>How far it reaches beyond its points, in units of space.</summary>
    internal double Thickness { get; private protected init; }

    /// <summary>The part of the data that its points take.</summary>
    internal abstract Extent Extent { get; }

    /// <summary>Fills a block with the points from <paramref name="start"/> on.</summary>
    /// <param name="start">The first point.</param>
    /// <param name="block">Filled.</param>
    /// <param name="space">Places are from the middle of this.</param>
    internal abstract void Fill(int start, VertexBlock block, Space space);

    private protected static Interval Range(Matrix matrix) => Interval.Of(matrix.Range);
}
