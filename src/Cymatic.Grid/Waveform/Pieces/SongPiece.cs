using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>What was found in one piece of a long song.</summary>
/// <param name="Sounds">The sounds that start in the piece, as samples of the song.</param>
/// <param name="Heads">By what they are known again.</param>
/// <param name="Loop">The loop that plays under the piece, or null.</param>
internal sealed record SongPiece(PlayedSounds Sounds, IReadOnlyList<SoundHead> Heads, PieceLoop? Loop)
{
    /// <summary>Labels that are taken: those of this piece and of the pieces before.</summary>
    public int Labels { get; private init; }

    /// <summary>Takes a piece apart; its labels begin with the first that is free.</summary>
    public static SongPiece Of(Part part, Whitening whitening, GridOptions options, (int FreeLabel, CancellationToken Cancel) job)
    {
        double begin = (double)part.Start / part.Heard.SampleRate;
        if (options.Onsets is { } told)
            options = options with { Onsets = [.. told.Select(time => time - begin)] };
        WaveformResult found = WaveformMethod.Find(part.Heard, whitening, options, (null, job.Cancel));
        IEnumerable<WaveformEvent> own = found.Events.Where(e => part.Owns(e.Start + part.Start));
        PlayedSounds sounds = GridBuilder.Describe(found.Heard, own, job.Cancel);
        HashSet<int> labels = [.. sounds.Labels];
        int Renamed(int label) => job.FreeLabel + label;
        PlayedBlock[] blocks =
            [.. sounds.Blocks.Select(block => block with { Start = block.Start + part.Start, Label = Renamed(block.Label) })];
        Dictionary<int, SoundFingerprint> prints = sounds.Fingerprints.Select(print => (Renamed(print.Key), print.Value)).ToDictionary();
        SoundHead[] heads = [.. found.Heads.Where(h => labels.Contains(h.Label)).Select(h => h with { Label = Renamed(h.Label) })];
        PieceLoop? loop = found.Loop is null ? null : new(found.Loop, part.Start, part.From, part.To - part.From);
        return new SongPiece(new PlayedSounds(blocks, prints), heads, loop)
        {
            Labels = job.FreeLabel + found.Events.Select(e => e.Label + 1).DefaultIfEmpty(0).Max(),
        };
    }

    /// <summary>What is heard of a song, and which of its samples are the piece's own.</summary>
    internal sealed record Part(Sound Heard, int Start, int From, int To)
    {
        public bool Owns(int sample) => sample >= From && sample < To;
    }
}
