namespace Cymatic.Grid;

/// <summary>Puts the occurrences of each row where their waveforms coincide.</summary>
internal static class Alignment
{
    private const double LeastCorrelation = 0.3;

    /// <summary>The first sample of each event so that the events of a row are aligned with its reference.</summary>
    /// <remarks>All events of a row move together so that half of the onsets given lie before and half after the found ones.</remarks>
    public static int[] Align(float[][] song, Placement given, (int Reference, int Head)[] rows, (int Lead, int Reach) size)
    {
        int[] starts = [.. given.Start];
        int[][] events = given.EventsByRow();
        Parallel.For(0, rows.Length, row =>
        {
            if (events[row].Length < 2 || size.Reach == 0)
                return;
            var search = new LagSearch(song.Length, rows[row].Head, size.Reach);
            AlignRow(song, search, (events[row], rows[row].Reference, size.Lead), starts);
        });
        return starts;
    }

    private static void AlignRow(float[][] song, LagSearch search, (int[] Events, int Reference, int Lead) row, int[] starts)
    {
        search.SetHead(song, starts[row.Reference] + row.Lead);
        var lags = new int[row.Events.Length];
        for (int i = 0; i < lags.Length; i++)
        {
            (int lag, double correlation) = search.Find(song, starts[row.Events[i]] + row.Lead);
            lags[i] = correlation >= LeastCorrelation && row.Events[i] != row.Reference ? lag : 0;
        }

        int middle = lags.Order().ElementAt(lags.Length / 2);
        for (int i = 0; i < lags.Length; i++)
            starts[row.Events[i]] += lags[i] - middle;
    }
}
