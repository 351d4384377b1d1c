using System.Globalization;

namespace Cymatic.Plot;

/// <summary>Ticks in Hz on a scale that is straight below 1 kHz and logarithmic above: round numbers at nearly equal distances.</summary>
internal sealed record HertzTicks : Ticks
{
    // From many ticks to few.
    private static readonly double[][] Choices =
    [
        [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1200, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10000, 12000, 15000,
            20000],
        [0, 200, 400, 600, 800, 1000, 1500, 2000, 3000, 4000, 6000, 8000, 12000, 16000],
        [0, 500, 1000, 2000, 4000, 8000, 16000],
        [0, 1000, 4000, 16000],
    ];

    internal static HertzTicks Instance { get; } = new();

    internal override TickSet Locate(TickRoom room)
    {
        double[] chosen = Array.Find(Choices, choice => choice.Count(room.Holds) <= room.Labels) ?? Choices[^1];
        double[] major = [.. chosen.Where(room.Holds)];
        if (major.Length < 2)
            return LinearTicks.Instance.Locate(room);
        return new([.. major.Select(hz => new Tick(hz, NumberFormat.Plain(hz))), .. Choices[0].Where(room.Holds).Except(major)
            .Select(hz => new Tick(hz, null))]);
    }
}

/// <summary>Ticks at notes: every C, and more of the octave where there is room.</summary>
internal sealed record NoteTicks : Ticks
{
    private const double A4 = 440;
    private const int A4Number = 69;

    // Which semitones above C are named, from few to all.
    private static readonly int[][] Named = [[0], [0, 7], [0, 4, 7], [0, 2, 4, 5, 7, 9, 11], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]];
    private static readonly string[] Names = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"];

    internal static NoteTicks Instance { get; } = new();

    internal override TickSet Locate(TickRoom room)
    {
        if (!(room.Least > 0))
            return new([]);
        int from = (int)Math.Ceiling(Number(room.Least) - 1e-6), to = (int)Math.Floor(Number(room.Greatest) + 1e-6);
        double octaves = (to - from + 1) / 12.0;
        int[] named = Array.FindLast(Named, notes => notes.Length * octaves <= room.Labels) ?? Named[0];
        int stride = Math.Max(1, (int)Math.Ceiling(octaves / Math.Max(1, room.Labels)));
        List<Tick> ticks = [];
        for (int note = from; note <= to && ticks.Count < Most; note++)
        {
            int tone = (note % 12 + 12) % 12, octave = (int)Math.Floor(note / 12.0) - 1;
            bool labelled = named.Contains(tone) && (stride == 1 || octave % stride == 0);
            if (labelled || octaves <= 6 || tone == 0)
                ticks.Add(new(A4 * Math.Pow(2, (note - A4Number) / 12.0), labelled
                    ? Names[tone] + octave.ToString(CultureInfo.InvariantCulture) : null));
        }

        return new(ticks);
    }

    private static double Number(double hz) => A4Number + 12 * Math.Log2(hz / A4);
}
