using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// A long song piece by piece: each is taken apart by itself, in the same whitening, and its sounds are known again in the others by their
/// beginnings. Time is linear in the length, and memory what the song and one piece take.
/// </summary>
internal static class SongPieces
{
    /// <summary>Songs up to this length are one piece.</summary>
    public const double LongestWholeSeconds = 600;
    private const double PieceSeconds = 180;

    /// <summary>What is heard before and after a piece, so that its first and last sounds are whole.</summary>
    private const double BeforeSeconds = 1;
    private const double AfterSeconds = 2;

    /// <summary>Finds the sounds and playings of a long song.</summary>
    public static PiecesResult Find(Sound song, GridOptions options, IProgress<double>? progress, CancellationToken cancel)
    {
        Whitening whitening = Whitening.Of(song);
        int[] cuts = PieceCuts.Of(song, PieceSeconds);
        int before = (int)(BeforeSeconds * song.SampleRate), after = (int)(AfterSeconds * song.SampleRate), labels = 0;
        var pieces = new List<SongPiece>();
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            int from = Math.Max(0, cuts[i] - before), to = Math.Min(song.Length, cuts[i + 1] + after);
            var part = new SongPiece.Part(song.Part(from, to - from), from, cuts[i], cuts[i + 1]);
            pieces.Add(SongPiece.Of(part, whitening, options, (labels, cancel)));
            labels = pieces[^1].Labels;
            // Hundreds of megabytes in few arrays, of which nothing but the next piece would make the collector think.
            GC.Collect();
            progress?.Report((double)cuts[i + 1] / song.Length);
        }

        Dictionary<int, int> joined = PieceJoin.Labels([.. pieces.SelectMany(piece => piece.Heads)], song.SampleRate, cancel);
        PlayedBlock[] blocks = [.. pieces.SelectMany(piece => piece.Sounds.Blocks)
            .Select(block => block with { Label = joined.GetValueOrDefault(block.Label, block.Label) }).OrderBy(block => block.Start)];
        PieceLoop[] loops = [.. pieces.Select(piece => piece.Loop).OfType<PieceLoop>()];
        var sounds = new PlayedSounds(blocks, Fingerprints(pieces, joined));
        return new PiecesResult(sounds, loops, PulseOf(blocks, song.SampleRate));
    }

    /// <summary>A sound's fingerprint is that of the piece in which it plays most.</summary>
    private static Dictionary<int, SoundFingerprint> Fingerprints(List<SongPiece> pieces, Dictionary<int, int> joined)
    {
        var best = new Dictionary<int, (SoundFingerprint Print, int Count)>();
        foreach (PlayedSounds sounds in pieces.Select(piece => piece.Sounds))
        {
            foreach ((int label, int count) in sounds.Blocks.CountBy(block => block.Label))
            {
                int sound = joined.GetValueOrDefault(label, label);
                if (count > best.GetValueOrDefault(sound).Count)
                    best[sound] = (sounds.Fingerprints[label], count);
            }
        }

        return best.Select(entry => (entry.Key, entry.Value.Print)).ToDictionary();
    }

    private static Pulse PulseOf(PlayedBlock[] blocks, double rate)
    {
        double[] times = [.. blocks.Select(block => block.Start / rate)];
        return Pulse.Find(times, [.. times.Select(_ => 1.0)]);
    }
}
