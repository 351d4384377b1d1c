namespace Cymatic.Grid;

/// <summary>Moves events to where the shots of their rows explain more of what the other events leave over.</summary>
internal sealed class Realignment(float[][] residual, float[][][] shots, ShotModel[] models)
{
    private const double Explained = 0.003, Worthwhile = 1.001;

    /// <summary>Tries each event that is not explained well; the residual falls with each move.</summary>
    /// <param name="heads">For each row the samples that are compared.</param>
    /// <param name="size">Samples before the onset, and of the largest move.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Where the events lie now; <c>residual</c> and the models' gains follow.</returns>
    public int[] Improve(int[] heads, (int Lead, int Reach) size, CancellationToken cancel)
    {
        Placement placement = models[0].Placement;
        int[] starts = [.. placement.Start];
        foreach (int[] events in placement.EventsByRow())
        {
            cancel.ThrowIfCancellationRequested();
            if (events.Length < 2)
                continue;
            int row = placement.Row[events[0]];
            float[][] whole = [.. shots.Select(channel => channel[row])];
            var search = new LagSearch(residual.Length, heads[row], size.Reach);
            search.SetHead(whole, size.Lead);
            foreach (int e in events)
            {
                float[][] own = [.. whole.Select(shot => shot.Length == placement.Played[e] ? shot : shot[..placement.Played[e]])];
                starts[e] += Move(search, own, (e, starts[e]), (size.Lead, size.Reach));
            }
        }

        return starts;
    }

    private int Move(LagSearch search, float[][] own, (int Event, int Start) at, (int Lead, int Reach) size)
    {
        if (IsExplained(own, at))
            return 0;
        float[][] rest = Rest(own, at, size.Reach);
        int lag = search.Find(rest, size.Lead + size.Reach).Lag;
        if (lag == 0 || Score(rest, own, size.Reach + lag) < Worthwhile * Score(rest, own, size.Reach))
            return 0;
        for (int c = 0; c < own.Length; c++)
        {
            Overlap.Add(own[c], models[c].Gains[at.Event], residual[c], at.Start);
            (double dot, double energy) = Overlap.Project(own[c], residual[c], at.Start + lag);
            models[c].Gains[at.Event] = energy > 0 ? (float)Math.Max(0, dot / energy) : 0;
            Overlap.Add(own[c], -models[c].Gains[at.Event], residual[c], at.Start + lag);
        }

        return lag;
    }

    private bool IsExplained(float[][] own, (int Event, int Start) at)
    {
        double left = 0, energy = 0;
        for (int c = 0; c < own.Length; c++)
        {
            (int skip, int count) = Overlap.Within(at.Start, own[c].Length, 0, residual[c].Length);
            left += count == 0 ? 0 : Overlap.Energy(residual[c].AsSpan(at.Start + skip, count));
            energy += Overlap.Energy(own[c]) * models[c].Gains[at.Event] * models[c].Gains[at.Event];
        }

        return left <= Explained * energy;
    }

    // Residual and the event's own part, from reach samples before it to as many after it.
    private float[][] Rest(float[][] own, (int Event, int Start) at, int reach)
    {
        var rest = new float[own.Length][];
        for (int c = 0; c < own.Length; c++)
        {
            rest[c] = new float[own[c].Length + 2 * reach];
            Overlap.Gather(residual[c], at.Start - reach, 1, rest[c]);
            Overlap.Add(own[c], models[c].Gains[at.Event], rest[c], reach);
        }

        return rest;
    }

    private static double Score(float[][] rest, float[][] own, int start)
    {
        double score = 0;
        for (int c = 0; c < own.Length; c++)
        {
            (double dot, double energy) = Overlap.Project(own[c], rest[c], start);
            score += energy > 0 && dot > 0 ? dot * dot / energy : 0;
        }

        return score;
    }
}
