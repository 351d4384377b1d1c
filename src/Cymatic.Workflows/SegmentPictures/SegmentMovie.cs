using Cymatic.Imaging;
using Cymatic.Plot;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>A song's structure as a movie: a playhead runs over its levels and segments, the one that sounds is in full colour.</summary>
/// <remarks><see cref="Render"/> is thread-safe and depends on the time alone.</remarks>
public sealed class SegmentMovie : IDisposable
{
    private const double RestingOpacity = 0.34, BandOpacity = 0.3;

    private readonly FigureAnimation _animation;
    private readonly SegmentDocument _document;
    private readonly double _duration;

    /// <param name="document">What to show.</param>
    /// <param name="isDark">Light letters on dark ground.</param>
    /// <exception cref="DrawingUnavailableException">Cairo, Pango or every font is missing.</exception>
    public SegmentMovie(SegmentDocument document, bool isDark = true)
    {
        ArgumentNullException.ThrowIfNull(document);
        (_document, _duration) = (document, document.Structure.Features.Duration);
        var panels = new SegmentPanels(document, isDark);
        Theme theme = (isDark ? Theme.Dark : Theme.Light) with { FontSize = 15 };
        bool isFragments = document.Structure.FragmentBeats is not null;
        double rows = isFragments ? 330 : 60 * Math.Min(4, document.Levels.Count);
        _animation = new Figure(
            panels.ConstantQ(null, isLast: false, [.. panels.Segments.Bands(BandOpacity), new Moving(Head), new Moving(Clock)]) with
            {
                ColorBar = null,
            },
            panels.Segments.Rows(isLast: true, RestingOpacity, new Moving(panels.Segments.Sounding), new Moving(Name), new Moving(Head)))
        {
            Title = $"{document.Title}   {SegmentFigures.Facts(document)}",
            Theme = theme,
            Width = 1280,
            Height = 720,
            Layout = new Layout { Heights = [Math.Max(200, 600 - rows), rows], Padding = 22, Gap = 14 },
        }.Animate();
    }

    /// <summary>Width in pixels.</summary>
    public int Width => _animation.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => _animation.Height;

    /// <summary>Draws the picture at a time of the song.</summary>
    /// <param name="t">Seconds from the song's start; times outside the song show its start or end.</param>
    /// <param name="target">A frame of <see cref="Width"/> × <see cref="Height"/>; all of it is filled, opaque.</param>
    /// <exception cref="ArgumentException">A frame of another size.</exception>
    public void Render(double t, Frame target) => _animation.Render(double.IsFinite(t) ? Math.Clamp(t, 0, _duration) : 0, target);

    private static Rule Head(double t) => new(t) { Color = Color.White, Width = 2 };

    private Annotation Clock(double t)
    {
        double top = _document.Structure.Features.Overview.FrequenciesHz[^1];
        return new($"{GridMovieLabels.Clock(t)}   {NameAt(t)}", _duration, top) { Size = 22, Transparent = false };
    }

    // A segment too short for its name shows none while it sounds either; the clock has it.
    private Annotation Name(double t)
    {
        SongSegment here = SegmentBlocks.At(_document.Best, t);
        int row = _document.Structure.FragmentBeats is null ? _document.Levels.ToList().IndexOf(_document.Best) : here.Label;
        string name = here.End - here.Start >= SegmentBlocks.LeastNamed * _duration ? NameAt(t) : "";
        return new(name, 0.5 * (here.Start + here.End), row) { Color = Color.FromHex("#0b0d11") };
    }

    private string NameAt(double t) => _document.NameOf(SegmentBlocks.At(_document.Best, t).Label);

    /// <summary>Gives the memory of the background back.</summary>
    public void Dispose() => _animation.Dispose();
}
