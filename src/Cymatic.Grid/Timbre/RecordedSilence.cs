using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Where nothing is heard of a recording but its own noise: between words, before the first note, after the last.</summary>
internal sealed class RecordedSilence
{
    private const double FrameSeconds = 0.020;

    /// <summary>Shares of a song's frames that are softer than its floor and than its loud ones.</summary>
    private const double FloorShare = 0.05, LoudShare = 0.95;

    /// <summary>What is so little above the floor, and so far below what is loud, is noise.</summary>
    private const double AboveFloorDb = 8, BelowLoudDb = 20;

    /// <summary>A sound is over where it is so far below its own loudest frame, and so far below what is loud.</summary>
    private const double OverDb = 15, FarBelowLoudDb = 35;

    /// <summary>Frames for which a sound may be that soft without being over.</summary>
    private const int BreakFrames = 5;

    private readonly int _frame;
    private readonly double[] _levels;
    private readonly double _least, _soft;

    public RecordedSilence(Sound song)
    {
        _frame = Math.Max(1, (int)(FrameSeconds * song.SampleRate));
        _levels = new double[song.Length / _frame];
        for (int i = 0; i < _levels.Length; i++)
        {
            double energy = 0;
            for (int c = 0; c < song.Channels; c++)
                energy += TensorPrimitives.SumOfSquares(song[c].Slice(i * _frame, _frame));
            _levels[i] = 10 * Math.Log10(energy / _frame + 1e-12);
        }

        double[] sorted = _levels.Length == 0 ? [double.NegativeInfinity] : [.. _levels.Order()];
        double floor = sorted[(int)(FloorShare * (sorted.Length - 1))], loud = sorted[(int)(LoudShare * (sorted.Length - 1))];
        (_least, _soft) = (Math.Min(floor + AboveFloorDb, loud - BelowLoudDb), loud - FarBelowLoudDb);
    }

    /// <summary>Samples from a start to where a sound is over, before another sample; 0 when none is heard.</summary>
    public int HeardLength(int start, int until)
    {
        int first = (start + _frame - 1) / _frame, end = Math.Min(until / _frame, _levels.Length);
        // Too short a stretch, or one at the very end, is taken as heard.
        if (end <= first)
            return until - start;
        int loudest = first + TensorPrimitives.IndexOfMax<double>(_levels.AsSpan(first, end - first));
        if (_levels[loudest] < _least)
            return 0;
        double over = Math.Max(_least, Math.Min(_soft, _levels[loudest] - OverDb));
        int last = loudest;
        // Breaks in a sound are heard as part of it.
        for (int i = loudest + 1; i < end && i - last <= BreakFrames; i++)
            last = _levels[i] < over ? last : i;
        return last == end - 1 ? until - start : (last + 1) * _frame - start;
    }
}
