using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>One extraction at work: places, shots, gains and what is left of the song.</summary>
internal sealed class ShotFit(float[][] residual, int sampleRate)
{
    private const double HeadSeconds = 0.15, LongestHeadSeconds = 0.15, LeadSeconds = 0.012, TailSeconds = 0.005, LongestTailSeconds = 2;
    private const int Rounds = 3, FirstSteps = 12, LaterSteps = 6;
    private readonly double _energy = residual.Sum(channel => Overlap.Energy(channel));
    private Placement _placement = new([], [], [], []);
    private int[] _references = [];
    private int[] _blocks = [], _heads = [];
    private int _reach;
    private ShotModel[] _models = [];
    private float[][][] _shots = [];

    /// <summary>Aligns the events and measures how long the shots are.</summary>
    public void Place(Sound song, SoundGrid grid, OneShotOptions options)
    {
        int lead = Samples(LeadSeconds);
        int[] rows = [.. grid.Events.Select(e => e.Row)];
        int[] onsets = [.. grid.Events.Select(e => (int)Math.Clamp(Math.Round(e.Onset * sampleRate), -lead, song.Length) - lead)];
        var given = new Placement(rows, onsets, [], new int[grid.Sounds.Count]);
        _references = References.Choose(song, grid);
        _reach = Samples(options.OnsetToleranceSeconds);
        _blocks = [.. grid.Events.Select(e => Math.Max(1, Math.Min(
            Samples(Math.Max(0, e.Offset - e.Onset)) + lead + Samples(TailSeconds), Samples(options.LongestSeconds))))];
        int[][] events = given.EventsByRow();
        _heads = [.. events.Select(row => Math.Clamp(Middle(row), Samples(HeadSeconds), Samples(LongestHeadSeconds)))];
        int[] starts = Alignment.Align(residual, given, [.. _references.Zip(_heads)], (lead, _reach));
        var lengths = new int[events.Length];
        Parallel.For(0, lengths.Length, row => lengths[row] = CommonLength(events[row], starts, options));
        int[] played = [.. rows.Select((row, e) => Math.Max(lengths[row], _blocks[e]))];
        for (int row = 0; row < lengths.Length; row++)
            lengths[row] = events[row].Select(e => played[e]).DefaultIfEmpty(0).Max();
        _placement = new Placement(rows, starts, played, lengths);
        _models = [.. residual.Select(channel => new ShotModel(_placement, [.. rows.Select(_ => 1f)], channel.Length))];
        _shots = [.. _models.Select(model => model.Silence())];
    }

    private int Middle(int[] events) => events.Select(e => _blocks[e]).Order().ElementAtOrDefault(events.Length / 2);

    private int CommonLength(int[] events, int[] starts, OneShotOptions options)
    {
        if (events.Length < 2)
            return 0;
        int block = events.Max(e => _blocks[e]);
        int longest = Math.Min(Samples(options.LongestSeconds), block + Samples(LongestTailSeconds));
        int[] own = [.. events.Select(e => starts[e])];
        return ShotLengths.Common(residual, own, (Middle(events), block, longest), sampleRate) + Samples(TailSeconds);
    }

    /// <summary>Shots and gains take turns.</summary>
    public void Solve(IProgress<double>? progress, CancellationToken cancel)
    {
        for (int round = 0; round < Rounds; round++)
        {
            for (int c = 0; c < residual.Length; c++)
            {
                ShotSolver.Improve(_models[c], _shots[c], residual[c], round == 0 ? FirstSteps : LaterSteps, cancel);
                GainFit.Improve(_models[c], _shots[c], residual[c], null);
            }

            if (round + 1 < Rounds && _models[0].Gains.Length > 0)
                Adjust(cancel);
            progress?.Report(0.2 + 0.7 * (round + 1) / Rounds);
        }
    }

    private void Adjust(CancellationToken cancel)
    {
        if (_reach > 0)
            Renew(_placement with
            {
                Start = new Realignment(residual, _shots, _models).Improve(_heads, (Samples(LeadSeconds), _reach), cancel),
            });
        Renew(_placement with { Played = Choking.Improve(residual, _shots, _models, _blocks) });
    }

    private void Renew(Placement placement)
    {
        _placement = placement;
        _models = [.. _models.Select(model => new ShotModel(placement, model.Gains, model.SongLength))];
    }

    /// <summary>Cuts the shots clean, fits the gains to what is left of them and measures what the model leaves of the song.</summary>
    public OneShotSet Finish(SoundGrid grid, Sound? background, double songEnergy)
    {
        bool[] same = _models[0].Gains.Length == 0 ? [.. grid.Sounds.Select(_ => true)]
            : new UnlikeRows(residual, _shots, _models).Replace(_references);
        Trim();
        for (int c = 0; c < residual.Length; c++)
        {
            GainFit.Improve(_models[c], _shots[c], residual[c], same);
            GainFit.Normalize(_models[c], _shots[c]);
        }

        OneShot[] shots =
        [
            .. same.Select((isSame, row) => new OneShot(row, new Sound([.. _shots.Select(c => c[row])], sampleRate), isSame)),
        ];
        var events = grid.Events.Select((e, i) =>
            new OneShotEvent(i, e.Row, _placement.Start[i], _placement.Played[i], [.. _models.Select(model => model.Gains[i])])).ToArray();
        double left = residual.Sum(channel => Overlap.Energy(channel));
        return new OneShotSet(shots, events, (residual[0].Length, background))
        {
            ResidualDb = Db(left, songEnergy),
            ForegroundResidualDb = Db(left, _energy),
        };
    }

    private void Trim()
    {
        for (int c = 0; c < residual.Length; c++)
            _models[c].AddTo(_shots[c], 1, residual[c]);
        (int Start, int Length)[] bounds =
        [
            .. _placement.Length.Select((_, row) => ShotTrim.Bounds([.. _shots.Select(c => c[row])], Samples(LeadSeconds), sampleRate)),
        ];
        _shots = [.. _shots.Select(c => c.Select((shot, row) => ShotTrim.Cut(shot, bounds[row], sampleRate)).ToArray())];
        Renew(new Placement(
            _placement.Row,
            [.. _placement.Start.Select((start, e) => start + bounds[_placement.Row[e]].Start)],
            [
                .. _placement.Played.Select((played, e) => (played, Bounds: bounds[_placement.Row[e]]))
                    .Select(e => Math.Clamp(e.played - e.Bounds.Start, 0, e.Bounds.Length)),
            ],
            [.. bounds.Select(b => b.Length)]));
        for (int c = 0; c < residual.Length; c++)
            _models[c].AddTo(_shots[c], -1, residual[c]);
    }

    private static double Db(double part, double whole) => whole > 0 ? 10 * Math.Log10(part / whole) : 0;

    private int Samples(double seconds) => (int)Math.Round(seconds * sampleRate);
}
