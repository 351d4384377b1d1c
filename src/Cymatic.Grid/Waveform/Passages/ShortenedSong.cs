using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>A song without the middle of its copied passages, and the way back.</summary>
/// <remarks>
/// Of each passage its first and last moments stay, so that what begins right before and after it is heard as it was. What was found there
/// is forgotten again: in a passage there is what there is in its original.
/// </remarks>
internal sealed class ShortenedSong
{
    private const double KeptFirstSeconds = 0.2, KeptLastSeconds = 0.5, LeastCutSeconds = 1, FadeSeconds = 0.005;

    /// <summary>What starts so shortly before the end of a passage belongs to what follows it.</summary>
    private const double EdgeSeconds = 0.02;

    /// <summary>One sound is not found twice within this.</summary>
    private const double SameSeconds = 0.03;

    /// <summary>From this strength on a pulse is kept: cuts are whole periods long.</summary>
    private const double LeastPulse = 0.5;

    /// <summary>Share of a song that is worth to be cut: where little is copied, the rest tells what is one sound, and longer.</summary>
    private const double LeastShare = 0.2;

    private readonly List<CopiedPassage> _passages = [];
    private readonly List<(int From, int To)> _cuts = [];
    private readonly int _rate;

    /// <summary>Cuts what can be cut of passages that are ordered by time.</summary>
    public ShortenedSong(Sound song, IEnumerable<CopiedPassage> passages, Pulse pulse)
    {
        _rate = song.SampleRate;
        foreach (CopiedPassage passage in passages)
        {
            double length = passage.Length - Samples(KeptFirstSeconds) - Samples(KeptLastSeconds), period = pulse.Period * _rate;
            if (pulse.Strength >= LeastPulse)
                length = Math.Floor(length / period) * period;
            if (length < Samples(LeastCutSeconds))
                continue;
            int from = passage.Start + Samples(KeptFirstSeconds);
            _cuts.Add((from, from + (int)Math.Round(length)));
            _passages.Add(passage with { End = passage.End - Samples(EdgeSeconds) });
        }

        if (_cuts.Sum(cut => cut.To - cut.From) < LeastShare * song.Length)
        {
            _cuts.Clear();
            _passages.Clear();
        }

        Sound = _cuts.Count == 0 ? song : new Sound([.. Enumerable.Range(0, song.Channels).Select(c => Cut(song[c]))], _rate);
    }

    /// <summary>What is left of the song.</summary>
    public Sound Sound { get; }

    /// <summary>Whether anything was cut.</summary>
    public bool IsShorter => _cuts.Count > 0;

    /// <summary>A time of the song as one of what is left, or null when it was cut.</summary>
    public double? Shortened(double seconds)
    {
        double at = seconds * _rate, cut = 0;
        foreach ((int from, int to) in _cuts)
        {
            if (at >= from && at < to)
                return null;
            cut += at >= to ? to - from : 0;
        }

        return (at - cut) / _rate;
    }

    /// <summary>The playings of the whole song, from those of what is left.</summary>
    public List<WaveformEvent> Spread(IEnumerable<WaveformEvent> found)
    {
        var open = new PriorityQueue<WaveformEvent, (int, int)>();
        void Add(WaveformEvent playing) => open.Enqueue(playing, (playing.Start, playing.Label));
        foreach (WaveformEvent playing in found.Select(p => p with { Start = Whole(p.Start) }))
        {
            if (!_passages.Exists(passage => Holds(passage, playing.Start)))
                Add(playing);
        }

        var all = new List<WaveformEvent>();
        var last = new Dictionary<int, int>();
        while (open.TryDequeue(out WaveformEvent playing, out _))
        {
            if (last.TryGetValue(playing.Label, out int before) && playing.Start - before < Samples(SameSeconds))
                continue;
            last[playing.Label] = playing.Start;
            all.Add(playing);
            foreach (CopiedPassage passage in _passages.Where(p => Holds(p, playing.Start + p.Distance)))
                Add(playing with { Start = playing.Start + passage.Distance });
        }

        return all;
    }

    private static bool Holds(CopiedPassage passage, int sample) => sample >= passage.Start && sample < passage.End;

    private int Samples(double seconds) => (int)Math.Round(seconds * _rate);

    private int Whole(int sample)
    {
        foreach ((int from, int to) in _cuts)
            sample += sample >= from ? to - from : 0;
        return sample;
    }

    private float[] Cut(ReadOnlySpan<float> samples)
    {
        var left = new float[samples.Length - _cuts.Sum(cut => cut.To - cut.From)];
        int read = 0, written = 0;
        foreach ((int from, int to) in _cuts)
        {
            samples[read..from].CopyTo(left.AsSpan(written));
            (written, read) = (written + from - read, to);
        }

        samples[read..].CopyTo(left.AsSpan(written));
        int fade = Samples(FadeSeconds), at = 0;
        foreach ((int from, int to) in _cuts)
        {
            int splice = from - at;
            at += to - from;
            for (int k = 0; k < fade; k++)
                left[splice + k] += (1 - (k + 0.5f) / fade) * (samples[from + k] - samples[to + k]);
        }

        return left;
    }
}
