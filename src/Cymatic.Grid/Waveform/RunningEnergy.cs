namespace Cymatic.Grid;

/// <summary>The energy of any window of a song as it was, for when the song itself is being taken apart.</summary>
/// <remarks>Sums over cells of up to <see cref="LargestCell"/> samples are kept; within a cell the energy counts as even.</remarks>
internal sealed class RunningEnergy
{
    private const int LargestCell = 32;

    private readonly double[] _sums;
    private readonly int _cell;

    /// <summary>Adds up a song's energy.</summary>
    public RunningEnergy(WhitenedSong song)
    {
        _cell = Math.Clamp(song.Samples(0.001), 1, LargestCell);
        _sums = new double[song.Length / _cell + 2];
        for (int i = 1; i < _sums.Length; i++)
            _sums[i] = _sums[i - 1] + song.Energy((i - 1) * _cell, _cell);
    }

    /// <summary>Energy of a window, summed over the channels; silence surrounds the song.</summary>
    public double Of(int start, int length) => Until(start + length) - Until(start);

    private double Until(int sample)
    {
        double cell = Math.Clamp((double)sample / _cell, 0, _sums.Length - 1);
        int whole = Math.Min((int)cell, _sums.Length - 2);
        return _sums[whole] + (cell - whole) * (_sums[whole + 1] - _sums[whole]);
    }
}
