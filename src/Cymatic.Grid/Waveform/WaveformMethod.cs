using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>The default method: in sample-based music a repeat is the same waveform, so identity is a question of waveforms.</summary>
internal static class WaveformMethod
{
    private const double TwinHeadSeconds = 0.097;
    private const double OverlapHeadSeconds = 0.147;
    private const double HeadSeconds = 0.100;
    private const float LeastTwin = 0.05f;

    /// <summary>Mean ρ² of one sound's playings; of two plips a semitone apart it is 0.82.</summary>
    private const double SameSound = 0.83;

    /// <summary>Depth of the best match in dB that three of four onsets reach when nothing overlaps.</summary>
    private const double CleanDepthDb = -23;

    /// <summary>The same where a lossy coder has put different noise on every repeat.</summary>
    private const double CleanCodedDepthDb = -9;

    /// <summary>Finds a song's sounds and their playings.</summary>
    /// <param name="song">The song, or a piece of it.</param>
    /// <param name="whitening">Fitted to the whole song.</param>
    /// <param name="options">What is known.</param>
    /// <param name="job">Progress from 0 to 1, and what stops the work.</param>
    public static WaveformResult Find(
        Sound song, Whitening whitening, GridOptions options, (IProgress<double>? Progress, CancellationToken Cancel) job)
    {
        (IProgress<double>? progress, CancellationToken cancel) = job;
        WhitenedSong whitened = WhitenedSong.Of(song, whitening.First);
        UnrolledLoop? loop = BackgroundLoop.Find(song, whitened, cancel);
        Sound heard = loop is null ? song : BackgroundLoop.Remove(song, loop);
        // Only the loop's own beginning is looked at with the loop under it: a second of it will do.
        WhitenedSong? under =
            loop is null ? null : WhitenedSong.Of(song.Part(0, Math.Min(song.Length, song.SampleRate)), whitening.Final);
        if (loop is not null || whitening.Final != whitening.First)
            whitened = whitened.Again(heard, whitening.Final);
        progress?.Report(0.2);
        var bands = new LogBands(heard);
        ToldOnsets? told = options.Onsets is null ? null : ToldOnsets.Of(options.Onsets, whitened, cancel);
        (List<Candidate> candidates, List<Twin>[] twins) = Candidates(bands, whitened, under, told, cancel);
        progress?.Report(0.5);
        OnsetEvidence[] evidence = OnsetEvidence.Gather(heard, bands, candidates, (twins, whitened));
        (List<int> kept, Pulse pulse) = OnsetChoice.Choose(candidates, evidence, twins, whitened.Rate);
        if (loop is null && WithoutCopies(song, whitened, (candidates, twins, pulse), cancel) is { } shorter)
            return OfShortened(song, (shorter, pulse), whitening, options, job);
        if (told is not null)
            kept = [.. Enumerable.Range(0, candidates.Count)];
        progress?.Report(0.6);
        int[] places = [.. kept.Select(k => candidates[k].Sample)];
        bool isCoded = whitening.Coder is not null;
        bool overlaps = told is { HasChords: true } || DepthDb(whitened, places, cancel) > (isCoded ? CleanCodedDepthDb : CleanDepthDb);
        ExplainOptions explain = (isCoded ? ExplainOptions.Coded : ExplainOptions.Original) with { Told = told };
        (List<WaveformEvent> events, List<SoundHead> heads) = overlaps
            ? Explained(heard, whitened, (places, explain), cancel)
            : Clean(whitened, Groups(places, told is null ? AlignedTwins.Of(whitened, places, TwinHeadSeconds, cancel) : twins), told);
        if (overlaps)
            events = WithLow(events, heard, (places, told), cancel);
        progress?.Report(1);
        return new WaveformResult(heard, loop, events, pulse) { Heads = heads };
    }

    /// <summary>The song without passages that were heard before, or null when there are none.</summary>
    private static ShortenedSong? WithoutCopies(
        Sound song, WhitenedSong whitened, (List<Candidate> Candidates, List<Twin>[] Twins, Pulse Pulse) found, CancellationToken cancel)
    {
        int[] places = [.. found.Candidates.Select(c => c.Sample)];
        List<CopiedPassage> copies = CopiedPassages.Find(whitened, places, found.Twins, cancel);
        var shorter = new ShortenedSong(song, copies, found.Pulse);
        return shorter.IsShorter ? shorter : null;
    }

    /// <summary>What is found in the shortened song, and once more wherever that was copied to.</summary>
    private static WaveformResult OfShortened(
        Sound song, (ShortenedSong Song, Pulse Pulse) shorter, Whitening whitening, GridOptions options,
        (IProgress<double>? Progress, CancellationToken Cancel) job)
    {
        GridOptions known = options.Onsets is null
            ? options
            : options with { Onsets = [.. options.Onsets.Select(shorter.Song.Shortened).OfType<double>()] };
        WaveformResult found = Find(shorter.Song.Sound, whitening, known, job);
        return found with { Heard = song, Loop = null, Events = shorter.Song.Spread(found.Events), Pulse = shorter.Pulse };
    }

