namespace Cymatic.Grid;

/// <summary>The linear model of one channel: song ≈ Σ events gain · shot(t − start). Shots are what is sought, the rest is given.</summary>
/// <remarks>Sums run in the order of the events whatever the number of threads, so results do not depend on it.</remarks>
internal sealed class ShotModel
{
    private const int Segment = 1 << 16;
    private readonly int[] _byStart;
    private readonly int[] _starts;
    private readonly int[][] _eventsOf;
    private readonly int _longest;

    public ShotModel(Placement placement, float[] gains, int songLength)
    {
        (Placement, Gains, SongLength) = (placement, gains, songLength);
        _byStart = [.. Enumerable.Range(0, gains.Length).OrderBy(e => placement.Start[e])];
        _starts = [.. _byStart.Select(e => placement.Start[e])];
        _longest = placement.Length.DefaultIfEmpty(0).Max();
        _eventsOf = placement.EventsByRow();
    }

    public Placement Placement { get; }

    public float[] Gains { get; }

    public int SongLength { get; }

    /// <summary>Shots of silence.</summary>
    public float[][] Silence() => [.. Placement.Length.Select(length => new float[length])];

    /// <summary>Σ gain² of a row: how often a sample of its shot was heard.</summary>
    public double Weight(int row) => _eventsOf[row].Sum(e => (double)Gains[e] * Gains[e]);

    /// <summary>song += scale · (every shot with its gains at its places).</summary>
    public void AddTo(float[][] shots, float scale, float[] song) =>
        Parallel.For(0, (song.Length + Segment - 1) / Segment, segment =>
        {
            int from = segment * Segment, to = Math.Min(song.Length, from + Segment);
            for (int i = FirstReaching(from); i < _starts.Length && _starts[i] < to; i++)
            {
                int e = _byStart[i];
                Overlap.Add(Placement.Part(shots, e), scale * Gains[e], song.AsSpan(from, to - from), _starts[i] - from);
            }
        });

    /// <summary>shots[row][n] = Σ events of the row gain · song[start + n]: the transpose of <see cref="AddTo"/>.</summary>
    public void Gather(float[] song, float[][] shots) =>
        Parallel.For(0, shots.Length, row =>
        {
            Array.Clear(shots[row]);
            foreach (int e in _eventsOf[row])
                Overlap.Gather(song, Placement.Start[e], Gains[e], shots[row].AsSpan(0, Placement.Played[e]));
        });

    private int FirstReaching(int from)
    {
        int index = Array.BinarySearch(_starts, from - _longest);
        if (index < 0)
            return ~index;
        while (index > 0 && _starts[index - 1] == _starts[index])
            index--;
        return index;
    }
}
