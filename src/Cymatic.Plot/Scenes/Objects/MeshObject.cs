using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>How light changes over a surface.</summary>
public enum Shading
{
    /// <summary>Normals run smoothly from point to point, and each sample of the picture is lit by its own (Phong).</summary>
    Smooth,

    /// <summary>Each face has one normal: edges are seen.</summary>
    Flat,
}

/// <summary>What is drawn of a surface.</summary>
public enum Representation
{
    /// <summary>Its faces.</summary>
    Surface,

    /// <summary>The lines from point to point.</summary>
    Wireframe,

    /// <summary>Its faces with lines on them.</summary>
    SurfaceWithLines,
}

/// <summary>A surface of triangles or quadrangles. Both sides are seen.</summary>
public abstract record MeshObject : SceneObject
{
    private protected MeshObject()
    {
    }

    /// <summary>How light changes over the surface.</summary>
    public Shading Shading { get; init; }

    /// <summary>What is drawn of it.</summary>
    public Representation Representation { get; init; }

    /// <summary>Width of lines in pixels, at least 1.</summary>
    public double LineWidth
    {
        get;
        init => field = value is >= 1 and <= 100 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Lines are 1 to 100 pixels wide.");
    } = 1;

    /// <summary>The colour of lines. Null: that of the surface; on faces, black at a quarter of its strength.</summary>
    public Color? LineColor { get; init; }

    /// <summary>Every how many rows and columns of a grid there is a line; the last ones have one always.</summary>
    public int LineStep
    {
        get;
        init => field = value >= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A step between lines is at least 1.");
    } = 1;
}
