namespace Cymatic.Grid;

/// <summary>Where it is known how many sounds start, there are no more: the strongest ones stay.</summary>
internal static class ToldCounts
{
    /// <summary>Drops playings, and sounds that are left without any.</summary>
    public static void Cap(Explanation state)
    {
        foreach (ToldMoment moment in state.Told!.Moments)
        {
            var playing = state.Templates
                .Select(t => (Template: t, Playing: t.Playings.Find(p => state.Told.At(p.Sample + state.Lead) == moment)))
                .Where(pair => pair.Playing is not null).ToList();
            foreach (var extra in playing.OrderBy(pair => Own(state, pair.Template, pair.Playing!)).SkipLast(moment.Notes))
            {
                if (!state.TakenAway.Contains(extra.Template))
                    extra.Template.AddTo(state.Residual, extra.Playing!, +1);
                extra.Template.Playings.Remove(extra.Playing!);
            }
        }

        state.Templates.RemoveAll(t => t.Playings.Count == 0);
    }

    /// <summary>The first <paramref name="known"/> events, and of those after them the ones for which a note is left.</summary>
    public static List<WaveformEvent> Fitted(List<WaveformEvent> events, int known, ToldOnsets told)
    {
        List<WaveformEvent> fitted = events[..known];
        foreach (WaveformEvent more in events.Skip(known))
        {
            if (told.Nearest(more.Start) is { } moment && fitted.Count(e => told.Nearest(e.Start) == moment) < moment.Notes)
                fitted.Add(more);
        }

        Dictionary<int, int> counts = fitted.CountBy(e => e.Label).ToDictionary();
        return [.. fitted.Where((e, i) => i < known || counts[e.Label] > 1)];
    }

    private static double Own(Explanation state, Template template, Playing p) =>
        state.TakenAway.Contains(template)
            ? double.PositiveInfinity
            : p.Gain * p.Gain * template.Energy(0, Math.Min(state.Head, template.Length));
}
