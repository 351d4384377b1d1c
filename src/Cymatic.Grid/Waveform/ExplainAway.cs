using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>
/// Tells overlapping sounds apart: learns each repeated sound's waveform, subtracts it wherever it plays, and looks for more in what is left.
/// </summary>
internal sealed class ExplainAway
{
    /// <summary>Seconds of a template before its onset.</summary>
    public const double LeadSeconds = 0.003;
    private const double HeadSeconds = 0.100;
    private const double LongestSeconds = 0.9;
    private const double ReachSeconds = 0.006;
    private const int MostTried = 24;
    private const double ShadowShare = 0.75;

    /// <summary>Share of its energy that the others must leave in a head for it to be a sound of its own.</summary>
    private const double LeastLeft = 0.2;

    private readonly WhitenedSong _residual;
    private readonly RunningEnergy _energy;
    private readonly List<Template> _templates = [];
    private readonly List<int> _onsets;
    private readonly CancellationToken _cancel;
    private readonly int _lead;
    private readonly int _head;
    private readonly HeadCorrelator _correlator;
    private readonly HeadCorrelator.Scratch _scratch;

    private ExplainAway(WhitenedSong song, IEnumerable<int> onsets, CancellationToken cancel)
    {
        _residual = song;
        _energy = new RunningEnergy(song);
        _onsets = [.. onsets];
        _cancel = cancel;
        _lead = song.Samples(LeadSeconds);
        _head = song.Samples(HeadSeconds);
        _correlator = new HeadCorrelator(_head, song.Samples(ReachSeconds), song.Rate);
        _scratch = _correlator.NewScratch();
    }

    /// <summary>Learns templates from the sounds that start at <paramref name="onsets"/> (samples); what stays alone becomes a template of one playing.</summary>
    /// <remarks>A long song is large: it is taken apart where it lies, and is its own residual afterwards.</remarks>
    public static List<Template> Run(WhitenedSong song, IEnumerable<int> onsets, CancellationToken cancel)
    {
        var solver = new ExplainAway(song, onsets, cancel);
        double[] cuts = [0.5, 0.3, 0.2, 0.15];
        foreach (double cut in cuts)
        {
            solver.Match();
            bool grew = solver.Grow(cut);
            for (int sweep = 0; sweep < 4; sweep++)
                solver.Sweep();
            solver.Prune();
            solver.MergeTwins();
            if (solver.Split())
            {
                for (int sweep = 0; sweep < 3; sweep++)
                    solver.Sweep();
                solver.Prune();
            }

            if (!grew && cut < 0.5)
                break;
        }

        solver.Match();
        for (int sweep = 0; sweep < 3; sweep++)
            solver.Sweep();
        solver.Prune();
        solver.MergeTwins();
        solver.DropShadows();
        solver.AddSingles();
        return solver._templates;
    }

    /// <summary>Share of the song's energy that is left in the head at an onset.</summary>
    private double Left(int onset) => _residual.Energy(onset - _lead, _head) / Math.Max(1e-20, _energy.Of(onset - _lead, _head));

    private bool HasEvent(int onset) => _templates.Exists(t => t.PlaysNear(onset - _lead, _residual.Samples(0.015)));

    /// <summary>Every template against every head that is not explained.</summary>
    private void Match()
    {
        HeadSpectrum[] spectra = [.. _templates.Select(Spectrum)];
        HeadCorrelator.Scratch scratch = _correlator.NewScratch();
        foreach (int onset in _onsets)
        {
            _cancel.ThrowIfCancellationRequested();
            for (int tries = 0; tries < 3; tries++)
            {
                if ((HasEvent(onset) && Left(onset) < 0.15) || !AddBest(onset, spectra, scratch))
                    break;
            }
        }
    }

    /// <summary>Adds the playing that explains most of the head at an onset; false when none explains enough.</summary>
    private bool AddBest(int onset, HeadSpectrum[] spectra, HeadCorrelator.Scratch scratch)
    {
        HeadSpectrum head = _correlator.Analyse(_residual.Channels, c => _residual.WindowMemory(c, onset - _lead, _head));
        int best = -1;
        Playing? bestPlaying = null;
        double bestRho = 0.2;
        foreach (int k in MostSimilar(spectra, head))
        {
            if (_templates[k].PlaysNear(onset - _lead, _residual.Samples(0.06)))
                continue;
            (int lag, double peak) = _correlator.Best(spectra[k], head, scratch);
            if (peak <= 0)
                continue;
            (double rho, Playing playing) = Fit(_templates[k], onset - _lead + lag);
            if (rho > bestRho && playing.Gain is > 0.3 and < 4)
                (best, bestPlaying, bestRho) = (k, playing, rho);
        }

        if (best < 0)
            return false;
        _templates[best].Insert(bestPlaying!);
        _templates[best].AddTo(_residual, bestPlaying!, -1);
        return true;
    }

