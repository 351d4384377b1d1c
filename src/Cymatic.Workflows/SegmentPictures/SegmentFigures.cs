using Cymatic.Plot;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>Figures of a song's structure: those of librosa's walk through Laplacian segmentation, and one page with all.</summary>
public static class SegmentFigures
{
    private const string Quarters = "From quarter beat to quarter beat";
    private const double Dpi = 144, BandOpacity = 0.42;

    /// <summary>Lays a figure out; write it with <see cref="FigureFile.Write(Figure, string)"/>.</summary>
    /// <param name="document">What to draw.</param>
    /// <param name="figure">Which figure; fragments have no components.</param>
    /// <param name="isDark">Light letters on dark ground.</param>
    public static Figure Draw(SegmentDocument document, SegmentFigure figure, bool isDark = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        var panels = new SegmentPanels(document, isDark);
        bool isFragments = document.Structure.FragmentBeats is not null;
        return figure switch
        {
            SegmentFigure.ConstantQ => ConstantQ(panels, isFragments),
            SegmentFigure.Matrices => Matrices(document.Structure, panels),
            SegmentFigure.Components => Components(document.Structure, panels),
            SegmentFigure.Segments => isFragments ? Fragments(document, panels) : Segments(document.Structure, panels),
            SegmentFigure.OverConstantQ => OverConstantQ(document, panels),
            _ => isFragments ? AllOfFragments(document, panels) : All(document, panels),
        } with
        {
            Title = $"{document.Title}   {Facts(document)}",
            Theme = isDark ? Theme.Dark : Theme.Light,
            Dpi = Dpi,
        };
    }

    /// <summary>"2:13 min · 117.5 BPM · 5 kinds of segments".</summary>
    internal static string Facts(SegmentDocument document)
    {
        BeatFeatures features = document.Structure.Features;
        long seconds = (long)Math.Round(features.Duration);
        string length = features.Duration < 60 ? Invariant($"{features.Duration:0.#} s")
            : seconds < 3600 ? Invariant($"{seconds / 60}:{seconds % 60:00} min")
            : Invariant($"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00} h");
        string kinds = string.Join(", ", document.Levels.Count > 4
            ? [Invariant($"{document.Levels[0].Clusters} to {document.Levels[^1].Clusters}")]
            : document.Levels.Select(level => Invariant($"{level.Clusters}")));
        string unit = document.Structure.FragmentBeats switch { 1 => "beats", 2 => "pairs of beats", _ => "segments" };
        return Invariant($"{length}  ·  {features.Bpm:0.#} BPM  ·  {kinds} kinds of {unit}");
    }

    private static Figure ConstantQ(SegmentPanels panels, bool isFragments) =>
        new(panels.ConstantQ("Constant-Q levels", isLast: false), panels.BeatLevels(isFragments ? Quarters : "From beat to beat"))
        {
            Width = 1000,
            Height = 720,
            Layout = Layout.Grid(2, 1),
        };

    private static Figure Matrices(SongStructure structure, SegmentPanels panels)
    {
        Axes recurrence = panels.OfMatrix(structure.Recurrence, "Recurrence similarity", isFirst: true);
        return structure.FragmentBeats is not null
            ? new(recurrence) { Width = 560, Height = 600 }
            : new(recurrence, panels.OfMatrix(structure.Path, "Path similarity", isFirst: false),
                panels.OfMatrix(structure.Combined, "Combined graph", isFirst: false))
            {
                Width = 1160,
                Height = 460,
                Layout = Layout.Grid(1, 3),
            };
    }

    private static Figure Components(SongStructure structure, SegmentPanels panels) =>
        new(panels.Components(isFirst: true), panels.OfMatrix(structure.Recurrence, "Recurrence similarity", isFirst: false))
        {
            Width = 940,
            Height = 520,
            Layout = Layout.Grid(1, 2),
        };

    private static Figure Segments(SongStructure structure, SegmentPanels panels) => new(
        panels.Components(isFirst: true),
        panels.OfMatrix(structure.Recurrence, "Recurrence similarity", isFirst: false),
        panels.Segments.Columns(isFirst: false))
    {
        Width = 1160,
        Height = 470,
        Layout = Layout.Grid(1, 3),
    };

    private static Figure OverConstantQ(SegmentDocument document, SegmentPanels panels)
    {
        double rows = StripHeight(document);
        return new(panels.Segments.Rows(isLast: false), panels.ConstantQ(null, isLast: true, panels.Segments.Bands(BandOpacity)))
        {
            Width = 1100,
            Height = (int)(460 + rows),
            Layout = new Layout { Heights = [rows, 400], Gap = 8 },
        };
    }

    private static Figure Fragments(SegmentDocument document, SegmentPanels panels) => new(panels.Segments.KindRows(isLast: true))
    {
        Width = 1100,
        Height = (int)(90 + StripHeight(document)),
    };

    private static Figure AllOfFragments(SegmentDocument document, SegmentPanels panels)
    {
        double rows = StripHeight(document);
        return new(
            panels.Segments.KindRows(isLast: false) with { Cell = new(0, 0, 1, 2) },
            panels.ConstantQ("Over constant-Q levels", isLast: true, panels.Segments.Bands(BandOpacity)) with { Cell = new(1, 0, 1, 2) },
            panels.BeatLevels(Quarters) with { Cell = new(2, 0) },
            panels.OfMatrix(document.Structure.Recurrence, "Recurrence similarity", isFirst: true) with { Cell = new(2, 1) })
        {
            Width = 1240,
            Height = (int)(900 + rows),
            Layout = new Layout { Heights = [rows, 300, 420], Widths = [1.55, 1] },
        };
    }

    private static Figure All(SegmentDocument document, SegmentPanels panels)
    {
        double rows = StripHeight(document);
        SongStructure structure = document.Structure;
        return new(
            panels.Segments.Rows(isLast: false) with { Cell = new(0, 0, 1, 5) },
            panels.ConstantQ(null, isLast: false, panels.Segments.Bands(BandOpacity)) with { Cell = new(1, 0, 1, 5) },
            panels.ConstantQ(null, isLast: true) with { Cell = new(2, 0, 1, 5) },
            panels.OfMatrix(structure.Recurrence, "Recurrence similarity", isFirst: true) with { Cell = new(3, 0) },
            panels.OfMatrix(structure.Path, "Path similarity", isFirst: false) with { Cell = new(3, 1) },
            panels.OfMatrix(structure.Combined, "Combined graph", isFirst: false) with { Cell = new(3, 2) },
            panels.Components(isFirst: false) with { Cell = new(3, 3) },
            panels.Segments.Columns(isFirst: false) with { Cell = new(3, 4) })
        {
            Width = 1500,
            Height = (int)(930 + rows),
            Layout = new Layout { Heights = [rows, 250, 250, 270], Widths = [1, 1, 1, 0.8, 0.8], Gap = 12 },
        };
    }

    private static double StripHeight(SegmentDocument document) => document.Structure.FragmentBeats is not null
        ? Math.Clamp(14 * document.Best.Clusters, 120, 620) : document.Levels.Count == 1 ? 34 : Math.Min(26 * document.Levels.Count, 320);
}
