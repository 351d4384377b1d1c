using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Where a long song is cut into pieces: about as often as asked for, each time where it is quietest.</summary>
internal static class PieceCuts
{
    /// <summary>How far a cut may be moved, either way.</summary>
    private const double ReachSeconds = 10;
    private const double FrameSeconds = 0.020;

    /// <summary>The first samples of the pieces and, at the end, the song's length.</summary>
    public static int[] Of(Sound song, double pieceSeconds)
    {
        int pieces = Math.Max(1, (int)Math.Ceiling(song.Duration / pieceSeconds));
        var cuts = new int[pieces + 1];
        for (int i = 1; i < pieces; i++)
            cuts[i] = Quietest(song, (int)((long)i * song.Length / pieces));
        cuts[pieces] = song.Length;
        return cuts;
    }

    /// <summary>The middle of the frame with the least energy.</summary>
    private static int Quietest(Sound song, int near)
    {
        int frame = Math.Max(1, (int)(FrameSeconds * song.SampleRate)), reach = (int)(ReachSeconds * song.SampleRate), quietest = near;
        double least = double.PositiveInfinity;
        for (int at = Math.Max(0, near - reach); at + frame <= Math.Min(song.Length, near + reach); at += frame)
        {
            double energy = 0;
            for (int c = 0; c < song.Channels; c++)
                energy += TensorPrimitives.SumOfSquares(song[c].Slice(at, frame));
            if (energy < least)
                (least, quietest) = (energy, at + frame / 2);
        }

        return quietest;
    }
}
