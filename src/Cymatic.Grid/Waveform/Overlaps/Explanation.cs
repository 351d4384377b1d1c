using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>What is explained of a song so far: the templates with their playings, and the residual that they leave.</summary>
internal sealed class Explanation
{
    private const double HeadSeconds = 0.100;
    private const double ReachSeconds = 0.006;

    /// <summary>Share of its energy that may be left of a head that is explained.</summary>
    private const double MostLeft = 0.15;

    private float[][] _kept = [], _fitted = [];

    /// <summary>Nothing is explained yet.</summary>
    public Explanation(WhitenedSong song, IEnumerable<int> onsets, CancellationToken cancel, ToldOnsets? told = null)
    {
        Told = told;
        (Residual, Energy, Onsets, Cancel) = (song, new RunningEnergy(song), [.. onsets], cancel);
        Lead = song.Samples(ExplainAway.LeadSeconds);
        Head = song.Samples(HeadSeconds);
        Correlator = new HeadCorrelator(Head, song.Rate, new LagRange { Seconds = ReachSeconds });
    }

    /// <summary>The energy of the song as it was.</summary>
    public RunningEnergy Energy { get; }

    /// <summary>
    /// Sounds that were taken away before the residual was whitened anew: their waveforms are of another whitening, and not in it.
    /// </summary>
    public IReadOnlyList<Template> TakenAway { get; set; } = [];

    /// <summary>The filter by which the residual was whitened anew, or null.</summary>
    public double[]? Whitening { get; set; }

    /// <summary>The song without what the templates explain.</summary>
    public WhitenedSong Residual { get; }

    /// <summary>The sounds that are known.</summary>
    public List<Template> Templates { get; } = [];

    /// <summary>Where sounds start, in samples.</summary>
    public int[] Onsets { get; }

    /// <summary>How many sounds start at the onsets, where that is known.</summary>
    public ToldOnsets? Told { get; }

    /// <summary>No template grows longer than this, in seconds.</summary>
    public double LongestSeconds { get; set; } = 0.9;

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancel { get; }

    /// <summary>Samples of a template before its onset.</summary>
    public int Lead { get; }

    /// <summary>Samples by which sounds are recognised.</summary>
    public int Head { get; }

    /// <summary>Finds the lag of a template in a head.</summary>
    public HeadCorrelator Correlator { get; }

    /// <summary>Share of the song's energy that is left in the head at an onset.</summary>
    public double Left(int onset) => Residual.Energy(onset - Lead, Head) / Math.Max(1e-20, Energy.Of(onset - Lead, Head));

    /// <summary>True when some template plays at an onset.</summary>
    public bool HasEvent(int onset) => Templates.Exists(t => t.PlaysNear(onset - Lead, Residual.Samples(0.015)));

    /// <summary>Number of sounds that play at an onset.</summary>
    public int EventsAt(int onset) => Templates.Count(t => t.PlaysNear(onset - Lead, Residual.Samples(0.015)));

    /// <summary>Whether nothing more needs to be recognised at an onset.</summary>
    public bool IsExplained(int onset) => Told?.At(onset) is { } moment
        ? EventsAt(onset) >= moment.Notes
        : HasEvent(onset) && Left(onset) < MostLeft;

    /// <summary>Whether someone says that as many sounds start with this playing as do.</summary>
    public bool IsTold(Playing p) => Told?.At(p.Sample + Lead) is { } moment && EventsAt(p.Sample + Lead) <= moment.Notes;

    /// <summary>The spectrum of a template's head.</summary>
    public HeadSpectrum Spectrum(Template template) =>
        Correlator.Analyse(Residual.Channels, c => template.Wave[c].AsMemory(0, Math.Min(Head, template.Length)));

