using System.Diagnostics;
using System.Globalization;

namespace Cymatic.Music.Tests;

/// <summary>What another program reads from the files that we write: mido, Debian's python3-mido.</summary>
public sealed class MidoTests
{
    private const string Program =
        """
        import mido, sys
        file = mido.MidiFile(sys.argv[1])
        print(file.type, file.ticks_per_beat, ",".join(track.name for track in file.tracks))
        time = 0
        for message in file:
            time += message.time
            if message.type in ("note_on", "note_off"):
                print(message.type, message.channel, message.note, message.velocity, format(time, ".6f"))
        """;

    [Fact]
    public void Mido_reads_the_tracks_notes_and_times_that_were_written()
    {
        var score = new Score
        {
            Tempo = new TempoMap(MidiDivision.PerQuarter(480), new TempoChange(0, 500_000), new TempoChange(480, 1_000_000)),
            Tracks =
            [
                new Track { Name = "low", Notes = [new Note(0, 480, 40, 100), new Note(480, 240, 40, 90)] },
                new Track { Name = "high", Notes = [new Note(480, 480, 80, 64, 1)] },
            ],
        };
        Assert.Equal(
            [
                "1 480 ,low,high",
                "note_on 0 40 100 0.000000", "note_off 0 40 64 0.500000", "note_on 0 40 90 0.500000", "note_on 1 80 64 0.500000",
                "note_off 0 40 64 1.000000", "note_off 1 80 64 1.500000",
            ],
            Read(score.ToMidi().ToBytes()));
    }

    private static string[] Read(byte[] bytes)
    {
        string path = Path.Combine(Path.GetTempPath(), $"cymatic-{Guid.NewGuid():N}.mid");
        File.WriteAllBytes(path, bytes);
        try
        {
            var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Program, path])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            Assert.SkipUnless(File.Exists(start.FileName), "There is no /usr/bin/python3.");
            using Process python = Process.Start(start)!;
            string output = python.StandardOutput.ReadToEnd(), errors = python.StandardError.ReadToEnd();
            python.WaitForExit();
            Assert.SkipWhen(errors.Contains("No module named 'mido'", StringComparison.Ordinal), "python3-mido is not installed.");
            Assert.True(
                python.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"python3 ended with {python.ExitCode}: {errors}"));
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
