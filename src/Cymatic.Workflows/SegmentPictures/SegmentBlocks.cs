using Cymatic.Imaging;
using Cymatic.Plot;
using Cymatic.Signal;
using Scale = Cymatic.Plot.Scale;

namespace Cymatic.Workflows;

/// <summary>The segments of a song in solid colours: as plots of their own, and as bands and lights in other plots.</summary>
internal sealed class SegmentBlocks
{
    /// <summary>The shortest segment that has room for its name, as a share of the song.</summary>
    public const double LeastNamed = 0.014;

    private const int MostBands = 800;

    private readonly SegmentDocument _document;
    private readonly SongStructure _structure;
    private readonly bool _isDark;
    private readonly Color[] _colors;
    private readonly double _duration;

    public SegmentBlocks(SegmentDocument document, bool isDark)
    {
        (_document, _structure, _isDark) = (document, document.Structure, isDark);
        _duration = _structure.Features.Duration;
        _colors = SegmentColors.Of(document, isDark);
    }

    /// <summary>The segments in solid colours, a column for each level.</summary>
    public Axes Columns(bool isFirst)
    {
        int levels = _document.Levels.Count;
        (double, string)[] names = [.. _document.Levels.Select((level, i) => ((double)i, Invariant($"{level.Clusters}")))];
        string? label = levels > 1 ? "kinds" : null;
        Axis kinds = new() { Ticks = Ticks.Labelled(names), Limits = (-0.5, levels - 0.5), Grid = false, Label = label };
        string title = levels > 1 ? "Estimated segments" : Invariant($"Segments of {_document.Best.Clusters} kinds");
        return new([.. _document.Levels.Select((level, i) => Blocks(level, i, lies: false)), .. Letters()])
        {
            Title = title,
            X = levels > 1 ? kinds : kinds with { Ticks = Ticks.None },
            Y = _document.TimeAxis(isFirst),
            Spines = Sides.All,
        };
    }

    /// <summary>The segments in solid colours over time: a row for each level with the names of the best one's kinds, or for each kind of
    /// fragments.</summary>
    /// <param name="isLast">Whether times are written below.</param>
    /// <param name="opacity">Of the segments.</param>
    /// <param name="over">Marks over them.</param>
    public Axes Rows(bool isLast, double opacity = 1, params Mark[] over)
    {
        if (_structure.FragmentBeats is not null)
            return KindRows(isLast, opacity, over);
        int levels = _document.Levels.Count;
        (double, string)[] names = [.. _document.Levels.Select((level, i) => ((double)i, Invariant($"{level.Clusters}")))];
        IEnumerable<Mark> blocks = _document.Levels.Select((level, i) => Blocks(level, i, lies: true) with { Opacity = opacity });
        return new([.. blocks, .. Names(isDim: opacity < 0.6), .. over])
        {
            X = _document.TimeAxis(isLast),
            Y = new()
            {
                Ticks = levels > 1 ? Ticks.Labelled(names) : Ticks.None,
                Limits = (-0.5, levels - 0.5),
                Inverted = true,
                Grid = false,
                Label = levels > 1 ? "kinds" : null,
            },
            Spines = Sides.None,
        };
    }

    /// <summary>A row for each kind of fragments, and a block wherever one sounds.</summary>
    public Axes KindRows(bool isLast, double opacity = 1, params Mark[] over)
    {
        StructureLevel best = _document.Best;
        EventBlock[] blocks = [.. best.Segments.Select(segment => new EventBlock(segment.Start, segment.End, segment.Label))];
        int step = Math.Max(1, best.Clusters / 24);
        (double, string)[] names = [.. Enumerable.Range(0, best.Clusters).Where(kind => kind % step == 0)
            .Select(kind => ((double)kind, _document.NameOf(kind)))];
        return new([new EventBlocks(blocks, best.Clusters) { Colors = _colors, Thickness = 1, Opacity = opacity }, .. over])
        {
            X = _document.TimeAxis(isLast) with { Grid = true },
            Y = new() { Ticks = Ticks.Labelled(names), Limits = (-0.5, best.Clusters - 0.5), Inverted = true, Grid = false },
        };
    }

