using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The colours of samples: those of an object, lit, in fog. Places and directions are in the scene's space.</summary>
internal sealed unsafe class Lighting
{
    // Mirrored light below this is none; its power would only waste time in numbers next to zero.
    private const double Faintest = 1e-30;

    private readonly LightTerm[] _lights;
    private readonly float _ambient, _diffuse, _specular, _faint, _opacity, _darkening;
    private readonly int _shininess, _lastEntry;
    private readonly Affine _eyeX, _eyeY, _eyeZ;
    private readonly View _view;
    private (float Start, float PerDepth, Vector256<float> Red, Vector256<float> Green, Vector256<float> Blue)? _fog;

    internal Lighting(Paint paint, Material material, View view, IReadOnlyList<Light> lights, double darkening = 1)
    {
        (Paint, _view) = (paint, view);
        (_ambient, _diffuse, _specular) = ((float)material.Ambient, (float)material.Diffuse, (float)material.Specular * 255);
        (_shininess, _faint) = (material.Shininess, (float)Math.Pow(Faintest, 1.0 / material.Shininess));
        (_opacity, _lastEntry, _darkening) = (paint.Opacity / 255, paint.Table.Length - 1, (float)darkening);
        _lights = material is { Diffuse: 0, Specular: 0 } ? []
            : [.. lights.Where(light => light.Intensity > 0).Select(light => new LightTerm(light, view))];
        Vector3D middle = view.Forward * -view.Focal + view.Right * (view.Width / 2.0) - view.Up * (view.Height / 2.0);
        if (!view.IsPerspective)
            middle = view.Forward * -view.Focal;
        double turn = view.IsPerspective ? 1 / view.Focal : 0;
        Vector3D right = view.Right * -turn, up = view.Up * turn, from = middle * (1 / view.Focal);
        (_eyeX, _eyeY, _eyeZ) = (new(from.X, right.X, up.X), new(from.Y, right.Y, up.Y), new(from.Z, right.Z, up.Z));
    }

    internal Paint Paint { get; }

    internal View View => _view;

    /// <summary>Whether every sample that it colours hides what is behind.</summary>
    internal bool IsOpaque => Paint.IsOpaque;

    /// <summary>The paint's table, in memory that does not move.</summary>
    internal int* Table { get; set; }

    internal bool HasTable => _lastEntry > 0;

    internal void SetFog(Color color, double start, double end) => _fog = ((float)start, (float)(1 / (end - start)),
        Vector256.Create((float)color.Red * 255), Vector256.Create((float)color.Green * 255), Vector256.Create((float)color.Blue * 255));

    /// <summary>The colours at places in the table, as 0xAARRGGBB.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<int> Look(Vector256<float> places)
    {
        // Samples beside the face may have any value or none: they are looked up too.
        Vector256<float> inside = Lanes.Cut(places & Vector256.Equals(places, places), 0, _lastEntry);
        return Lanes.Gather(Table, Vector256.ConvertToInt32Native(inside));
    }

    /// <summary>Alpha 0 to 1 of colours 0xAARRGGBB.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> Alpha(Vector256<int> colors) => Lanes.Part(colors, 24) * _opacity;

