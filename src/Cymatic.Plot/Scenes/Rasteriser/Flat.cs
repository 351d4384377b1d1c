namespace Cymatic.Plot;

/// <summary>Normals of whole faces, from where their points are in the picture.</summary>
internal static unsafe class Flat
{
    /// <summary>The normal of a triangle.</summary>
    internal static void Triangle(View view, float* a, float* b, float* c, float* normal)
    {
        Vector3D first = Place(view, a);
        Set(view, (Place(view, b) - first).Cross(Place(view, c) - first), normal);
    }

    /// <summary>The normal of a quadrangle: at right angles to its diagonals.</summary>
    internal static void Quadrangle(View view, (nint A, nint B, nint C, nint D) corners, float* normal)
    {
        Vector3D one = Place(view, (float*)corners.C) - Place(view, (float*)corners.A);
        Set(view, one.Cross(Place(view, (float*)corners.D) - Place(view, (float*)corners.B)), normal);
    }

    // To the right, upwards and forward, in units of space.
    private static Vector3D Place(View view, float* point)
    {
        double x = (point[0] - view.Width / 2.0) / view.Focal, y = (view.Height / 2.0 - point[1]) / view.Focal;
        double depth = view.IsPerspective ? 1.0 / point[3] : view.Far - point[2] * (view.Far - view.Near);
        return view.IsPerspective ? new(x * depth, y * depth, depth) : new(x, y, depth);
    }

    private static void Set(View view, Vector3D seen, float* normal)
    {
        Vector3D turned = (view.Right * seen.X + view.Up * seen.Y + view.Forward * seen.Z).Unit(view.Forward);
        (normal[0], normal[1], normal[2]) = ((float)turned.X, (float)turned.Y, (float)turned.Z);
    }
}
