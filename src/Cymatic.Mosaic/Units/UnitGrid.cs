namespace Cymatic.Mosaic;

/// <summary>Units of one length, one after the other: unit n begins at n·rate exactly, so that errors do not add up.</summary>
/// <param name="Rate">Units a second.</param>
/// <param name="Margin">Seconds that are heard before and after each unit.</param>
internal readonly record struct UnitGrid(UnitRate Rate, double Margin)
{
    /// <summary>The grid of options whose units lie on one.</summary>
    public static UnitGrid Of(UnitOptions options)
    {
        if (options.Kind == UnitKind.Frames)
            return new(options.Rate, 0);
        int hop = Math.Max(1, (int)Math.Round(options.GrainSeconds * (1 - options.Overlap) * Analysis.SampleRate));
        double seconds = (double)hop / Analysis.SampleRate;
        return new(new(Analysis.SampleRate, hop), Math.Max(0, (options.GrainSeconds - seconds) / 2));
    }

    /// <summary>The units of a corpus' source: those that are whole, and one at least.</summary>
    public int WholeUnits(double duration) => checked((int)Math.Max(1, Rate.UnitsIn(duration)));

    /// <summary>The units that cover a target, the last of which may be cut short.</summary>
    public int CoveringUnits(double duration)
    {
        long whole = Rate.UnitsIn(duration);
        return checked((int)Math.Max(1, duration - Rate.TimeOf(whole) > 1e-4 ? whole + 1 : whole));
    }
}