    /// <summary>Lights a colour of parts 0 to 255.</summary>
    /// <param name="color">The colour, and what it becomes.</param>
    /// <param name="normal">Of any length; turned towards the viewer.</param>
    /// <param name="at">Column and row.</param>
    /// <param name="depth">For fog.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Light(ref Triple color, Triple normal, (Vector256<float> X, Vector256<float> Y) at, Vector256<float> depth)
    {
        if (_lights.Length > 0)
            Shine(ref color, normal, at);
        else
            color = color.Times(Vector256.Create(_ambient * _darkening));
        if (_fog is not null)
            Mist(ref color, depth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Shine(ref Triple color, Triple normal, (Vector256<float> X, Vector256<float> Y) at)
    {
        var eye = new Triple(_eyeX.At(at.X, at.Y), _eyeY.At(at.X, at.Y), _eyeZ.At(at.X, at.Y));
        eye = eye.Times(Lanes.InverseRoot(eye.Dot(eye)));
        normal = normal.Times(Lanes.InverseRoot(Vector256.MaxNative(normal.Dot(normal), Vector256.Create(1e-30f))));
        Vector256<float> facing = normal.Dot(eye), away = facing & Vector256.Create(-0f);
        normal = new(normal.X ^ away, normal.Y ^ away, normal.Z ^ away);
        Vector256<float> twice = (facing ^ away) * 2f;
        var mirrored = new Triple(
            Lanes.Fused(normal.X, twice, -eye.X), Lanes.Fused(normal.Y, twice, -eye.Y), Lanes.Fused(normal.Z, twice, -eye.Z));
        Vector256<float> ambient = Vector256.Create(_ambient);
        var (diffuse, specular) = (new Triple(ambient, ambient, ambient), default(Triple));
        ref LightTerm light = ref MemoryMarshal.GetArrayDataReference(_lights);
        for (int i = 0; i < _lights.Length; i++, light = ref Unsafe.Add(ref light, 1))
        {
            Vector256<float> falls = Vector256.MaxNative(light.Along(normal), Vector256<float>.Zero) * _diffuse;
            diffuse = light.Colored(falls, diffuse);
            if (_specular > 0)
            {
                Vector256<float> shines = Vector256.MaxNative(light.Along(mirrored), Vector256.Create(_faint));
                specular = light.Colored(Lanes.Power(shines, _shininess) * _specular, specular);
            }
        }

        color = new(
            Lanes.Fused(color.X, diffuse.X, specular.X), Lanes.Fused(color.Y, diffuse.Y, specular.Y),
            Lanes.Fused(color.Z, diffuse.Z, specular.Z));
        if (_darkening != 1)
            color = color.Times(Vector256.Create(_darkening));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Mist(ref Triple color, Vector256<float> depth)
    {
        var (start, perDepth, red, green, blue) = _fog!.Value;
        float near = (float)_view.Near, far = (float)_view.Far;
        Vector256<float> distance = _view.IsPerspective
            ? Vector256.Create(near * far) / (depth * (far - near) + Vector256.Create(near))
            : Vector256.Create(far) - depth * (far - near);
        Vector256<float> share = Lanes.Cut((distance - Vector256.Create(start)) * perDepth, 0, 1), max = Vector256.Create(255f);
        color = new(Toward(color.X, red), Toward(color.Y, green), Toward(color.Z, blue));

        Vector256<float> Toward(Vector256<float> part, Vector256<float> fog)
        {
            Vector256<float> cut = Vector256.MinNative(part, max);
            return cut + (fog - cut) * share;
        }
    }

    /// <summary>A number that runs straight over the picture.</summary>
    private readonly struct Affine(double at0, double perColumn, double perRow)
    {
        private readonly float _at0 = (float)at0, _perColumn = (float)perColumn, _perRow = (float)perRow;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vector256<float> At(Vector256<float> column, Vector256<float> row) =>
            Lanes.Fused(column, Vector256.Create(_perColumn), Lanes.Fused(row, Vector256.Create(_perRow), Vector256.Create(_at0)));
    }

    /// <summary>A light: towards it, and its colour times its intensity.</summary>
    private readonly struct LightTerm
    {
        private readonly float _x, _y, _z, _red, _green, _blue;

        internal LightTerm(Light light, View view)
        {
            Vector3D towards = light.Towards(view);
            (_x, _y, _z) = ((float)towards.X, (float)towards.Y, (float)towards.Z);
            (_red, _green, _blue) = ((float)(light.Color.Red * light.Intensity), (float)(light.Color.Green * light.Intensity),
                (float)(light.Color.Blue * light.Intensity));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vector256<float> Along(Triple direction) => Lanes.Fused(
            direction.X, Vector256.Create(_x), Lanes.Fused(direction.Y, Vector256.Create(_y), direction.Z * _z));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Triple Colored(Vector256<float> amount, Triple sum) => new(
            Lanes.Fused(amount, Vector256.Create(_red), sum.X), Lanes.Fused(amount, Vector256.Create(_green), sum.Y),
            Lanes.Fused(amount, Vector256.Create(_blue), sum.Z));
    }
}

/// <summary>Three numbers of eight samples: a direction or a colour.</summary>
internal readonly struct Triple(Vector256<float> x, Vector256<float> y, Vector256<float> z)
{
    internal readonly Vector256<float> X = x, Y = y, Z = z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Triple Times(Vector256<float> factor) => new(X * factor, Y * factor, Z * factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> Dot(Triple other) => Lanes.Fused(X, other.X, Lanes.Fused(Y, other.Y, Z * other.Z));
}
