namespace Cymatic.Grid;

/// <summary>
/// What starts under a sound that plays at every other start, as a hi-hat does. In the song as a whole that sound is most of the energy,
/// and what starts with it seems explained. Its own waveform is known well from so many playings: without it and the other frequent sounds
/// the song is whitened anew and taken apart once more.
/// </summary>
internal static class HiddenSounds
{
    /// <summary>Share of the starts from which on a sound hides others.</summary>
    private const double HidingShare = 0.25;

    /// <summary>Sounds that frequent are known well enough to be taken away with it.</summary>
    private const double FrequentShare = 0.12;
    private const int FewestPlayings = 8;
    private const double TogetherShare = 0.75;
    private const double MostCommon = 0.4;

    /// <summary>Energy against the frequent sound's own, −25 dB, below which it is what that one's estimate left.</summary>
    private const double Remnant = 0.003;
    private const double NearSeconds = 0.030;

    /// <summary>
    /// The song explained once more under its frequent sounds, or <paramref name="first"/> when none of its sounds hides others.
    /// </summary>
    public static Explanation Reveal(Explanation first, ExplainOptions options)
    {
        int starts = first.Onsets.Length;
        bool IsFrequent(Template t) => t.Playings.Count >= Math.Max(FewestPlayings, FrequentShare * starts);
        if (!first.Templates.Exists(t => IsFrequent(t) && t.Playings.Count >= HidingShare * starts))
        {
            WithoutWeak(first, []);
            if (first.Told is null)
                MissedPlayings.AddTo(first);
            return first;
        }

        foreach (Template rare in first.Templates.Where(t => !IsFrequent(t)).ToList())
            first.Remove(rare);
        // They may play where something else was taken for them.
        new TemplateMatching(first).Match();
        ExplainAway.Settle(first, 2);
        Template[] frequent = [.. first.Templates];
        double[] predictor = first.Residual.Rewhiten();
        Explanation rest = ExplainAway.Learn(first.Residual, first.Onsets, first.Cancel, options);
        Template[] found = [.. rest.Templates], loud = [.. frequent.Select(f => Whitened(f, predictor))];
        Template[] doubtful = [.. found.Where(t => loud.Any(l => IsRemnant(rest, t, l)))];
        Template[] under = [.. doubtful.Where(t => loud.All(l => !IsWith(rest, t, l) || OwnStart.Has(rest, t, rest.Spectrum(l))))];
        foreach (Template template in doubtful.Except(under))
            rest.Remove(template);
        rest.Whitening = predictor;
        rest.Templates.ForEach(template => template.Whitening = predictor);
        rest.Templates.AddRange(frequent);
        rest.TakenAway = frequent;
        return WithoutWeak(rest, [.. frequent, .. under]);
    }

    private static Explanation WithoutWeak(Explanation state, Template[] known)
    {
        WeakSounds.Drop(state, known);
        ExplainAway.DropShadows(state, known);
        return state;
    }

    /// <summary>Plays with the loud sound only, and either always or so softly that it is what that one's waveform left.</summary>
    private static bool IsRemnant(Explanation rest, Template template, Template loud)
    {
        if (!IsWith(rest, template, loud))
            return false;
        int common = Common(rest, template, loud), n = Math.Min(rest.Head, Math.Min(loud.Length, template.Length));
        double ofBoth = (double)common / (template.Playings.Count + loud.Playings.Count - common);
        return ofBoth > MostCommon || template.Energy(0, n) < Remnant * loud.Energy(0, n);
    }

    private static bool IsWith(Explanation rest, Template template, Template loud) =>
        Common(rest, template, loud) >= TogetherShare * template.Playings.Count;

    private static int Common(Explanation rest, Template template, Template loud) =>
        template.Playings.Count(p => loud.PlaysNear(p.Sample, rest.Residual.Samples(NearSeconds)));

    private static Template Whitened(Template template, double[] predictor)
    {
        float[][] wave = [.. template.Wave.Select(w => new float[w.Length])];
        for (int c = 0; c < wave.Length; c++)
            LinearPredictor.Residual(template.Wave[c], predictor, wave[c]);
        return new Template(wave, template.Playings);
    }
}
