using Cymatic.Signal;

namespace Cymatic.Media.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[]> NotSound => new()
    {
        { "noise.mp3", Noise(20_000) },
        { "noise.wav", Noise(20_000) },
        { "noise", Noise(20_000) },
        { "zeros.flac", new byte[5000] },
        { "one.ogg", [1] },
        { "song.mid", [.. "MThd"u8, 0, 0, 0, 6, 0, 0, 0, 1, 0, 96, .. "MTrk"u8, 0, 0, 0, 4, 0, 0xFF, 0x2F, 0] },
        { "page.html", "<!DOCTYPE html><html><body>404 Not Found</body></html>"u8.ToArray() },
        { "data.json", "{\"song\": [1, 2, 3]}"u8.ToArray() },
        { "list.m3u8", "#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/x.ts\n"u8.ToArray() },
        { "script.txt", "ffconcat version 1.0\nfile '/etc/passwd'\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(NotSound), DisableDiscoveryEnumeration = true)]
    public void What_is_no_sound_is_refused_in_one_sentence(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder[name], bytes);
        UnreadableMediaException e = Assert.Throws<UnreadableMediaException>(() => AudioFile.Read(_folder[name]));
        Assert.StartsWith(name + " ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
        Assert.Equal(_folder[name], e.Path);
    }

    [Fact]
    public void A_picture_holds_no_sound()
    {
        TemporaryFolder.Ffmpeg("-f", "lavfi", "-i", "testsrc=s=32x32", "-frames:v", "1", _folder["a.png"]);
        Assert.Equal("a.png holds no sound, only video (png).",
            Assert.Throws<UnreadableMediaException>(() => AudioFile.Read(_folder["a.png"])).Message);
    }

    [Fact]
    public void Sound_of_a_video_is_read()
    {
        VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(32, 32, 1), AudioClip.From(TestSounds.Sine(1))));
        Assert.InRange(AudioFile.Read(_folder["a.mp4"]).Duration, 0.99, 1.05);
    }

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.flac")]
    [InlineData("a.mp3")]
    public void Silence_and_fifty_milliseconds_are_sounds(string name)
    {
        AudioFile.Write(_folder[name], new Sound(new float[2205], 44100));
        AudioReading reading = AudioFile.ReadWithRemarks(_folder[name]);
        Assert.Empty(reading.Remarks);
        Assert.True(reading.Sound.Length >= 2205);
        Assert.True(reading.Sound[0].IndexOfAnyExceptInRange(-1e-4f, 1e-4f) < 0);
    }

    [Fact]
    public void Samples_that_are_not_numbers_are_found_behind_ffmpeg_too()
    {
        float[] samples = [.. Enumerable.Repeat(0.25f, 9000)];
        samples[8000] = float.NaN;
        File.WriteAllBytes(_folder["a.raw"], System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(samples).ToArray());
        TemporaryFolder.Ffmpeg("-f", "f32le", "-ar", "8000", "-ac", "1", "-i", _folder["a.raw"], "-c:a", "pcm_f32le", _folder["a.mkv"]);
        AudioReading reading = AudioFile.ReadWithRemarks(_folder["a.mkv"]);
        Assert.Equal(0f, reading.Sound[0][8000]);
        Assert.Equal("a.mkv: 1 sample is not a finite number and was replaced by silence.", Assert.Single(reading.Remarks));
    }

    [Theory]
    [InlineData("flac")]
    [InlineData("mp3")]
    [InlineData("ogg")]
    [InlineData("m4a")]
    public void A_damaged_file_gives_a_sound_or_a_sentence(string extension)
    {
        AudioFile.Write(_folder["whole"] + "." + extension, TestSounds.Sine(1));
        byte[] whole = File.ReadAllBytes(_folder["whole"] + "." + extension);
        Random random = new(5);
        for (int i = 0; i < 12; i++)
        {
            byte[] mutant = [.. whole];
            for (int change = 0; change < 20; change++)
                mutant[random.Next(i < 6 ? 200 : mutant.Length)] = (byte)random.Next(256);
            string path = _folder["mutant." + extension];
            File.WriteAllBytes(path, mutant[..(i % 3 == 0 ? random.Next(1, mutant.Length) : mutant.Length)]);
            Exception? e = Record.Exception(
                () => Assert.True(AudioFile.Read(path)[0].IndexOfAnyExceptInRange(float.MinValue, float.MaxValue) < 0));
            Assert.True(e is null or UnreadableMediaException or FfmpegException, e?.ToString());
        }
    }

    [Theory]
    [InlineData(22050, 44100)]
    [InlineData(96000, 192000)]
    public void The_rate_is_changed_when_it_is_asked_for(int rate, int length)
    {
        AudioFile.Write(_folder["a.wav"], TestSounds.Sine(2));
        Sound sound = AudioFile.Read(_folder["a.wav"], new AudioReadOptions { SampleRate = rate, Mono = true });
        Assert.Equal((rate, length), (sound.SampleRate, sound.Length));
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(11).NextBytes(bytes);
        return bytes;
    }
}