    /// <summary>What was in a channel of the residual before anything was taken out of it.</summary>
    public float[] Heard(int channel, int start, int length)
    {
        float[] heard = Residual.Window(channel, start, length).ToArray();
        foreach (Template template in Templates.Except(TakenAway))
        {
            foreach (Playing p in template.Playings)
            {
                int from = Math.Max(start, p.Sample), count = Math.Min(start + length, p.Sample + template.Length) - from;
                if (count <= 0)
                    continue;
                Span<float> part = heard.AsSpan(from - start, count);
                TensorPrimitives.MultiplyAdd(template.Wave[channel].AsSpan(from - p.Sample, count), p.Gains[channel], part, part);
            }
        }

        return heard;
    }

    /// <summary>One round of block coordinate descent, the most frequent template first.</summary>
    public void Sweep()
    {
        foreach (Template template in Templates.OrderByDescending(t => t.Playings.Count).ToList())
        {
            Cancel.ThrowIfCancellationRequested();
            Estimate(template);
        }
    }

    /// <summary>
    /// Re-estimates one waveform and its gains from the residual plus its own playings; what would leave more unexplained is not taken.
    /// </summary>
    public void Estimate(Template template)
    {
        int length = Math.Min(Residual.Samples(LongestSeconds), Math.Max(Head, template.SmallestDistance()));
        double before = LeftUnder(template, length);
        foreach (Playing p in template.Playings)
            template.AddTo(Residual, p, +1);
        (float[][] oldWave, int oldLength, List<Playing> oldPlayings) = (template.Wave, template.Length, template.Playings);
        if (length != oldLength)
            template.Wave = [.. template.Wave.Select(w => Resized(w, length))];
        else
            Copy(template.Wave, oldWave = Working(ref _kept, length), length);
        TemplateFit.Update(template, Residual, Working(ref _fitted, length));
        foreach (Playing p in template.Playings)
            template.AddTo(Residual, p, -1);
        if (LeftUnder(template, length) <= 1.1 * before)
            return;
        foreach (Playing p in template.Playings)
            template.AddTo(Residual, p, +1);
        if (length != oldLength)
            template.Wave = oldWave;
        else
            Copy(oldWave, template.Wave, length);
        template.Playings = oldPlayings;
        foreach (Playing p in template.Playings)
            template.AddTo(Residual, p, -1);
    }

    private double LeftUnder(Template template, int length) =>
        template.Playings.Sum(p => Residual.Energy(p.Sample, Math.Max(length, template.Length)));

    /// <summary>Arrays for each channel that hold a waveform of some length, used again and again.</summary>
    private float[][] Working(ref float[][] arrays, int length)
    {
        if (arrays.Length == 0 || arrays[0].Length < length)
            arrays = [.. Enumerable.Range(0, Residual.Channels).Select(_ => new float[length])];
        return arrays;
    }

    private static void Copy(float[][] from, float[][] to, int length)
    {
        for (int c = 0; c < from.Length; c++)
            from[c].AsSpan(0, length).CopyTo(to[c]);
    }

    private static float[] Resized(float[] wave, int length)
    {
        var resized = new float[length];
        wave.AsSpan(0, Math.Min(length, wave.Length)).CopyTo(resized);
        return resized;
    }

    /// <summary>Drops playings that remove too little and templates with one playing.</summary>
    public void Prune()
    {
        foreach (Template template in Templates)
        {
            foreach (Playing p in template.Playings.ToList())
            {
                int n = Math.Min(Head, template.Length);
                double with = Residual.Energy(p.Sample, n);
                template.AddTo(Residual, p, +1);
                double without = Residual.Energy(p.Sample, n);
                double own = p.Gain * p.Gain * template.Energy(0, n);
                double removed = without - with;
                if (removed < 0.03 * Energy.Of(p.Sample, n) || removed < 0.2 * own)
                    template.Playings.Remove(p);
                else
                    template.AddTo(Residual, p, -1);
            }
        }

        foreach (Template template in Templates.Where(t => t.Playings.Count < 2).ToList())
            Remove(template);
    }

    /// <summary>Forgets a sound: what it explained is residual again.</summary>
    public void Remove(Template template)
    {
        foreach (Playing p in template.Playings)
            template.AddTo(Residual, p, +1);
        Templates.Remove(template);
    }
}
