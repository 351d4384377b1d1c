using Cymatic.Imaging;
using Cymatic.Plot;
using Cymatic.Signal;
using Scale = Cymatic.Plot.Scale;

namespace Cymatic.Workflows;

/// <summary>The plots that figures of a song's structure are made of: levels and matrices here, segments in <see cref="SegmentBlocks"/>.
/// </summary>
/// <remarks>Time runs to the right, in matrices upwards too.</remarks>
internal sealed class SegmentPanels
{
    // Matrices of more rows are shown by the largest numbers of blocks.
    private const int MostRows = 1200;
    private const float RangeDb = 80;

    private readonly SegmentDocument _document;
    private readonly SongStructure _structure;
    private readonly bool _isDark;
    private readonly Lazy<Plot.HeatMap> _levels;

    public SegmentPanels(SegmentDocument document, bool isDark)
    {
        (_document, _structure, _isDark) = (document, document.Structure, isDark);
        Segments = new(document, isDark);
        _levels = new(() => Levels(_structure.Features.Overview));
    }

    /// <summary>The plots of the segments.</summary>
    public SegmentBlocks Segments { get; }

    /// <summary>The constant-Q levels of every frame, with marks over them.</summary>
    public Axes ConstantQ(string? title, bool isLast, params Mark[] over) => new([_levels.Value, .. over])
    {
        Title = title,
        X = _document.TimeAxis(isLast),
        Y = Notes,
        ColorBar = new("dB"),
    };

    /// <summary>The median levels of every beat.</summary>
    public Axes BeatLevels(string title)
    {
        BeatFeatures features = _structure.Features;
        int rows = features.Levels.Rows, bands = features.Levels.Columns;
        var values = new float[rows * bands];
        for (int row = 0; row < rows; row++)
        {
            for (int band = 0; band < bands; band++)
                values[(band * rows) + row] = features.Levels[row, band];
        }

        Plot.HeatMap map = new(new Matrix(values, rows))
        {
            X = Numbers.From(Centres(features.Times, rows, features.Slices)),
            Y = Numbers.From(features.Overview.FrequenciesHz),
            Map = ColorMap.Magma,
            Normalisation = Normalisation.Linear with { Low = -RangeDb, High = 0 },
        };
        return new(map) { Title = title, X = _document.TimeAxis(), Y = Notes, ColorBar = new("dB") };
    }

    /// <summary>A matrix of moments by moments; by roots, so that faint links are seen beside strong ones.</summary>
    public Axes OfMatrix(SparseMatrix matrix, string title, bool isFirst)
    {
        DenseMatrix pooled = matrix.Pooled(MostRows);
        Numbers centres = Numbers.From(Centres(_structure.Times, pooled.Rows, 0));
        double most = Math.Max(1e-6, pooled.Values.DefaultIfEmpty(1).Max());
        Plot.HeatMap map = new(new Matrix(pooled.Values, pooled.Columns))
        {
            X = centres,
            Y = centres,
            Map = _isDark ? ColorMap.Inferno : Ink,
            Normalisation = Normalisation.Power(0.5) with { Low = 0, High = most },
        };
        return new(map) { Title = title, X = _document.TimeAxis(), Y = _document.TimeAxis(isFirst), Spines = Sides.All };
    }

    /// <summary>The eigenvectors that the best level was clustered by, one beside the other.</summary>
    public Axes Components(bool isFirst)
    {
        DenseMatrix components = _structure.ComponentsOf(_document.Best.Clusters);
        int rows = Math.Min(MostRows, components.Rows);
        var values = new float[rows * components.Columns];
        for (int row = 0; row < rows; row++)
            components[(int)((long)row * components.Rows / rows)].CopyTo(values.AsSpan(row * components.Columns));
        Plot.HeatMap map = new(new Matrix(values, components.Columns))
        {
            X = Numbers.Steps(components.Columns, 1),
            Y = Numbers.From(Centres(_structure.Times, rows, 0)),
            Map = ColorMap.Coolwarm,
            Normalisation = Normalisation.Linear with { Low = -1, High = 1 },
        };
        Axis number = new() { Ticks = Ticks.At([.. Enumerable.Range(1, components.Columns).Select(i => (double)i)]), Grid = false };
        return new(map) { Title = "Structure components", X = number, Y = _document.TimeAxis(isFirst), Spines = Sides.All };
    }

    private static Plot.HeatMap Levels(Spectrogram overview)
    {
        float loudest = Math.Max(1e-5f, overview.Values.Max());
        return overview.ToHeatMap(RangeDb, x => 20 * MathF.Log10(MathF.Max(x / loudest, 1e-5f)));
    }

    private static ColorMap Ink => ColorMap.Between(
        Color.White, Color.FromHex("#f6c9a5"), Color.FromHex("#d9537a"), Color.FromHex("#5b1a78"), Color.FromHex("#14052b"));

    private Axis Notes => new()
    {
        Scale = Scale.Notes,
        Limits = (_structure.Features.Overview.FrequenciesHz[0], _structure.Features.Overview.FrequenciesHz[^1]),
        Grid = false,
    };

    /// <summary>The middles of stretches of time, as many as there are rows.</summary>
    /// <param name="edges">Rising times.</param>
    /// <param name="rows">Fewer than stretches: of so many groups of them; more: equal parts of each.</param>
    /// <param name="slices">Parts of each stretch; 0 where there are groups.</param>
    private static double[] Centres(double[] edges, int rows, int slices)
    {
        int stretches = edges.Length - 1;
        double At(double place)
        {
            int whole = Math.Min(stretches - 1, (int)place);
            return edges[whole] + ((place - whole) * (edges[whole + 1] - edges[whole]));
        }

        double scale = slices > 1 ? 1.0 / slices : (double)stretches / rows;
        return [.. Enumerable.Range(0, rows).Select(row => At((row + 0.5) * scale))];
    }
}