    private static IEnumerable<int> MostSimilar(HeadSpectrum[] spectra, HeadSpectrum head)
    {
        IEnumerable<int> all = Enumerable.Range(0, spectra.Length);
        return spectra.Length <= MostTried
            ? all
            : all.OrderByDescending(k => TensorPrimitives.Dot<float>(spectra[k].Fingerprint, head.Fingerprint)).Take(MostTried);
    }

    private HeadSpectrum Spectrum(Template template) =>
        _correlator.Analyse(_residual.Channels, c => template.Wave[c].AsMemory(0, Math.Min(_head, template.Length)));

    /// <summary>How much of the residual at <paramref name="start"/> the template explains, and the playing that does it.</summary>
    private (double Rho, Playing Playing) Fit(Template template, int start)
    {
        int n = Math.Min(_head, template.Length);
        double explained = 0, energy = 0;
        var gains = new float[_residual.Channels];
        for (int c = 0; c < _residual.Channels; c++)
        {
            ReadOnlySpan<float> x = _residual.Window(c, start, n), s = template.Wave[c].AsSpan(0, n);
            double xs = TensorPrimitives.Dot(x, s), ss = TensorPrimitives.SumOfSquares(s);
            energy += TensorPrimitives.SumOfSquares(x);
            if (xs > 0 && ss > 0)
            {
                gains[c] = (float)(xs / ss);
                explained += xs * xs / ss;
            }
        }

        return (explained / Math.Max(energy, 1e-20), new Playing(start, gains));
    }

    /// <summary>Clusters the heads that are not explained; groups become templates.</summary>
    private bool Grow(double cut)
    {
        int[] open = [.. _onsets.Where(o => !HasEvent(o) || Left(o) > 0.15)];
        if (open.Length < 2)
            return false;
        var matcher = new HeadMatcher(_residual, open, HeadSeconds);
        List<Twin>[] twins = matcher.AllTwins((float)Math.Min(cut, 0.1), _cancel);
        bool grew = false;
        foreach (List<(int Index, int Lag)> group in TwinClusters.Group(twins, cut).Where(g => g.Count >= 2))
        {
            List<Playing> playings = [.. group.Select(g => new Playing(open[g.Index] + g.Lag - _lead, [.. Enumerable.Repeat(1f, _residual.Channels)])).OrderBy(p => p.Sample)];
            playings = Apart(playings);
            if (playings.Count < 2)
                continue;
            var template = new Template([.. Enumerable.Range(0, _residual.Channels).Select(_ => new float[_head])], playings);
            _templates.Add(template);
            Estimate(template);
            grew = true;
        }

        return grew;
    }

    private List<Playing> Apart(List<Playing> playings)
    {
        var apart = new List<Playing>();
        foreach (Playing p in playings)
        {
            if (apart.Count == 0 || p.Sample - apart[^1].Sample > _residual.Samples(0.06))
                apart.Add(p);
        }

        return apart;
    }

    /// <summary>One round of block coordinate descent, the most frequent template first.</summary>
    private void Sweep()
    {
        foreach (Template template in _templates.OrderByDescending(t => t.Playings.Count).ToList())
        {
            _cancel.ThrowIfCancellationRequested();
            Estimate(template);
        }
    }

    /// <summary>Re-estimates one waveform and its gains from the residual plus its own playings; what would leave more unexplained is not taken.</summary>
    private void Estimate(Template template)
    {
        int length = Math.Min(_residual.Samples(LongestSeconds), Math.Max(_head, template.SmallestDistance()));
        double before = LeftUnder(template, length);
        foreach (Playing p in template.Playings)
            template.AddTo(_residual, p, +1);
        (float[][] oldWave, List<Playing> oldPlayings) = (template.Wave, template.Playings);
        if (length != template.Length)
            template.Wave = [.. template.Wave.Select(w => Resized(w, length))];
        TemplateFit.Update(template, _residual);
        foreach (Playing p in template.Playings)
            template.AddTo(_residual, p, -1);
        if (LeftUnder(template, length) <= 1.1 * before)
            return;
        foreach (Playing p in template.Playings)
            template.AddTo(_residual, p, +1);
        (template.Wave, template.Playings) = (oldWave, oldPlayings);
        foreach (Playing p in template.Playings)
            template.AddTo(_residual, p, -1);
    }

    private double LeftUnder(Template template, int length) =>
        template.Playings.Sum(p => _residual.Energy(p.Sample, Math.Max(length, template.Length)));

    private static float[] Resized(float[] wave, int length)
    {
        var resized = new float[length];
        wave.AsSpan(0, Math.Min(length, wave.Length)).CopyTo(resized);
        return resized;
    }

    /// <summary>Drops playings that remove too little and templates with one playing.</summary>
    private void Prune()
    {
        foreach (Template template in _templates)
        {
            foreach (Playing p in template.Playings.ToList())
            {
                int n = Math.Min(_head, template.Length);
                double with = _residual.Energy(p.Sample, n);
                template.AddTo(_residual, p, +1);
                double without = _residual.Energy(p.Sample, n);
                double own = p.Gain * p.Gain * template.Energy(0, n);
                double removed = without - with;
                if (removed < 0.03 * _energy.Of(p.Sample, n) || removed < 0.2 * own)
                    template.Playings.Remove(p);
                else
                    template.AddTo(_residual, p, -1);
            }
        }

        foreach (Template template in _templates.Where(t => t.Playings.Count < 2).ToList())
        {
            foreach (Playing p in template.Playings)
                template.AddTo(_residual, p, +1);
            _templates.Remove(template);
        }
    }

