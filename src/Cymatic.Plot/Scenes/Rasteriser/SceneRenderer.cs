using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>
/// Turns shapes into pixels: points are placed, faces are looked for and sorted into bands of rows, bands are drawn. Each step runs on all
/// cores; what a band shows does not depend on who draws it. Its memory is kept for the next picture.
/// </summary>
internal sealed unsafe class SceneRenderer
{
    private const int PointsOfJob = 8 * VertexBlock.Most, PiecesOfJob = 4096;
    private const long MostKept = 256L << 20;

    private static readonly Stack<SceneRenderer> Spare = [];

    private readonly WorkCrew _crew = new();
    private readonly NativeBuffer<float> _vertices = new(), _lit = new();
    private readonly NativeBuffer<int> _tables = new();
    private readonly List<Draw> _draws = [];
    private readonly List<(Draw Draw, int Start)> _jobs = [];
    private readonly List<Pieces> _opaque = [], _blended = [], _all = [];
    private readonly Stack<Pieces> _spare = [];
    private readonly Stack<Band> _bands = [];
    private readonly BlendOrder _order = new();
    private readonly Action<int> _transform, _find, _draw;
    private SceneSetting _setting = null!;
    private Frame _target = null!;

    private SceneRenderer() => (_transform, _find, _draw) = (Transform, Find, DrawBand);

    private int Bands => (_target.Height + Band.Height - 1) / Band.Height;

    private long Bytes => _vertices.Bytes + _lit.Bytes + _tables.Bytes + _order.Bytes
        + _spare.Sum(pieces => pieces.Bytes) + _bands.Sum(band => band.Bytes);

    internal static SceneRenderer Rent()
    {
        lock (Spare)
            return Spare.TryPop(out SceneRenderer? renderer) ? renderer : new();
    }

    internal static void Return(SceneRenderer renderer)
    {
        renderer.Forget();
        if (renderer.Bytes > MostKept)
            return;
        lock (Spare)
        {
            if (Spare.Count < Environment.ProcessorCount)
                Spare.Push(renderer);
        }
    }

    /// <summary>Fills a frame.</summary>
    /// <param name="setting">What is drawn.</param>
    /// <param name="target">Filled.</param>
    /// <param name="threads">Threads that work at most.</param>
    internal void Render(SceneSetting setting, Frame target, int threads)
    {
        (_setting, _target) = (setting, target);
        AddDraws();
        _crew.Run(_jobs.Count, threads, _transform);
        foreach (Draw draw in _draws)
            AddPieces(draw);
        _crew.Run(_all.Count, threads, _find);
        _order.Sort(_blended, Bands);
        _crew.Run(Bands, threads, _draw);
    }

    private void AddDraws()
    {
        long points = 0;
        int colors = 0;
        foreach (Shape shape in _setting.Shapes)
        {
            var draw = new Draw(shape, _setting.View, _setting.Space, _setting.LightingOf(shape), points);
            _draws.Add(draw);
            points += shape.Points;
            colors += 2 * shape.Paint.Table.Length;
            for (int start = 0; start < shape.Points; start += PointsOfJob)
                _jobs.Add((draw, start));
        }

        _vertices.Reserve(points * Draw.Stride);
        _lit.Reserve(points * SmallTriangleRaster.Stride);
        // Lines of a surface may have a colour of their own.
        _tables.Reserve(colors);
        int* table = _tables.Pointer;
        foreach (Draw draw in _draws)
        {
            draw.Vertices = _vertices.Pointer + draw.First * Draw.Stride;
            draw.Lit = draw.CanLight ? _lit.Pointer + draw.First * SmallTriangleRaster.Stride : null;
            table = Copy(draw.Lighting, table);
            if (_setting.LinesOf(draw) is { } lines)
            {
                draw.LineLighting = lines;
                table = Copy(lines, table);
            }
        }
    }

    private static int* Copy(Lighting lighting, int* table)
    {
        int[] colors = lighting.Paint.Table;
        colors.CopyTo(new Span<int>(table, colors.Length));
        lighting.Table = table;
        return table + colors.Length;
    }

    private void Transform(int job)
    {
        (Draw draw, int start) = _jobs[job];
        int end = Math.Min(start + PointsOfJob, draw.Shape.Points);
        for (; start < end; start += VertexBlock.Most)
            draw.Transform(start, Math.Min(VertexBlock.Most, end - start));
    }

    private void AddPieces(Draw draw)
    {
        Shape shape = draw.Shape;
        Representation representation = shape.Mesh?.Representation ?? Representation.Surface;
        bool grid = shape.Joints == Joints.Grid;
        if (representation != Representation.Wireframe)
        {
            (PieceKind kind, int count, int perJob) = shape.Joints switch
            {
                Joints.Grid => (PieceKind.GridFaces, shape.Rows - 1, Math.Max(1, PiecesOfJob / shape.Columns)),
                Joints.Triangles => (PieceKind.Triangles, shape.Corners.Length / 3, PiecesOfJob),
                Joints.Lines => (PieceKind.Lines, shape.Points / 2, PiecesOfJob),
                _ => (PieceKind.Balls, shape.Points, PiecesOfJob),
            };
            // Lines of a box lie behind what touches its sides.
            Add((draw, draw.Lighting), kind, (count, perJob), ((float)shape.LineWidth, -LineRaster.OnSurface(_setting.Space)));
        }

        if (draw.LineLighting is not { } lighting)
            return;
        float nearer = representation == Representation.Wireframe ? 0 : LineRaster.OnSurface(_setting.Space);
        Add(
            (draw, lighting), grid ? PieceKind.GridLines : PieceKind.TriangleLines,
            grid ? (shape.Rows, Math.Max(1, PiecesOfJob / shape.Columns)) : (shape.Corners.Length / 3, PiecesOfJob),
            ((float)shape.Mesh!.LineWidth, nearer));
    }

    private void Add((Draw Draw, Lighting Lighting) of, PieceKind kind, (int All, int PerJob) count, (float, float) line)
    {
        if (of.Lighting.Paint.Opacity <= 0)
            return;
        for (int start = 0; start < count.All; start += count.PerJob)
        {
            Pieces pieces = _spare.TryPop(out Pieces? spare) ? spare : new();
            pieces.Begin(of.Draw, of.Lighting, kind, (start, Math.Min(start + count.PerJob, count.All)), line);
            (of.Lighting.IsOpaque ? _opaque : _blended).Add(pieces);
            _all.Add(pieces);
        }
    }

    private void Find(int job)
    {
        Pieces pieces = _all[job];
        PieceFinder.Find(pieces);
        if (pieces.Lighting.IsOpaque)
            pieces.Sort(Bands);
    }

    private void DrawBand(int index)
    {
        Band? band;
        lock (_bands)
        {
            if (!_bands.TryPop(out band))
                band = new();
        }

        band.Begin(index * Band.Height, _target, _setting.Samples, _setting.Background);
        foreach (Pieces pieces in _opaque)
        {
            foreach (int code in pieces.In(index))
                PieceRaster.Draw<Opaque>(band, pieces, code);
        }

        foreach (var (owner, code) in _order.In(index))
            PieceRaster.Draw<Blended>(band, _blended[owner], code);
        band.End(_target);
        lock (_bands)
            _bands.Push(band);
    }

    private void Forget()
    {
        (_setting, _target) = (null!, null!);
        _draws.Clear();
        _jobs.Clear();
        foreach (Pieces pieces in _all)
            _spare.Push(pieces);
        _all.Clear();
        _opaque.Clear();
        _blended.Clear();
    }
}
