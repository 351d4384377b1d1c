using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Something that lasts from one time to another, in a row.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
/// <param name="Row">Its row, from 0.</param>
public readonly record struct EventBlock(double Start, double End, int Row)
{
    /// <summary>How much of its colour it shows, 0 to 1.</summary>
    public double Weight { get; init; } = 1;
}

/// <summary>Events as blocks in rows over time; the first row is above.</summary>
public sealed record EventBlocks : Mark
{
    /// <summary>Blocks in rows.</summary>
    /// <param name="blocks">In any order.</param>
    /// <param name="rows">How many rows there are. Null: as many as the blocks need.</param>
    /// <exception cref="ArgumentException">A block in a row that is not there.</exception>
    public EventBlocks(IReadOnlyList<EventBlock> blocks, int? rows = null)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        (Blocks, Rows) = (blocks, rows ?? (blocks.Count == 0 ? 0 : blocks.Max(block => block.Row) + 1));
        foreach (EventBlock block in blocks)
        {
            if (block.Row < 0 || block.Row >= Rows)
                throw new ArgumentException($"A block lies in row {block.Row} of {Rows}.", nameof(blocks));
        }
    }

    /// <summary>The blocks.</summary>
    public IReadOnlyList<EventBlock> Blocks { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>The colour of each row, in turn. Null: hues in order.</summary>
    public IReadOnlyList<Color>? Colors { get; init; }

    /// <summary>Height of a block, as a share of its row.</summary>
    public double Thickness
    {
        get;
        init => field = value is > 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value,
                "A block takes up more than nothing of its row, and not more than all.");
    } = 0.82;

    internal override Reach Reach(Scale x, Scale y)
    {
        if (Rows == 0)
            return Plot.Reach.None;
        Interval times = Blocks.Aggregate(Interval.Empty, (all, block) => all.Union(Interval.Hull(block.Start, block.End)));
        return Plot.Reach.Firm(times, new(-0.5, Rows - 0.5)) with { Downwards = true };
    }

    internal override void Draw(Pen pen)
    {
        IReadOnlyList<Color> colors = Colors is { Count: > 0 } ? Colors : RowPalette.Create(Math.Max(1, Rows), 0.68, 0.15);
        using SavedCanvas clip = pen.Clip();
        foreach (EventBlock block in Blocks)
        {
            if (pen.Box((block.Start, block.End), (block.Row - Thickness / 2, block.Row + Thickness / 2)) is not { } box)
                continue;
            Color color = colors[block.Row % colors.Count];
            pen.Canvas.FillRectangle(box, Math.Min(3, box.Height / 4),
                color.WithAlpha(color.Alpha * Opacity * Math.Clamp(block.Weight, 0, 1)));
        }
    }
}

/// <summary>A note that sounds from one time to another.</summary>
/// <param name="Start">When it begins, in seconds or beats.</param>
/// <param name="End">When it ends.</param>
/// <param name="Pitch">Its MIDI number, 60 for middle C.</param>
public readonly record struct PianoNote(double Start, double End, int Pitch)
{
    /// <summary>0 (soft) to 1 (loud).</summary>
    public double Loudness { get; init; } = 1;

    /// <summary>Which part plays it, from 0; parts have colours of their own.</summary>
    public int Part { get; init; }
}

/// <summary>Notes over time: time to the right, pitch upwards, loud notes in full colour; behind them the rows of black keys.</summary>
public sealed record PianoRoll : Mark
{
    private static readonly bool[] Black = [false, true, false, true, false, false, true, false, true, false, true, false];

    /// <summary>Notes in any order.</summary>
    public PianoRoll(IReadOnlyList<PianoNote> notes) => Notes = notes ?? throw new ArgumentNullException(nameof(notes));

    /// <summary>The notes.</summary>
    public IReadOnlyList<PianoNote> Notes { get; }

    /// <summary>The colour of each part, in turn. Null: those of the palette.</summary>
    public IReadOnlyList<Color>? Colors { get; init; }

    /// <summary>Ticks for the vertical axis at every C, with its name.</summary>
    public static Ticks Octaves { get; } = Ticks.Labelled([.. Enumerable.Range(0, 11).Select(octave => (12.0 * octave, $"C{octave - 1}"))]);

    internal override Reach Reach(Scale x, Scale y)
    {
        if (Notes.Count == 0)
            return Plot.Reach.None;
        Interval times = Notes.Aggregate(Interval.Empty, (all, note) => all.Union(Interval.Hull(note.Start, note.End)));
        return Plot.Reach.Firm(times, new(Notes.Min(note => note.Pitch) - 1.5, Notes.Max(note => note.Pitch) + 1.5));
    }

    internal override void Draw(Pen pen)
    {
        IReadOnlyList<Color> colors = Colors is { Count: > 0 } ? Colors : pen.Theme.Palette;
        using SavedCanvas clip = pen.Clip();
        AxisProjection x = pen.Projection.X, y = pen.Projection.Y;
        for (int pitch = (int)Math.Max(0, y.Least); pitch <= Math.Min(127, y.Greatest + 1); pitch++)
        {
            if (Black[pitch % 12])
                pen.Block((x.From, x.To), (pitch - 0.5, pitch + 0.5), false, pen.Theme.GridLine.WithAlpha(0.6));
        }

        foreach (PianoNote note in Notes)
        {
            if (pen.Box((note.Start, note.End), (note.Pitch - 0.45, note.Pitch + 0.45)) is not { } box)
                continue;
            Color color = colors[Math.Abs(note.Part) % colors.Count];
            pen.Canvas.FillRectangle(box, Math.Min(2, box.Height / 3),
                color.WithAlpha(Opacity * (0.35 + 0.65 * Math.Clamp(note.Loudness, 0, 1))));
        }
    }
}
