using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>A run as editing programs see it: whole frames of the movie's rate, ends not included.</summary>
/// <param name="Run">The run.</param>
/// <param name="First">Its first frame in the movie.</param>
/// <param name="End">The first frame after it.</param>
/// <param name="SourceFirst">The frame of the source that is seen first, counted at the movie's rate.</param>
internal readonly record struct TimelineClip(PlanRun Run, long First, long End, long SourceFirst)
{
    /// <summary>Number of frames.</summary>
    public long Length => End - First;

    /// <summary>
    /// Tracks of clips that do not overlap, the first with what begins first and is strongest. A run that is over before the middle of any
    /// frame is not seen, and has no clip.
    /// </summary>
    /// <remarks>
    /// Ends are rounded from the plan's times, each for itself: nothing adds up. A clip ends where its source does; what is left of the run
    /// is a gap.
    /// </remarks>
    public static IReadOnlyList<IReadOnlyList<TimelineClip>> Tracks(MosaicDocument document)
    {
        FrameRate rate = document.Rate;
        List<List<TimelineClip>> tracks = [];
        foreach (PlanRun run in document.Runs)
        {
            long first = Frame(run.TargetTime, rate), end = Frame(run.TargetEnd, rate);
            if (end <= first)
                continue;
            double middle = run.SourceTime + (rate.TimeOf(first) + rate.TimeOf(first + 1)) / 2 - run.TargetTime;
            long frames = FramesOf(document.Plan.Sources[run.Source], rate), from = Math.Clamp(rate.FrameAt(middle), 0, frames - 1);
            var clip = new TimelineClip(run, first, Math.Min(end, first + frames - from), from);
            List<TimelineClip>? track = tracks.Find(track => track[^1].End <= first);
            if (track is null)
                tracks.Add([clip]);
            else
                track.Add(clip);
        }

        return tracks;
    }

    /// <summary>Frames of a source at the movie's rate; one at least.</summary>
    public static long FramesOf(PlanSource source, FrameRate rate) => Math.Max(1, rate.FramesIn(source.Duration));

    // The first frame whose middle is not before a time, as in the movie.
    private static long Frame(double seconds, FrameRate rate) => (long)Math.Ceiling(seconds * rate.Num / rate.Den - 0.5 - 1e-6);
}
