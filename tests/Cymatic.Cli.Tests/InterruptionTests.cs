using System.Diagnostics;

namespace Cymatic.Cli.Tests;

/// <summary>An interrupted job leaves no partial file and no child.</summary>
public sealed class InterruptionTests : CliTest
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_in_the_middle_of_a_movie_leaves_nothing(string signal)
    {
        Songs.Plucks(120).WriteWav(At("song.wav"));
        using CymaticProgram program = CymaticProgram.Start(
            Folder.FullName, "grid", "song.wav", "-o", "grid.mp4");
        program.WaitUntil(() =>
            program.Relatives().Any(command => command.Contains("ffmpeg", StringComparison.Ordinal)) && PartialBytes() > 0);
        program.Signal(signal);
        Assert.Equal(130, program.WaitForEnd());
        Assert.EndsWith("Cancelled.\n", program.Errors, StringComparison.Ordinal);
        Assert.Equal(["song.wav"], Files);
    }

    [Fact]
    public void An_older_file_survives_an_interrupted_job()
    {
        Songs.Plucks(120).WriteWav(At("song.wav"));
        File.WriteAllText(At("grid.mp4"), "yesterday's movie");
        using CymaticProgram program = CymaticProgram.Start(Folder.FullName, "grid", "song.wav", "-o", "grid.mp4");
        program.WaitUntil(() => program.Errors.Contains("writing grid.mp4", StringComparison.Ordinal));
        program.Signal("INT");
        Assert.Equal(130, program.WaitForEnd());
        Assert.Equal("yesterday's movie", File.ReadAllText(At("grid.mp4")));
    }

    [Fact]
    public void A_signal_while_the_song_is_read_leaves_nothing()
    {
        Songs.Plucks(60).WriteWav(At("song.wav"));
        using CymaticProgram program = CymaticProgram.Start(Folder.FullName, "grid", "song.wav",
            "-o", "grid.json", "-o", "grid.png", "-o", "grid.webm");
        program.WaitUntil(() => program.Errors.Contains("reading", StringComparison.Ordinal));
        program.Signal("INT");
        Assert.Equal(130, program.WaitForEnd());
        Assert.DoesNotContain(Files, file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("grid.png")]
    [InlineData("grid.mp4")]
    [InlineData("grid.gif")]
    public void A_full_disk_is_a_sentence_and_leaves_nothing(string output) => OnSmallDisk(disk =>
    {
        AssertIsFull("grid", "song.wav", "-o", Path.Combine(disk, output));
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk));
    });

    [Fact]
    public void A_full_disk_leaves_no_file_of_a_mosaic() => OnSmallDisk(disk =>
    {
        string list = Path.Combine(disk, "out.edl"), sound = Path.Combine(disk, "out.wav"), stems = Path.Combine(disk, "stems");
        AssertIsFull("mosaic", "song.wav", "--corpus", "song.wav", "-o", list, "-o", sound, "--stems", stems);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk));
    });

    [Fact]
    public void An_index_on_a_full_disk_is_a_sentence() => OnSmallDisk(disk =>
        AssertIsFull("index", "song.wav", "-o", Path.Combine(disk, "song.corpus"), "--lenient"));

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_known_before_the_work()
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        (int code, _, string errors) = Run("grid", "song.wav", "-o", "/proc/grid.json");
        Assert.Equal(1, code);
        AssertSentence(errors);
        Assert.DoesNotContain("reading", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_known_before_the_work()
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        (int code, _, string errors) = Run("grid", "song.wav", "-o", "nowhere/grid.json");
        Assert.Equal(1, code);
        AssertSentence(errors);
        Assert.DoesNotContain("reading", errors, StringComparison.Ordinal);
    }

    private long PartialBytes() => Folder.EnumerateFiles(".cymatic-*").Select(file => file.Length).DefaultIfEmpty(0).Max();

    private static bool Succeeds(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private void OnSmallDisk(Action<string> test)
    {
        string disk = Folder.CreateSubdirectory("disk").FullName;
        Assert.SkipUnless(
            Succeeds("mount", "-t", "tmpfs", "-o", "size=16k", "none", disk), "Nobody but root may mount the small disk of this test.");
        try
        {
            Songs.Plucks(10).WriteWav(At("song.wav"));
            test(disk);
        }
        finally
        {
            Assert.True(Succeeds("umount", disk));
        }
    }

    private void AssertIsFull(params string[] arguments)
    {
        (int code, _, string errors) = Run(arguments);
        Assert.Equal(1, code);
        Assert.Contains("disk is full", errors, StringComparison.Ordinal);
        AssertSentence(errors);
    }
}
