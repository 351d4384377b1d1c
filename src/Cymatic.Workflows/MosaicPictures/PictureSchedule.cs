using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>What is seen in each frame of a mosaic's movie.</summary>
/// <remarks>
/// A frame shows what sounds in its middle, each time reckoned from the plan: pieces that begin anywhere are seen at most half a frame
/// too early or too late, and nothing adds up.
/// </remarks>
internal sealed class PictureSchedule
{
    private const int MostTiles = 9;

    private readonly MosaicPlan _plan;
    private readonly IReadOnlyList<PlanRun> _runs;
    private readonly PictureTransition _transition;
    private readonly double _dissolve, _end;

    public PictureSchedule(MosaicPlan plan, IReadOnlyList<PlanRun> runs, FrameRate rate, MosaicPictureOptions options)
    {
        (_plan, _runs, Rate) = (plan, runs, rate);
        (_transition, _dissolve) = (options.Transition, options.DissolveSeconds);
        _end = runs.Count == 0 ? 0 : runs.Max(run => run.TargetEnd);
        Count = (int)Math.Clamp(rate.FramesIn(plan.Duration), 1, int.MaxValue);
    }

    /// <summary>Frames a second.</summary>
    public FrameRate Rate { get; }

    /// <summary>Number of frames.</summary>
    public int Count { get; }

    /// <summary>
    /// The frames in order: what is seen in each, the strongest first, or tiles in their places; nothing where no unit sounds.
    /// </summary>
    public IEnumerable<ShownFrameParts> Frames()
    {
        List<int> sounding = [], tiles = [];
        int next = 0;
        for (int n = 0; n < Count; n++)
        {
            // A rounded time that lies in the very middle counts as before it.
            double t = (Rate.TimeOf(n) + Rate.TimeOf(n + 1)) / 2 + 1e-6 * Rate.TimeOf(1);
            if (n == Count - 1 && t < _end + Rate.TimeOf(1))
                t = Math.Min(t, _end - Rate.TimeOf(1) / 2); // a frame that is just begun is not black
            while (next < _runs.Count && _runs[next].TargetTime <= t)
                sounding.Add(next++);
            sounding.RemoveAll(run => _runs[run].TargetEnd <= t);
            yield return At(t, sounding, tiles, next);
        }
    }

    private ShownFrameParts At(double t, List<int> sounding, List<int> tiles, int next)
    {
        if (sounding.Count == 0)
            return new ShownFrameParts([], 0);
        int most = _transition == PictureTransition.Tiles ? MostTiles : 1;
        int[] strongest = [.. sounding.OrderBy(run => Place(_runs[run], t)).Take(most)];
        if (_transition == PictureTransition.Tiles)
            strongest = Arrange(tiles, strongest);
        if (_transition != PictureTransition.Dissolve)
            return new ShownFrameParts([.. strongest.Select(run => Moment(run, t))], 0);
        int shown = strongest[0];
        if (Neighbour(shown, next, t) is not var (other, amount))
            return new ShownFrameParts([Moment(shown, t)], 0);
        return new ShownFrameParts([Moment(shown, t), Moment(other, t)], amount);
    }

    // A run stays in its place as long as it is shown; what begins takes the place of what ended, and the last fill what is left.
    private static int[] Arrange(List<int> tiles, int[] shown)
    {
        var coming = new Queue<int>(shown.Except(tiles));
        for (int place = 0; place < tiles.Count; place++)
        {
            if (!shown.Contains(tiles[place]))
                tiles[place] = coming.Count > 0 ? coming.Dequeue() : -1;
        }

        tiles.AddRange(coming);
        for (int place = 0; place < tiles.Count; place++)
        {
            while (tiles.Count > 0 && tiles[^1] < 0)
                tiles.RemoveAt(tiles.Count - 1);
            if (place >= tiles.Count || tiles[place] >= 0)
                continue;
            tiles[place] = tiles[^1];
            tiles.RemoveAt(tiles.Count - 1);
        }

        return [.. tiles];
    }

    // The run that is seen through, and how much of it: half at the cut.
    private (int Run, double Amount)? Neighbour(int shown, int next, double t)
    {
        PlanRun run = _runs[shown];
        int before = shown - 1;
        if (before >= 0 && Meets(_runs[before], run) is var half && t - run.TargetTime < half)
            return (before, 0.5 - (t - run.TargetTime) / (2 * half));
        if (next < _runs.Count && Meets(run, _runs[next]) is var later && run.TargetEnd - t < later)
            return (next, 0.5 - (run.TargetEnd - t) / (2 * later));
        return null;
    }

    private double Meets(PlanRun going, PlanRun coming) =>
        Math.Abs(going.TargetEnd - coming.TargetTime) > 1e-3 ? 0 : Math.Min(_dissolve, Math.Min(going.Duration, coming.Duration)) / 2;

    // The place in the plan of the unit that sounds: of those that begin together the strongest comes first.
    private int Place(PlanRun run, double t)
    {
        // Units of a run lie side by side: the last that has begun.
        int low = 0, high = run.Units.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _plan.Units[run.Units[middle]].TargetTime <= t ? (middle, high) : (low, middle - 1);
        }

        return run.Units[low];
    }

    private ShownMoment Moment(int run, double t)
    {
        PlanRun piece = _runs[run];
        return new ShownMoment(piece.Source, Math.Max(0, piece.SourceTime + (t - piece.TargetTime)));
    }
}

/// <summary>What is seen in a frame.</summary>
/// <param name="Moments">The strongest first; of tiles, each in its place.</param>
/// <param name="Amount">How much of the second moment is seen through the first, 0 to 1; for dissolves.</param>
internal readonly record struct ShownFrameParts(ShownMoment[] Moments, double Amount);
