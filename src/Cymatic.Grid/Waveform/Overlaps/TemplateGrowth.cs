namespace Cymatic.Grid;

/// <summary>Learns new sounds from what is not explained.</summary>
internal sealed class TemplateGrowth(Explanation state)
{
    private const double HeadSeconds = 0.100;

    /// <summary>Clusters the heads that are not explained; groups become templates.</summary>
    public bool Grow(double cut)
    {
        int[] open = [.. state.Onsets.Where(o => !state.HasEvent(o) || state.Left(o) > 0.15)];
        if (open.Length < 2)
            return false;
        var matcher = new HeadMatcher(state.Residual, open, HeadSeconds);
        List<Twin>[] twins = matcher.AllTwins((float)Math.Min(cut, 0.1), state.Cancel);
        bool grew = false;
        foreach (List<(int Index, int Lag)> group in TwinClusters.Group(twins, cut).Where(g => g.Count >= 2))
        {
            IEnumerable<Playing> members = group.Select(g => At(open[g.Index] + g.Lag - state.Lead));
            List<Playing> playings = Apart(members.OrderBy(p => p.Sample));
            if (playings.Count < 2)
                continue;
            var template = new Template([.. Enumerable.Range(0, state.Residual.Channels).Select(_ => new float[state.Head])], playings);
            state.Templates.Add(template);
            state.Estimate(template);
            grew = true;
        }

        return grew;
    }

    private Playing At(int sample) => new(sample, [.. Enumerable.Repeat(1f, state.Residual.Channels)]);

    private List<Playing> Apart(IEnumerable<Playing> playings)
    {
        var apart = new List<Playing>();
        foreach (Playing p in playings)
        {
            if (apart.Count == 0 || p.Sample - apart[^1].Sample > state.Residual.Samples(0.06))
                apart.Add(p);
        }

        return apart;
    }
}
