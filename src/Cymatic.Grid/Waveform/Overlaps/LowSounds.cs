using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// Bass drums under everything else. Whitened over the whole band they are one part in a hundred and nobody sees them; in the lowest
/// octaves alone, whitened by a predictor of their own, they are most of what starts.
/// </summary>
internal sealed class LowSounds
{
    /// <summary>
    /// Each band begins at 0 Hz. A drum is looked for in all of them: under a low melody only its lowest octave is its own.
    /// </summary>
    private static readonly int[] _bandsHz = [60, 120, 250];

    /// <summary>Samples for each period of the highest frequency, so that a whole sample of lag is fine enough.</summary>
    private const int Oversampling = 8;
    private const double NearSeconds = 0.030;
    private const double PastSeconds = 0.050;

    /// <summary>Before a start the resampling filters ring.</summary>
    private const double GapSeconds = 0.020;
    private const double LengthSeconds = 0.3;

    /// <summary>A drum plays often; of what plays seldom the low band cannot tell whether it is a sound or the rest of one.</summary>
    private const int FewestPlayings = 8;
    private const double LeastShare = 0.3;
    private const double LeastRise = 6.3;
    private const double LeastLevel = 0.25;

    /// <summary>A sound with more of its playings in common is that sound.</summary>
    private const double MostCommon = 0.4;

    private readonly WhitenedSong _low;
    private readonly RunningEnergy _energy;
    private readonly double _step;
    private readonly int _lead;
    private readonly int _head;

    private LowSounds(Sound low, int songRate)
    {
        _low = Whitened(low);
        _energy = new RunningEnergy(_low);
        _step = (double)songRate / _low.Rate;
        _lead = _low.Samples(ExplainAway.LeadSeconds);
        _head = _low.Samples(0.100);
    }

    /// <summary>The events and those of the low sounds among the starts of which none is a sound already.</summary>
    public static List<WaveformEvent> AddTo(List<WaveformEvent> events, Sound song, int[] onsets, CancellationToken cancel)
    {
        if (song.SampleRate < 2 * Oversampling * _bandsHz[^1] || onsets.Length < FewestPlayings)
            return events;
        foreach (int hz in _bandsHz)
        {
            Sound low = Resampler.Resample(song, 2 * hz, cancel: cancel);
            events = New(new LowSounds(low, song.SampleRate).Find(onsets, cancel), events, song);
        }

        return events;
    }

    private static List<WaveformEvent> New(IEnumerable<int[]> found, List<WaveformEvent> events, Sound song)
    {
        int near = (int)(NearSeconds * song.SampleRate), label = events.Select(e => e.Label).DefaultIfEmpty(-1).Max() + 1;
        List<int[]> known = [.. events.GroupBy(e => e.Label).Select(sound => sound.Select(e => e.Start).Order().ToArray())];
        var all = new List<WaveformEvent>(events);
        foreach (int[] starts in found.Where(starts => known.All(k => Common(starts, k, near) < MostCommon)))
        {
            int length = (int)(LengthSeconds * song.SampleRate);
            all.AddRange(starts.Where(s => s < song.Length).Select(s => new WaveformEvent(s, label, length)));
            known.Add([.. starts.Order()]);
            label++;
        }

        return all;
    }

    /// <summary>Starts, in samples of the song, of every low sound that is strong, sudden and frequent.</summary>
    private IEnumerable<int[]> Find(int[] onsets, CancellationToken cancel)
    {
        int[] places = [.. onsets.Select(o => (int)Math.Round(o / _step))];
        double[] energies = [.. places.Select(p => _energy.Of(p - _lead, _head)).Order()];
        double loud = energies[(int)(0.9 * (energies.Length - 1))];
        return ExplainAway.Learn(_low, places, cancel).Templates
            .Where(t => t.Playings.Count >= FewestPlayings && IsDrum(t, loud))
            .Select(t => t.Playings.Select(p => Math.Max(0, (int)((p.Sample + _lead) * _step))).ToArray());
    }

    /// <summary>It explains what is heard where it plays, follows something quieter, and is no whisper.</summary>
    private bool IsDrum(Template template, double loud)
    {
        int past = _low.Samples(PastSeconds), gap = _low.Samples(GapSeconds);
        double energy = template.Energy(0, _head);
        double Own(Playing p) => p.Gain * p.Gain * energy;
        double Before(Playing p) => _energy.Of(p.Sample + _lead - gap - past, past) * _head / past;
        return Median(template, p => Own(p) / (_energy.Of(p.Sample, _head) + 1e-20)) > LeastShare
            && Median(template, p => Own(p) / (Before(p) + 1e-20)) > LeastRise
            && Median(template, p => Own(p) / (loud + 1e-20)) > LeastLevel;
    }

    private static double Median(Template template, Func<Playing, double> of) =>
        template.Playings.Select(of).Order().ElementAt(template.Playings.Count / 2);

    /// <summary>Shared playings against all playings of two sounds; <paramref name="b"/> rises.</summary>
    private static double Common(int[] a, int[] b, int near)
    {
        int common = a.Count(start =>
        {
            int at = Array.BinarySearch(b, start - near);
            at = at < 0 ? ~at : at;
            return at < b.Length && b[at] <= start + near;
        });
        return (double)common / Math.Max(1, a.Length + b.Length - common);
    }

    private static WhitenedSong Whitened(Sound low)
    {
        double[] predictor = LinearPredictor.Fit(low);
        var residual = new float[low.Channels][];
        for (int c = 0; c < low.Channels; c++)
        {
            residual[c] = new float[low.Length];
            LinearPredictor.Residual(low[c], predictor, residual[c]);
        }

        return WhitenedSong.Unfiltered(Resampler.Resample(new Sound(residual, low.SampleRate), Oversampling / 2 * low.SampleRate));
    }
}
