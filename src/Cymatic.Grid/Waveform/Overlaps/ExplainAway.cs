namespace Cymatic.Grid;

/// <summary>
/// Tells overlapping sounds apart: learns each repeated sound's waveform, subtracts it wherever it plays, and looks for more in what
/// is left.
/// </summary>
internal static class ExplainAway
{
    /// <summary>Seconds of a template before its onset.</summary>
    public const double LeadSeconds = 0.003;

    /// <summary>
    /// The first templates are no longer: a long one, learnt from two playings that the same sounds follow, holds those too, and they would
    /// be found no more.
    /// </summary>
    private const double FirstLongestSeconds = 0.3;
    private const double ShadowShare = 0.75;

    /// <summary>Where some sound is known to start, the most similar one is taken that explains so much.</summary>
    private const double LeastTold = 0.05;

    /// <summary>Share of its energy that the others must leave in a head for it to be a sound of its own.</summary>
    private const double LeastLeft = 0.2;

    /// <summary>
    /// Learns templates from the sounds that start at <paramref name="onsets"/> (samples); what stays alone becomes a template of one
    /// playing.
    /// </summary>
    /// <remarks>A long song is large: it is taken apart where it lies, and is its own residual afterwards.</remarks>
    public static List<Template> Run(
        WhitenedSong song, IEnumerable<int> onsets, CancellationToken cancel, ExplainOptions? options = null)
    {
        options ??= ExplainOptions.Original;
        Explanation state = Learn(song, onsets, cancel, options);
        if (options.Reveals)
            state = HiddenSounds.Reveal(state, options);
        else
            DropShadows(state, []);
        if (state.Told is not null)
        {
            ToldCounts.Cap(state);
            new TemplateMatching(state).Match(LeastTold);
        }

        AddSingles(state);
        return state.Templates;
    }

    /// <summary>The repeated sounds alone; <paramref name="song"/> becomes the residual.</summary>
    public static Explanation Learn(
        WhitenedSong song, IEnumerable<int> onsets, CancellationToken cancel, ExplainOptions? options = null)
    {
        options ??= ExplainOptions.Original;
        var state = new Explanation(song, onsets, cancel, options.Told);
        var matching = new TemplateMatching(state);
        var growth = new TemplateGrowth(state);
        var comparison = new TemplateComparison(state);
        double[] cuts = [options.FirstCut, 0.3, 0.2, 0.15];
        double longest = state.LongestSeconds;
        foreach (double cut in cuts)
        {
            state.LongestSeconds = cut == cuts[0] ? FirstLongestSeconds : longest;
            matching.Match();
            bool grew = growth.Grow(cut);
            Settle(state, 4);
            comparison.MergeTwins(options.SameSound);
            if (comparison.Split())
                Settle(state, 3);
            if (!grew && cut < cuts[0])
                break;
        }

        matching.Match();
        Settle(state, 3);
        comparison.MergeTwins(options.SameSound);
        return state;
    }

    /// <summary>Fits waveforms and gains in turn, and drops what explains too little.</summary>
    public static void Settle(Explanation state, int sweeps)
    {
        for (int sweep = 0; sweep < sweeps; sweep++)
            state.Sweep();
        state.Prune();
    }

    /// <summary>
    /// A template that plays almost only where stronger ones play is what those left unexplained, or always plays with them: it has no
    /// row of its own.
    /// </summary>
    public static void DropShadows(Explanation state, IReadOnlyList<Template> known)
    {
        int near = state.Residual.Samples(0.030);
        Template[] doubtful = [.. state.Templates.Where(t => !known.Contains(t)).OrderBy(t => t.Energy(0, state.Head))];
        foreach (Template weak in doubtful)
        {
            Playing[] stronger = [.. doubtful
                .Where(t => !ReferenceEquals(t, weak) && state.Templates.Contains(t))
                .Where(t => t.Energy(0, state.Head) >= weak.Energy(0, state.Head))
                .SelectMany(t => t.Playings)];
            int shadowed = weak.Playings.Count(p => !state.IsTold(p) && stronger.Any(q => Math.Abs(p.Sample - q.Sample) < near));
            if (shadowed >= ShadowShare * weak.Playings.Count)
                state.Templates.Remove(weak);
        }
    }

    /// <summary>
    /// Onsets that nothing explains are sounds that play once, unless they lie in what is explained already and nobody says that they are.
    /// </summary>
    private static void AddSingles(Explanation state)
    {
        foreach (int onset in state.Onsets.Where(o => !state.HasEvent(o) && (state.Told is not null || state.Left(o) > LeastLeft)))
        {
            var wave = new float[state.Residual.Channels][];
            for (int c = 0; c < wave.Length; c++)
                wave[c] = state.Residual.Window(c, onset - state.Lead, state.Head).ToArray();
            var once = new Playing(onset - state.Lead, [.. Enumerable.Repeat(1f, state.Residual.Channels)]);
            state.Templates.Add(new Template(wave, [once]) { Whitening = state.Whitening });
        }
    }
}