    private static List<WaveformEvent> WithLow(
        List<WaveformEvent> events, Sound heard, (int[] Onsets, ToldOnsets? Told) starts, CancellationToken cancel)
    {
        // Where little comes again as the same waveform, what seems to in a narrow band does so by chance.
        bool repeats = WaveformResult.ShareOf(events) >= GridAnalysis.LeastRepeatShare;
        List<WaveformEvent> all = repeats ? LowSounds.AddTo(events, heard, starts.Onsets, cancel) : events;
        return starts.Told is { } told
            ? ToldCounts.Fitted(all, events.Count, told)
            : SoftSingles.Without(ChanceDoubles.Without(all, heard.SampleRate), heard);
    }

    private static (List<Candidate> Candidates, List<Twin>[] Twins) Candidates(
        LogBands bands, WhitenedSong whitened, WhitenedSong? under, ToldOnsets? told, CancellationToken cancel)
    {
        List<Candidate> candidates = told?.Candidates(bands) ?? CandidateOnsets.Find(whitened, bands);
        if (under is not null && told is null)
            candidates = BackgroundEdge.Without(candidates, under, whitened);
        var matcher = new HeadMatcher(whitened, candidates.Select(c => c.Sample), TwinHeadSeconds);
        List<Twin>[] twins = matcher.AllTwins(LeastTwin, cancel);
        if (told is not null)
            return (candidates, twins);
        List<Candidate> completed = CompletedOnsets.Of(whitened, candidates, twins, bands, cancel);
        if (completed.Count == candidates.Count)
            return (candidates, twins);
        var complete = new HeadMatcher(whitened, completed.Select(c => c.Sample), TwinHeadSeconds);
        return (completed, complete.AllTwins(LeastTwin, cancel, matcher));
    }

    /// <summary>
    /// How much of its energy is left of a head, in dB, when its best twin is subtracted: three of four heads have less left.
    /// </summary>
    private static double DepthDb(WhitenedSong song, int[] onsets, CancellationToken cancel)
    {
        if (onsets.Length < 2)
            return double.NegativeInfinity;
        List<Twin>[] twins = new HeadMatcher(song, onsets, OverlapHeadSeconds).AllTwins(LeastTwin, cancel);
        double[] left = [.. twins.Select(list => 1 - Math.Min(0.99999, list.Count == 0 ? 0 : list.Max(t => t.Rho2))).Order()];
        return 10 * Math.Log10(left[(int)(0.75 * (left.Length - 1))]);
    }

    /// <summary>The places by sound, each moved to the same moment of it.</summary>
    private static List<int[]> Groups(int[] places, List<Twin>[] twins) =>
        [.. TwinClusters.Group(twins, SameSound).Select(group => group.Select(g => places[g.Index] + g.Lag).ToArray())];

    private static (List<WaveformEvent> Events, List<SoundHead> Heads) Clean(WhitenedSong song, List<int[]> sounds, ToldOnsets? told)
    {
        var events = new List<WaveformEvent>();
        for (int label = 0; label < sounds.Count; label++)
        {
            int shift = told?.MedianShift(sounds[label]) ?? Backtrack.MedianShift(song, sounds[label]);
            events.AddRange(sounds[label].Select(onset => new WaveformEvent(Math.Max(0, onset + shift), label, null)));
        }

        return (events, [.. sounds.Select((places, label) => SoundHead.Of(label, song, places[0]))]);
    }

    private static (List<WaveformEvent> Events, List<SoundHead> Heads) Explained(
        Sound heard, WhitenedSong song, (int[] Onsets, ExplainOptions Options) what, CancellationToken cancel)
    {
        List<Template> templates = ExplainAway.Run(song, what.Onsets, cancel, what.Options);
        song.Restore(heard);
        int lead = song.Samples(ExplainAway.LeadSeconds), label = 0;
        var events = new List<WaveformEvent>();
        foreach (Template template in templates)
        {
            int[] starts = [.. template.Playings.Select(p => p.Sample + lead)];
            int shift = what.Options.Told?.MedianShift(starts) ?? Backtrack.MedianShift(song, starts);
            int? length = template.Playings.Count > 1 ? template.Audible() - shift : null;
            double energy = template.Energy(0, song.Samples(HeadSeconds));
            events.AddRange(template.Playings.Zip(starts, (playing, start) => new WaveformEvent(Math.Max(0, start + shift), label, length)
            {
                Strength = playing.Gain * playing.Gain * energy,
            }));
            label++;
        }

        return (events, [.. templates.Select((template, sound) => SoundHead.Of(sound, template, song.Samples(SoundHead.Seconds)))]);
    }
}
