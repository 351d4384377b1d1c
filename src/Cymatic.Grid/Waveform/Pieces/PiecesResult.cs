using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>What was found in a long song.</summary>
/// <param name="Sounds">Its sounds and playings.</param>
/// <param name="Loops">The loops that play under some of its pieces.</param>
/// <param name="Pulse">The pulse that the playings imply.</param>
internal sealed record PiecesResult(PlayedSounds Sounds, IReadOnlyList<PieceLoop> Loops, Pulse Pulse)
{
    /// <summary>Makes the loops a sound as long as the song.</summary>
    public Func<Sound> BackgroundOf(Sound song)
    {
        (IReadOnlyList<PieceLoop> loops, int channels, int length, int rate) = (Loops, song.Channels, song.Length, song.SampleRate);
        return () =>
        {
            float[][] background = [.. Enumerable.Range(0, channels).Select(_ => new float[length])];
            foreach (PieceLoop loop in loops)
            {
                for (int c = 0; c < channels; c++)
                    loop.Loop.Render(c, loop.Start - loop.Heard, background[c].AsSpan(loop.Start, loop.Length));
            }

            return new Sound(background, rate);
        };
    }
}

/// <summary>A loop under a piece.</summary>
/// <param name="Loop">As it was heard.</param>
/// <param name="Heard">Where hearing began, in samples of the song.</param>
/// <param name="Start">The piece's first sample.</param>
/// <param name="Length">The piece's samples.</param>
internal sealed record PieceLoop(UnrolledLoop Loop, int Heard, int Start, int Length);
