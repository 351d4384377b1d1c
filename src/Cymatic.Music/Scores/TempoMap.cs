namespace Cymatic.Music;

/// <summary>From a tick on, quarter notes of this length.</summary>
/// <param name="Tick">Where it begins.</param>
/// <param name="MicrosecondsPerQuarter">1 to 16777215; 500000 is 120 beats a minute.</param>
public readonly record struct TempoChange(long Tick, int MicrosecondsPerQuarter)
{
    /// <summary>Quarter notes a minute.</summary>
    public double Bpm => 60e6 / MicrosecondsPerQuarter;

    /// <summary>The change to the nearest tempo that MIDI can say.</summary>
    /// <param name="tick">Where it begins.</param>
    /// <param name="bpm">Quarter notes a minute, about 3.6 to 60 million.</param>
    public static TempoChange FromBpm(long tick, double bpm) => new(tick, checked((int)Math.Round(60e6 / bpm)));
}

/// <summary>The exact map between ticks and seconds: whole numbers are summed, and divided once.</summary>
/// <remarks>Standard MIDI Files 1.0: without a tempo event, 120 quarter notes a minute.</remarks>
public sealed class TempoMap
{
    private const int DefaultTempo = 500_000;

    // Seconds are units of 1/_unitsPerSecond; a tick of a segment takes _unitsPerTick of them.
    private readonly long _unitsPerSecond;
    private readonly long[] _ticks;
    private readonly long[] _unitsPerTick;
    private readonly Int128[] _starts;

    /// <summary>A map of changes that may come in any order; of two at one tick the later in the list counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A change at a negative tick, or a tempo that MIDI cannot say.</exception>
    public TempoMap(MidiDivision division, params IEnumerable<TempoChange> changes)
    {
        if (division == default)
            throw new ArgumentException("A division says how long a tick is; this one is empty.", nameof(division));
        Division = division;
        Changes = [.. changes.OrderBy(change => change.Tick)];
        foreach (TempoChange change in Changes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(change.Tick, nameof(changes));
            if (change.MicrosecondsPerQuarter is < 1 or > 0xFFFFFF)
                throw new ArgumentOutOfRangeException(
                    nameof(changes), change.MicrosecondsPerQuarter, "A tempo is 1 to 16777215 microseconds a quarter.");
        }

        (_unitsPerSecond, _ticks, _unitsPerTick) = division.IsSmpte ? SmpteSegments(division) : QuarterSegments(division, Changes);
        _starts = new Int128[_ticks.Length];
        for (int i = 1; i < _ticks.Length; i++)
            _starts[i] = _starts[i - 1] + (Int128)(_ticks[i] - _ticks[i - 1]) * _unitsPerTick[i - 1];
    }

    /// <summary>What a tick is.</summary>
    public MidiDivision Division { get; }

    /// <summary>The changes, by tick. They have no effect when the division is SMPTE.</summary>
    public IReadOnlyList<TempoChange> Changes { get; }

    /// <summary>One tempo for the whole piece.</summary>
    /// <param name="bpm">Quarter notes a minute.</param>
    /// <param name="ticksPerQuarter">1 to 32767.</param>
    public static TempoMap Constant(double bpm, int ticksPerQuarter = 480) =>
        new(MidiDivision.PerQuarter(ticksPerQuarter), TempoChange.FromBpm(0, bpm));

    /// <summary>The time of a tick in seconds.</summary>
    public double ToSeconds(long tick)
    {
        int i = Segment(Array.BinarySearch(_ticks, tick));
        return (double)(_starts[i] + (Int128)(tick - _ticks[i]) * _unitsPerTick[i]) / _unitsPerSecond;
    }

    /// <summary>The tick nearest to a time; negative times give negative ticks.</summary>
    /// <param name="seconds">A finite number.</param>
    public long ToTick(double seconds)
    {
        double units = seconds * _unitsPerSecond;
        int i = _starts.Length - 1;
        while (i > 0 && units < (double)_starts[i])
            i--;
        return _ticks[i] + (long)Math.Round((units - (double)_starts[i]) / _unitsPerTick[i]);
    }

    private static int Segment(int found) => Math.Max(found >= 0 ? found : ~found - 1, 0);

    // 29 frames a second is drop-frame time: 30000/1001.
    private static (long UnitsPerSecond, long[] Ticks, long[] UnitsPerTick) SmpteSegments(MidiDivision division) =>
        division.FramesPerSecond == 29
            ? (30_000L * division.TicksPerFrame, [0], [1001])
            : ((long)division.FramesPerSecond * division.TicksPerFrame, [0], [1]);

    private static (long UnitsPerSecond, long[] Ticks, long[] UnitsPerTick) QuarterSegments(
        MidiDivision division, IReadOnlyList<TempoChange> changes)
    {
        var segments = new List<TempoChange> { new(0, DefaultTempo) };
        foreach (TempoChange change in changes)
        {
            if (segments[^1].Tick == change.Tick)
                segments[^1] = change;
            else
                segments.Add(change);
        }

        return (1_000_000L * division.TicksPerQuarter, [.. segments.Select(s => s.Tick)],
            [.. segments.Select(s => (long)s.MicrosecondsPerQuarter)]);
    }
}
