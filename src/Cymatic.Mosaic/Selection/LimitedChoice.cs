namespace Cymatic.Mosaic;

/// <summary>Keeps a choice within limits: no unit again too soon or too often, no run too short.</summary>
/// <remarks>
/// From the first unit to the last: what was chosen stays where it is allowed; else the candidate that loses least, over as many units as
/// a run must have, takes its place.
/// </remarks>
internal sealed class LimitedChoice
{
    // Nats that what was chosen without limits is ahead, and that a unit which is no candidate is behind.
    private const double Wish = 1000, Stranger = 3;

    private readonly Corpus _corpus;
    private readonly CandidateTable _table;
    private readonly SelectionOptions _options;
    private readonly SourceChoice _choice;
    private readonly JoinCosts? _joins;
    private readonly int[] _uses;
    private readonly double[] _last, _starts;

    public LimitedChoice(Corpus corpus, TargetMatch match, SelectionOptions options, JoinCosts? joins)
    {
        (_corpus, _table, _options, _joins) = (corpus, match.Table, options, joins);
        (_choice, _uses, _last) = (new SourceChoice(corpus, options), new int[corpus.Count], new double[corpus.Count]);
        Array.Fill(_last, double.NegativeInfinity);
        _starts = [.. Enumerable.Range(0, match.Target.Count).Select(t => match.Target.Sound[t].Start)];
    }

    /// <summary>Whether there are limits.</summary>
    public static bool IsAsked(SelectionOptions options) =>
        options.RepeatSeconds > 0 || options.MostUses is not null || options.LeastRun > 1;

    /// <summary>The choice within the limits.</summary>
    public int[] Keep(int[] wished, CancellationToken cancel)
    {
        var kept = new int[wished.Length];
        for (int t = 0, run = 0; t < kept.Length; t++)
        {
            cancel.ThrowIfCancellationRequested();
            int before = t > 0 ? kept[t - 1] : -1;
            bool goesOn = t > 0 && IsInSource(before, 1) && IsFree(before + 1, t);
            kept[t] = goesOn && (run < _options.LeastRun || wished[t] == before + 1) ? before + 1 : Best(wished, t, before);
            run = t > 0 && kept[t] == before + 1 ? run + 1 : 1;
            _uses[kept[t]]++;
            _last[kept[t]] = _starts[t];
        }

        return kept;
    }

    private int Best(int[] wished, int t, int before)
    {
        (int Unit, double Worth) best = (-1, double.NegativeInfinity);
        foreach (int unit in _table.UnitsOf(t))
        {
            if (!IsFree(unit, t) || !CanRun(unit, t))
                continue;
            double worth = (unit == wished[t] ? Wish : 0) - (before >= 0 && _joins is not null ? _joins.Between(before, unit) : 0);
            for (int k = 0; k < _options.LeastRun && t + k < _table.Targets; k++)
                worth += Worth(t + k, unit + k);
            if (worth > best.Worth)
                best = (unit, worth);
        }

        return best.Unit >= 0 ? best.Unit : Stray(wished[t], t);
    }

    /// <summary>The free unit that is nearest in the corpus to the one that was wished for.</summary>
    private int Stray(int wished, int t)
    {
        int fallback = -1;
        for (int step = 0; step < _corpus.Count; step++)
        {
            foreach (int unit in (ReadOnlySpan<int>)[wished - step, wished + step])
            {
                if (unit < 0 || unit >= _corpus.Count || !IsFree(unit, t))
                    continue;
                if (CanRun(unit, t))
                    return unit;
                fallback = fallback < 0 ? unit : fallback;
            }
        }

        return fallback >= 0 ? fallback : throw new SelectionException(
            $"The corpus has {_corpus.Count} units, too few to keep them from being used again within {_options.RepeatSeconds} s"
            + (_options.MostUses is { } most ? $" or more than {most} times." : "."));
    }

    private double Worth(int t, int unit)
    {
        double least = 0;
        for (int place = _table.PlaceOf(t), end = place + _table.CountOf(t); place < end; place++)
        {
            if (_table.Units[place] == unit)
                return _table.Utility[place];
            least = Math.Min(least, _table.Utility[place]);
        }

        return least - Stranger;
    }

    private bool CanRun(int unit, int t)
    {
        int length = Math.Min(_options.LeastRun, _table.Targets - t);
        if (!IsInSource(unit, length - 1))
            return false;
        for (int k = 1; k < length; k++)
        {
            if (!IsFree(unit + k, t + k))
                return false;
        }

        return true;
    }

    private bool IsInSource(int unit, int further)
    {
        CorpusSource source = _corpus.Sources[_corpus.SourceOf(unit)];
        return unit + further < source.FirstUnit + source.Units;
    }

    private bool IsFree(int unit, int t) => _choice.IsAllowed(_corpus.SourceOf(unit))
        && !(_uses[unit] >= _options.MostUses) && !(_starts[t] - _last[unit] < _options.RepeatSeconds - 1e-9);
}
