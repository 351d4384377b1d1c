namespace Cymatic.Grid;

/// <summary>
/// From the times that are told to the places at which waveforms are compared. Playings of one sound are put where they coincide; by how
/// much they have to be moved for that says how exact the times are, and that bounds how far the steepest rise is looked for.
/// </summary>
internal sealed class ToldPlaces
{
    private const double HeadSeconds = 0.097, LagSeconds = 0.045, StepSeconds = 0.0005;
    private const float SameSound = 0.5f;

    /// <summary>Files are late or early by so much at most.</summary>
    private const double MostBeforeSeconds = 0.030, MostAfterSeconds = 0.040;

    /// <summary>Of exact times the rise may be so far away.</summary>
    private const double SlackSeconds = 0.008;

    /// <summary>Which of the playings tells where the sound rises: what was before rises and ends elsewhere in the others.</summary>
    private const double Quantile = 0.25;

    private readonly WhitenedSong _song;
    private readonly int[] _told;
    private readonly List<List<(int Index, int Lag)>> _groups;

    private ToldPlaces(int[] told, WhitenedSong song, CancellationToken cancel)
    {
        (_told, _song) = (told, song);
        var matcher = new HeadMatcher(song, told, HeadSeconds, new LagRange { Seconds = LagSeconds });
        _groups = TwinClusters.Group(matcher.AllTwins(SameSound, cancel), SameSound);
    }

    /// <summary>The place for each rising sample that is told.</summary>
    public static int[] Of(int[] told, WhitenedSong song, CancellationToken cancel)
    {
        var places = new ToldPlaces(told, song, cancel);
        int most = song.Samples(MostBeforeSeconds), latest = song.Samples(MostAfterSeconds);
        (int from, int to) = (-most, latest);
        if (places.Spread() is { } spread)
        {
            int[] shifts = [.. places._groups.Where(g => g.Count > 1).Select(g => places.Shift(g, -most, latest)).Order()];
            int offset = shifts[shifts.Length / 2], slack = spread + song.Samples(SlackSeconds);
            (from, to) = (Math.Max(-most, offset - slack), Math.Min(latest, offset + slack));
        }

        return places.Placed(from, to);
    }

    /// <summary>Twice the standard deviation of the lags within the sounds, or null when none comes again.</summary>
    private int? Spread()
    {
        double sum = 0;
        int freedom = 0;
        foreach (List<(int Index, int Lag)> group in _groups.Where(g => g.Count > 1))
        {
            double mean = group.Average(m => m.Lag);
            sum += group.Sum(m => (m.Lag - mean) * (m.Lag - mean));
            freedom += group.Count - 1;
        }

        return freedom == 0 ? null : (int)(2 * Math.Sqrt(sum / freedom));
    }

    private int[] Placed(int from, int to)
    {
        var places = new int[_told.Length];
        foreach (List<(int Index, int Lag)> group in _groups)
        {
            // The lags are against one playing, whose own time may be the one that is wrong.
            int middle = group.Select(m => m.Lag).Order().ElementAt(group.Count / 2);
            List<(int Index, int Lag)> aligned = [.. group.Select(m => (m.Index, m.Lag - middle))];
            int shift = Shift(aligned, from, to);
            foreach ((int index, int lag) in aligned)
                places[index] = Math.Clamp(_told[index] + lag + shift, 0, Math.Max(0, _song.Length - 1));
        }

        return places;
    }

    /// <summary>The move, the same for all playings of a sound, after which they all rise most.</summary>
    private int Shift(List<(int Index, int Lag)> group, int from, int to)
    {
        int step = Math.Max(1, _song.Samples(StepSeconds)), best = 0;
        double highest = double.NegativeInfinity;
        double[][] rises = [.. group.Select(m => Rises(_told[m.Index] + m.Lag, (from, to), step))];
        var column = new double[rises.Length];
        for (int k = 0; k < rises[0].Length; k++)
        {
            for (int i = 0; i < rises.Length; i++)
                column[i] = rises[i][k];
            double rise = Quantiles.Of(column, Quantile);
            if (rise > highest)
                (highest, best) = (rise, from + k * step);
        }

        return best;
    }

    /// <summary>How much the energy rises at each move, against the playing's highest rise.</summary>
    private double[] Rises(int place, (int From, int To) moves, int step)
    {
        int frame = Math.Max(1, _song.Samples(0.008));
        var rises = new double[(moves.To - moves.From) / step + 1];
        for (int k = 0; k < rises.Length; k++)
        {
            int at = place + moves.From + k * step;
            rises[k] = Math.Sqrt(_song.Energy(at, frame)) - Math.Sqrt(_song.Energy(at - frame, frame));
        }

        double highest = Math.Max(1e-12, rises.Max());
        for (int k = 0; k < rises.Length; k++)
            rises[k] /= highest;
        return rises;
    }
}