    /// <summary>Two templates with one waveform are one sound.</summary>
    private void MergeTwins()
    {
        Dictionary<Template, HeadSpectrum> spectra = _templates.ToDictionary(t => t, Spectrum);
        for (int a = 0; a < _templates.Count; a++)
        {
            for (int b = _templates.Count - 1; b > a; b--)
            {
                (Template first, Template second) = (_templates[a], _templates[b]);
                (double rho, int lag, _) = Compare(first, spectra[first], second, spectra[second]);
                if (rho <= 0.7)
                    continue;
                Merge(first, second, lag);
                spectra[first] = Spectrum(first);
            }
        }
    }

    private void Merge(Template a, Template b, int lag)
    {
        foreach (Playing p in b.Playings)
        {
            b.AddTo(_residual, p, +1);
            if (!a.PlaysNear(p.Sample + lag, _residual.Samples(0.06)))
            {
                Playing moved = p with { Sample = p.Sample + lag };
                a.Insert(moved);
                a.AddTo(_residual, moved, -1);
            }
        }

        _templates.Remove(b);
        Estimate(a);
    }

    /// <summary>How much of a's head b's waveform explains, b starting <c>lag</c> samples after a, at which gain.</summary>
    private (double Rho, int Lag, double Gain) Compare(Template a, HeadSpectrum spectrumA, Template b, HeadSpectrum spectrumB)
    {
        (int lag, double peak) = _correlator.Best(spectrumB, spectrumA, _scratch);
        if (peak <= 0)
            return (0, 0, 0);
        int n = Math.Min(_residual.Samples(0.120), Math.Min(a.Length, b.Length)), m = n - Math.Abs(lag);
        double r = 0;
        for (int c = 0; c < _residual.Channels; c++)
            r += TensorPrimitives.Dot<float>(a.Wave[c].AsSpan(Math.Max(0, lag), m), b.Wave[c].AsSpan(Math.Max(0, -lag), m));
        double ea = a.Energy(0, n), eb = b.Energy(0, n);
        return r > 0 && ea > 0 && eb > 0 ? (r * r / (ea * eb), lag, r / eb) : (0, 0, 0);
    }

    /// <summary>Where one template lies in another, the other is a mixture: it loses the part and its playings get the part's.</summary>
    private bool Split()
    {
        bool any = false;
        Dictionary<Template, HeadSpectrum> spectra = _templates.ToDictionary(t => t, Spectrum);
        foreach (Template a in _templates.ToList())
        {
            foreach (Template b in _templates.ToList())
            {
                if (ReferenceEquals(a, b))
                    continue;
                (double rho, int lag, double gain) = Compare(a, spectra[a], b, spectra[b]);
                if (rho is <= 0.12 or > 0.7 || gain is < 0.75 or > 1.6)
                    continue;
                foreach (Playing p in a.Playings)
                {
                    a.AddTo(_residual, p, +1);
                    var part = new Playing(p.Sample + lag, [.. p.Gains.Select(g => (float)(g * gain))]);
                    if (b.PlaysNear(part.Sample, _residual.Samples(0.06)))
                        continue;
                    b.Insert(part);
                    b.AddTo(_residual, part, -1);
                }

                foreach (Playing p in a.Playings)
                    a.AddTo(_residual, p, -1);
                Estimate(a);
                spectra[a] = Spectrum(a);
                any = true;
            }
        }

        return any;
    }

    /// <summary>
    /// A template that plays almost only where stronger ones play is what those left unexplained, or always plays with them: it has no row of its own.
    /// </summary>
    private void DropShadows()
    {
        int near = _residual.Samples(0.030);
        foreach (Template weak in _templates.OrderBy(t => t.Energy(0, _head)).ToList())
        {
            Playing[] stronger = [.. _templates
                .Where(t => !ReferenceEquals(t, weak) && t.Energy(0, _head) >= weak.Energy(0, _head))
                .SelectMany(t => t.Playings)];
            int shadowed = weak.Playings.Count(p => stronger.Any(q => Math.Abs(p.Sample - q.Sample) < near));
            if (shadowed >= ShadowShare * weak.Playings.Count)
                _templates.Remove(weak);
        }
    }

    /// <summary>Onsets that nothing explains are sounds that play once, unless they lie in what is explained already.</summary>
    private void AddSingles()
    {
        foreach (int onset in _onsets.Where(o => !HasEvent(o) && Left(o) > LeastLeft))
        {
            var wave = new float[_residual.Channels][];
            for (int c = 0; c < wave.Length; c++)
                wave[c] = _residual.Window(c, onset - _lead, _head).ToArray();
            _templates.Add(new Template(wave, [new Playing(onset - _lead, [.. Enumerable.Repeat(1f, _residual.Channels)])]));
        }
    }
}
