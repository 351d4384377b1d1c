using System.Diagnostics;
using System.Globalization;
using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Media.Tests;

/// <summary>
/// Whatever happens, no child and no partial file is left. Run one after the other: they look at this process's children.
/// </summary>
[Collection(nameof(ChildTests))]
[CollectionDefinition(nameof(ChildTests), DisableParallelization = true)]
public sealed class ChildTests : IDisposable
{
    private static readonly VideoWriteOptions Fast = new() { Preset = EncoderPreset.Ultrafast };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.webm")]
    [InlineData("a.gif")]
    [InlineData("a.mov")]
    [InlineData("a.apng")]
    public void A_killed_encoder_is_an_error_and_leaves_nothing(string name)
    {
        File.WriteAllText(_folder[name], "old");
        int frames = 0;
        VideoClip video = VideoClip.From(64, 64, 1000, (_, frame) =>
        {
            if (Interlocked.Increment(ref frames) == 40)
                Kill(Assert.Single(Children()));
            frame.Pixels.Clear();
        });
        FfmpegException e = Assert.Throws<FfmpegException>(() => VideoFile.Write(_folder[name], new Clip(video, Endless), Fast));
        Assert.Equal(128 + 9, e.ExitCode);
        Assert.Contains($"ffmpeg could not encode {name}: it was killed by signal 9", e.Message, StringComparison.Ordinal);
        Assert.Contains("-i pipe:0", e.CommandLine, StringComparison.Ordinal);
        NothingIsLeft(name);
    }

    [Theory]
    [InlineData("[error] Error closing file a.webm: No space left on device", "The disk is full: a.webm could not be written")]
    [InlineData("[error] Error writing trailer of a.webm: Input/output error", "ffmpeg could not encode a.webm: Error writing trailer")]
    public void A_file_that_could_not_be_ended_is_an_error_though_the_exit_code_is_0(string said, string sentence)
    {
        using FfmpegChild child = FfmpegChild.Start("sh", ["-c", $"echo '{said}' >&2"], TestContext.Current.CancellationToken);
        Exception e = Assert.ThrowsAny<Exception>(() => child.WaitForSuccess("encode a.webm", "a.webm"));
        Assert.StartsWith(sentence, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.gif")]
    public void Cancelling_a_movie_ends_the_child_and_leaves_nothing(string name)
    {
        File.WriteAllText(_folder[name], "old");
        using CancellationTokenSource source = new();
        int frames = 0;
        VideoClip video = VideoClip.From(64, 64, 1000, (_, frame) =>
        {
            if (Interlocked.Increment(ref frames) == 40)
                source.Cancel();
            frame.Pixels.Clear();
        });
        Assert.ThrowsAny<OperationCanceledException>(
            () => VideoFile.Write(_folder[name], new Clip(video, Endless), Fast, null, source.Token));
        NothingIsLeft(name);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1500)]
    public void An_interrupted_child_is_a_cancellation(int afterFrames)
    {
        File.WriteAllText(_folder["a.mp4"], "old");
        int frames = 0;
        VideoClip video = VideoClip.From(64, 64, 1000, (_, frame) =>
        {
            if (Interlocked.Increment(ref frames) == afterFrames)
                TemporaryFolder.Run("kill", "-INT", Assert.Single(Children()).ToString(CultureInfo.InvariantCulture));
            frame.Pixels.Clear();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => VideoFile.Write(_folder["a.mp4"], new Clip(video), Fast));
        NothingIsLeft("a.mp4");
    }

    [Fact]
    public void An_exception_while_drawing_passes_through_and_leaves_nothing()
    {
        File.WriteAllText(_folder["a.mp4"], "old");
        VideoClip video = VideoClip.From(64, 64, 1000, (t, frame) =>
        {
            if (t > 1)
                throw new InvalidTimeZoneException("drawn");
            frame.Pixels.Clear();
        });
        Assert.Equal("drawn",
            Assert.Throws<InvalidTimeZoneException>(() => VideoFile.Write(_folder["a.mp4"], new Clip(video, Endless), Fast)).Message);
        NothingIsLeft("a.mp4");
    }

    [Fact]
    public void An_exception_while_sounding_passes_through_and_leaves_nothing()
    {
        File.WriteAllText(_folder["a.mp4"], "old");
        VideoClip video = VideoClip.From(64, 64, 1000, (_, frame) => frame.Pixels.Clear());
        Assert.Throws<InvalidTimeZoneException>(() => VideoFile.Write(_folder["a.mp4"], new Clip(video, new Failing()), Fast));
        NothingIsLeft("a.mp4");
    }

    [Fact]
    public void Cancelling_a_sound_file_ends_the_child_and_leaves_nothing()
    {
        File.WriteAllText(_folder["a.mp3"], "old");
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            AudioFile.Write(_folder["a.mp3"], TestSounds.Noise(2_000_000), null, new At(0.3, source.Cancel), source.Token));
        NothingIsLeft("a.mp3");
    }

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.flac")]
    public void Cancelling_a_reading_ends_the_child(string name)
    {
        AudioFile.Write(_folder[name], TestSounds.Noise(2_000_000));
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() => AudioFile.Read(_folder[name], null, new At(0.2, source.Cancel), source.Token));
        Assert.Empty(Children());
    }

