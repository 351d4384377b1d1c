using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Cuts sounds into units.</summary>
internal static class UnitCutter
{
    private const int WindowSeconds = 300, ContextSeconds = 10;
    private const double LeastSeconds = 0.04;

    /// <summary>The units of a corpus' source.</summary>
    /// <param name="samples">The sound.</param>
    /// <param name="duration">The source's length in seconds, which may be more than that of its sound.</param>
    /// <param name="options">What a unit is.</param>
    /// <param name="cancel">Ends the work.</param>
    public static UnitSound Source(Table<Half> samples, double duration, UnitOptions options, CancellationToken cancel) => options.IsGrid
        ? new(samples, UnitGrid.Of(options), UnitGrid.Of(options).WholeUnits(duration))
        : new(samples, Spans(samples, duration, options.Kind, cancel));

    /// <summary>The units of a target, without a gap from its start to its end.</summary>
    /// <param name="target">The sound.</param>
    /// <param name="options">What a unit is.</param>
    /// <param name="offset">Seconds from the start to where a unit of a grid begins, within half a unit.</param>
    /// <param name="cancel">Ends the work.</param>
    public static UnitSound Target(TargetSound target, UnitOptions options, double offset, CancellationToken cancel)
    {
        if (!options.IsGrid)
            return new(target.Samples, Spans(target.Samples, target.Duration, options.Kind, cancel));
        UnitGrid grid = UnitGrid.Of(options);
        double first = offset > 0 ? offset - grid.Rate.Seconds : offset;
        return new(target.Samples, grid, grid.CoveringUnits(target.Duration - first), first);
    }

    private static UnitSpan[] Spans(Table<Half> samples, double duration, UnitKind kind, CancellationToken cancel)
    {
        List<double> cuts = [0];
        for (long start = 0; start < samples.Rows; start += WindowSeconds * Analysis.SampleRate)
        {
            cancel.ThrowIfCancellationRequested();
            double from = (double)start / Analysis.SampleRate, to = from + WindowSeconds;
            cuts.AddRange(Events(samples, start, kind, cancel).Where(time => time >= from && time < to));
        }

        List<UnitSpan> spans = [];
        double last = 0;
        foreach (double cut in cuts.Skip(1).Append(duration))
        {
            // What is too short to be told from anything belongs to the unit before.
            if (cut - last < LeastSeconds && cut < duration)
                continue;
            spans.Add(new(last, Math.Max(cut - last, 1.0 / Analysis.SampleRate)));
            last = cut;
        }

        return [.. spans];
    }

    /// <summary>The times of onsets or beats in one stretch of a sound, which is heard with what lies around it.</summary>
    private static IEnumerable<double> Events(Table<Half> samples, long start, UnitKind kind, CancellationToken cancel)
    {
        long from = Math.Max(0, start - (ContextSeconds * Analysis.SampleRate));
        long to = Math.Min(samples.Rows, start + ((WindowSeconds + ContextSeconds) * Analysis.SampleRate));
        var part = new float[to - from];
        var whole = new UnitSound(samples, []); // not disposed: the samples are the caller's
        whole.Read(from, part);
        var sound = new Sound(part, Analysis.SampleRate);
        if (sound.Length < 4 * 2048)
            return [];
        OnsetEnvelope envelope = OnsetEnvelope.Of(sound, cancel: cancel);
        IEnumerable<double> times = kind == UnitKind.Beats
            ? BeatTracker.Track(envelope, cancel: cancel).Times
            : OnsetPicker.Frames(envelope, backtrack: true).Select(frame => envelope.Grid.TimeOf(frame));
        double offset = (double)from / Analysis.SampleRate;
        return times.Select(time => time + offset);
    }
}
