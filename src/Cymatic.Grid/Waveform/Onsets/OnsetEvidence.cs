using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>What speaks for and against a candidate's being the start of a sound rather than a moment inside one.</summary>
internal sealed record OnsetEvidence
{
    private const double TwinRho2 = 0.6;
    private const double HeadSeconds = 0.050;
    private const double TailSeconds = 0.150;
    private const double EdgeSeconds = 0.3;

    /// <summary>Power against the song's mean that is silence, −90 dB.</summary>
    private const double Silence = 1e-9;

    /// <summary>Seconds at which it can first be heard: a slow attack is steepest long after.</summary>
    public required double Start { get; init; }

    /// <summary>What the twins say about its being a part of something longer.</summary>
    public required OnsetStructure Structure { get; init; }

    /// <summary>How the spectrum changes there.</summary>
    public required SpectralChange Change { get; init; }

    /// <summary>1 when it has no twin.</summary>
    public required double Single { get; init; }

    /// <summary>Whitened power of the first 50 ms against the candidates' 80 % quantile, in dB / 10.</summary>
    public required double Level { get; init; }

    /// <summary>The same of the song as it is heard.</summary>
    public required double Loudness { get; init; }

    /// <summary>Whitened power of the 100 ms after those 50 ms against theirs, in dB / 10.</summary>
    public required double Decay { get; init; }

    /// <summary>Natural logarithm of the seconds since the candidate before, at most 0.</summary>
    public required double Gap { get; init; }

    /// <summary>Seconds since the song's beginning, at most 0.3.</summary>
    public required double FromBegin { get; init; }

    /// <summary>Seconds to the song's end, at most 0.3.</summary>
    public required double ToEnd { get; init; }

    /// <summary>Everything that <see cref="OnsetNetwork"/> is told, with the <paramref name="phase"/> in the pulse.</summary>
    public void CopyTo(Span<double> inputs, double phase)
    {
        ReadOnlySpan<double> all =
        [
            Single, Level, Structure.Part, Structure.Followed, Math.Log(1 + Change.Novelty), Math.Log(1 + Change.Rise),
            Math.Log(1 + Math.Max(0, Change.Top)), Decay, Loudness, Gap, FromBegin, ToEnd, phase,
        ];
        all.CopyTo(inputs);
    }

    /// <summary>The evidence for every candidate in the song as it is <paramref name="heard"/> and whitened.</summary>
    public static OnsetEvidence[] Gather(
        Sound heard, LogBands bands, IReadOnlyList<Candidate> candidates, (List<Twin>[] Twins, WhitenedSong Song) known)
    {
        (List<Twin>[] twins, WhitenedSong song) = known;
        int head = song.Samples(HeadSeconds), rest = song.Samples(TailSeconds) - head;
        double silence = Silence * song.Energy(0, song.Length) / Math.Max(1, song.Length), quiet = Silence * Power(heard, 0, heard.Length);
        double White(int at, int length) => Decibels(song.Energy(at, length) / Math.Max(1, length) + silence) / 10;
        double[] levels = [.. candidates.Select(c => White(c.Sample, head))];
        double[] louds = [.. candidates.Select(c => Decibels(Power(heard, c.Sample, head) + quiet) / 10)];
        (double level, double loud) = (Usual(levels), Usual(louds));
        OnsetStructure[] structure = OnsetStructure.Of(candidates, twins, song.Rate);
        var evidence = new OnsetEvidence[candidates.Count];
        Parallel.For(0, candidates.Count, i =>
        {
            int at = candidates[i].Sample, before = i == 0 ? -song.Rate : candidates[i - 1].Sample;
            evidence[i] = new OnsetEvidence
            {
                Start = (double)(at + Backtrack.Shift(song, at)) / song.Rate,
                Structure = structure[i],
                Change = bands.ChangeAt(at),
                Single = twins[i].Exists(t => t.Rho2 > TwinRho2) ? 0 : 1,
                Level = levels[i] - level,
                Loudness = louds[i] - loud,
                Decay = White(at + head, rest) - levels[i],
                Gap = Math.Log(Math.Min(1, Math.Max(1, at - before) / (double)song.Rate)),
                FromBegin = Math.Min(EdgeSeconds, (double)at / song.Rate),
                ToEnd = Math.Min(EdgeSeconds, (double)(song.Length - 1 - at) / song.Rate),
            };
        });
        return evidence;
    }

    /// <summary>The level that one of five candidates passes.</summary>
    private static double Usual(double[] levels) =>
        levels.Length == 0 ? 0 : levels.Order().ElementAt((int)(0.8 * (levels.Length - 1)));

    private static double Power(Sound heard, int start, int length)
    {
        double energy = 0;
        int to = Math.Min(heard.Length, start + length);
        for (int c = 0; c < heard.Channels && to > start; c++)
            energy += TensorPrimitives.SumOfSquares(heard[c][start..to]);
        return energy / Math.Max(1, length);
    }

    private static double Decibels(double power) => 10 * Math.Log10(power + 1e-14);
}
