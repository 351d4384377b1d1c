using System.Text;
using Cymatic.Grid;

namespace Cymatic.Workflows.Tests;

/// <summary>A small grid to be written.</summary>
internal static class Documents
{
    public static GridDocument Small(double? bpm = 120, double firstBeat = 0) => new()
    {
        Title = "A \"song\"",
        ResidualDb = -18.256,
        Grid = new SoundGrid
        {
            Duration = 4.5,
            Method = "waveform",
            Bpm = bpm,
            FirstBeat = firstBeat,
            Sounds = [new("bright 1", "mix", 4000.04), new("low, 1", "percussive", 60), new("low 2", "percussive", 70)],
            Events = [new(0.25, 1.0, 0, -10), new(0.5, 0.75, 1, -20), new(0.5, 2.5, 2, -16), new(1.0, 1.5, 0, -14), new(1.5, 1.75, 2, -50)],
            Remarks = ["One remark."],
        },
    };

    public static byte[] Bytes(Action<Stream, GridDocument> write, GridDocument? document = null)
    {
        var stream = new MemoryStream();
        write(stream, document ?? Small());
        return stream.ToArray();
    }

    public static string Text(Action<Stream, GridDocument> write, GridDocument? document = null) =>
        Encoding.UTF8.GetString(Bytes(write, document));
}
