namespace Cymatic.Grid;

/// <summary>Where shots lie.</summary>
/// <param name="Row">The row of each event.</param>
/// <param name="Start">The sample of the song at which each event's shot starts.</param>
/// <param name="Played">How many samples of its shot each event plays: a new sound may choke it.</param>
/// <param name="Length">The length of each row's shot.</param>
internal sealed record Placement(int[] Row, int[] Start, int[] Played, int[] Length)
{
    /// <summary>What an event plays of the shots given.</summary>
    public ReadOnlySpan<float> Part(float[][] shots, int e) => shots[Row[e]].AsSpan(0, Played[e]);

    /// <summary>The events of each row, in order.</summary>
    public int[][] EventsByRow()
    {
        var lists = Length.Select(_ => new List<int>()).ToArray();
        for (int e = 0; e < Row.Length; e++)
            lists[Row[e]].Add(e);
        return [.. lists.Select(list => list.ToArray())];
    }
}
