namespace Cymatic.Mosaic;

/// <summary>Brings the runs of a plan to samples, and lays their joins.</summary>
internal static class SoundRuns
{
    /// <summary>Runs that are heard one after the other: each is joined to the one before.</summary>
    public static SoundRun[] Joined(MosaicPlan plan, IReadOnlyList<PlanRun> runs, ISourceSamples samples, JoinOptions options)
    {
        int rate = samples.SampleRate, half = (int)Math.Round(options.Seconds * rate / 2);
        int reach = (int)Math.Round(options.AlignSeconds * rate);
        SoundRun[] made = [.. runs.Select(run => Of(plan, run, rate, isRound: false))];
        // Rounded ends meet.
        for (int i = 1; i < made.Length; i++)
        {
            if (Math.Abs(runs[i].TargetTime - runs[i - 1].TargetEnd) < 2e-4)
                made[i - 1] = made[i - 1] with { End = made[i].Start };
        }

        long length = (long)Math.Round(plan.Duration * rate);
        for (int i = 0; i < made.Length; i++)
            Join(i == 0 ? null : i - 1, i);
        if (made.Length > 0 && made[^1].End < length - 1)
            made[^1] = made[^1] with { Out = new RunJoin(Half(made[^1], made[^1]), 0, 0) };
        return made;

        int Half(SoundRun a, SoundRun b) => (int)Math.Min(half, Math.Min(a.End - a.Start, b.End - b.Start) / 2);

        void Join(int? before, int at)
        {
            SoundRun run = made[at];
            if (before is { } last && made[last].End == run.Start)
            {
                RunJoin join = Meet(made[last], run, (Half(made[last], run), reach), samples);
                (made[last], made[at]) = (made[last] with { Out = join }, run with { In = join });
                return;
            }

            if (before is { } far)
                made[far] = made[far] with { Out = new RunJoin(Half(made[far], made[far]), 0, 0) };
            if (run.Start > 0)
                made[at] = run with { In = new RunJoin(Half(run, run), 0, 0) };
        }
    }

    /// <summary>
    /// Runs that are heard together: each comes and goes over a unit's length, as windows of two units do that overlap by half.
    /// </summary>
    public static SoundRun[] Mixed(MosaicPlan plan, IReadOnlyList<PlanRun> runs, int rate) =>
        [.. runs.Select(run => Of(plan, run, rate, isRound: true))];

    /// <summary>The mean of channels side by side.</summary>
    public static void Mono(ReadOnlySpan<float> interleaved, int channels, Span<float> mono)
    {
        for (int n = 0; n < mono.Length; n++)
        {
            float sum = 0;
            for (int c = 0; c < channels; c++)
                sum += interleaved[n * channels + c];
            mono[n] = sum;
        }
    }

    private static RunJoin Meet(SoundRun going, SoundRun coming, (int Half, int Reach) size, ISourceSamples samples)
    {
        var (half, reach) = size;
        if (half == 0)
            return default;
        long first = coming.Start - half;
        float[] earlier = Read(samples, going.Source, going.SourceAt(first), 2 * half);
        float[] later = Read(samples, coming.Source, coming.SourceAt(first) - reach, 2 * (half + reach));
        var (shift, correlation) = RunJoin.Align(earlier, later, reach);
        return new RunJoin(half, shift, correlation);
    }

    private static float[] Read(ISourceSamples samples, int source, long first, int count)
    {
        var interleaved = new float[count * samples.Channels];
        samples.Read(source, first, interleaved);
        if (samples.Channels == 1)
            return interleaved;
        var mono = new float[count];
        Mono(interleaved, samples.Channels, mono);
        return mono;
    }

    private static SoundRun Of(MosaicPlan plan, PlanRun run, int rate, bool isRound)
    {
        List<double> at = [], gain = [];
        foreach (int index in run.Units)
        {
            PlanUnit unit = plan.Units[index];
            double own = unit.GainDb == 0 ? 1 : Math.Pow(10, unit.GainDb / 20);
            // Where two units meet the smaller gain holds: the attack of a loud unit must not be raised by a quiet one's gain.
            if (!isRound && gain.Count > 0)
            {
                at.Add(unit.TargetTime * rate);
                gain.Add(Math.Min(gain[^1], own));
            }

            at.Add((unit.TargetTime + unit.Duration / 2) * rate);
            gain.Add(own);
        }

        int fade = 0;
        if (isRound)
        {
            double first = plan.Units[run.Units[0]].Duration * rate, last = plan.Units[run.Units[^1]].Duration * rate;
            (at, gain) = ([at[0] - first, .. at, at[^1] + last], [0, .. gain, 0]);
            fade = (int)Math.Ceiling(Math.Max(first, last) / 2);
        }

        return new SoundRun
        {
            Source = run.Source,
            Start = (long)Math.Round(run.TargetTime * rate),
            End = (long)Math.Round(run.TargetEnd * rate),
            SourceStart = (long)Math.Round(run.SourceTime * rate),
            Gain = new GainCurve([.. at], [.. gain], isRound),
            Fade = fade,
        };
    }
}