    [Fact]
    public void A_killed_decoder_is_an_error()
    {
        AudioFile.Write(_folder["a.flac"], TestSounds.Noise(3_000_000));
        FfmpegException e = Assert.Throws<FfmpegException>(
            () => AudioFile.Read(_folder["a.flac"], null, new At(0.1, () => Kill(Assert.Single(Children())))));
        Assert.Contains("ffmpeg could not decode a.flac: it was killed by signal 9", e.Message, StringComparison.Ordinal);
        Assert.Empty(Children());
    }

    [Fact]
    public void A_missing_ffmpeg_says_what_to_install()
    {
        FfmpegException e = With("CYMATIC_FFMPEG", _folder["nowhere"], () => Assert.Throws<FfmpegException>(() => Ffmpeg.Program));
        Assert.Contains("CYMATIC_FFMPEG names", e.Message, StringComparison.Ordinal);
        e = With("PATH", _folder.Root, () => Assert.Throws<FfmpegException>(() => Ffmpeg.Program));
        Assert.Contains("ffmpeg is not installed", e.Message, StringComparison.Ordinal);
        Assert.Contains("sudo apt-get install ffmpeg", e.Message, StringComparison.Ordinal);
        Assert.Null(e.ExitCode);
    }

    [Fact]
    public void An_old_ffmpeg_that_fails_is_called_old()
    {
        string old = _folder["ffmpeg"];
        File.WriteAllText(old, """
            #!/bin/sh
            [ "$1" = -version ] && { echo 'ffmpeg version 4.2.7-0ubuntu0.1 Copyright'; exit; }
            echo '[error] Unrecognized option' >&2
            exit 3

            """);
        TemporaryFolder.Run("chmod", "+x", old);
        FfmpegException e = With(
            "CYMATIC_FFMPEG", old, () => Assert.Throws<FfmpegException>(() => AudioFile.Write(_folder["a.mp3"], TestSounds.Sine(0.1))));
        Assert.Equal(
            "ffmpeg could not encode a.mp3: Unrecognized option (exit code 3). This ffmpeg is version 4.2.7; 5.1 or later is needed.",
            e.Message);
        Assert.Equal(["Unrecognized option"], e.LastLines);
    }

    private static AudioClip Endless => AudioClip.From(new Sound(new float[44_100_000], 44100));

    private static void Kill(int id)
    {
        using Process process = Process.GetProcessById(id);
        process.Kill();
    }

    private static int[] Children() =>
        [.. Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => name.All(char.IsAsciiDigit))
            .Where(name => Stat(name) is { } stat && stat[1] == Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture))];

    // The state and the parent follow the program's name in parentheses.
    private static string[]? Stat(string id)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null; // it has ended meanwhile
        }
    }

    private void NothingIsLeft(string name)
    {
        Assert.Empty(Children());
        Assert.Equal([name], _folder.Names);
        Assert.Equal("old", File.ReadAllText(_folder[name]));
        Assert.Equal(0, Frame.Outstanding);
    }

    private static T With<T>(string variable, string value, Func<T> action)
    {
        string? before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, value);
        try
        {
            return action();
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

    private sealed class Failing() : AudioClip(44100, 1, 44_100_000)
    {
        public override void Render(long firstSample, Span<float> target)
        {
            if (firstSample > 50_000)
                throw new InvalidTimeZoneException();
            target.Clear();
        }
    }

    private sealed class At(double part, Action action) : IProgress<double>
    {
        private bool _done;

        public void Report(double value)
        {
            if (value < part || _done)
                return;
            _done = true;
            action();
        }
    }
}