    /// <summary>The segments that sound at a time, in full colour.</summary>
    public Mark Sounding(double time)
    {
        if (_structure.FragmentBeats is not null)
        {
            SongSegment one = At(_document.Best, time);
            return new EventBlocks([new(one.Start, one.End, one.Label)], _document.Best.Clusters) { Colors = _colors, Thickness = 1 };
        }

        SongSegment[] here = [.. _document.Levels.Select(level => At(level, time))];
        return new Bars(Numbers.Steps(here.Length), Numbers.From([.. here.Select(segment => segment.End)]))
        {
            Bases = Numbers.From([.. here.Select(segment => segment.Start)]),
            Colors = [.. here.Select(segment => _colors[segment.Label])],
            Width = _document.Levels.Count == 1 ? 1 : 0.86,
            Horizontal = true,
        };
    }

    /// <summary>The segment of a level in which a time lies.</summary>
    public static SongSegment At(StructureLevel level, double time)
    {
        int low = 0, high = level.Segments.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = level.Segments[middle].Start <= time ? (middle, high) : (low, middle - 1);
        }

        return level.Segments[low];
    }

    /// <summary>Each segment of the best level as a pale band.</summary>
    /// <remarks>Of more segments than a picture has columns, one for each column: pale bands on top of each other are not pale.</remarks>
    public Mark[] Bands(double opacity)
    {
        StructureLevel best = _document.Best;
        IEnumerable<SongSegment> shown = best.Segments.Count <= MostBands ? best.Segments
            : Enumerable.Range(0, MostBands).Select(i => At(best, (i + 0.5) * _duration / MostBands) with
            {
                Start = i * _duration / MostBands,
                End = (i + 1) * _duration / MostBands,
            });
        return [.. shown.Select(segment => new Span(segment.Start, segment.End) { Color = _colors[segment.Label], Opacity = opacity })];
    }

    private Bars Blocks(StructureLevel level, int place, bool lies)
    {
        double[] at = new double[level.Segments.Count];
        Array.Fill(at, place);
        return new(at, Numbers.From([.. level.Segments.Select(segment => segment.End)]))
        {
            Bases = Numbers.From([.. level.Segments.Select(segment => segment.Start)]),
            Colors = [.. level.Segments.Select(segment => _colors[segment.Label])],
            Width = _document.Levels.Count == 1 ? 1 : 0.86,
            Horizontal = lies,
        };
    }

    private IEnumerable<Mark> Names(bool isDim)
    {
        int row = _document.Levels.ToList().IndexOf(_document.Best);
        return _document.Best.Segments.Where(segment => segment.End - segment.Start >= LeastNamed * _duration)
            .Select(segment => Name(segment, 0.5 * (segment.Start + segment.End), row, isDim));
    }

    private IEnumerable<Mark> Letters()
    {
        int column = _document.Levels.ToList().IndexOf(_document.Best);
        return _document.Best.Segments.Where(segment => segment.End - segment.Start >= 0.05 * _duration && _document.Levels.Count < 6)
            .Select(segment => Name(segment, column, 0.5 * (segment.Start + segment.End)));
    }

    private Annotation Name(SongSegment segment, double x, double y, bool isDim = false) =>
        new(_document.NameOf(segment.Label), x, y) { Color = isDim == _isDark ? Color.White : Color.FromHex("#0b0d11") };
}

/// <summary>The axis of time that all plots of a song's structure share.</summary>
internal static class SegmentTime
{
    /// <summary>Time from the start to the end of the song.</summary>
    public static Axis TimeAxis(this SegmentDocument document, bool labelled = true) =>
        new() { Scale = Scale.Time, Limits = (0, document.Structure.Features.Duration), Labelled = labelled, Grid = false };
}
