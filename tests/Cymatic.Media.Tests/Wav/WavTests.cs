using Cymatic.Signal;

namespace Cymatic.Media.Tests;

public sealed class WavTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(SampleFormat.Pcm16, 1, 0.5f / 32768)]
    [InlineData(SampleFormat.Pcm16, 2, 0.5f / 32768)]
    [InlineData(SampleFormat.Pcm24, 3, 0.5f / 8388608 + 6e-8f)]
    [InlineData(SampleFormat.FloatingPoint, 7, 0)]
    [InlineData(SampleFormat.FloatingPoint, 1, 0)]
    public void What_was_written_is_read(SampleFormat format, int channels, float tolerance)
    {
        Sound sound = TestSounds.Noise(70_001, channels);
        AudioFile.Write(_folder["a.wav"], sound, new AudioWriteOptions { Format = format });
        Assert.True(TestSounds.LargestDifference(sound, AudioFile.Read(_folder["a.wav"])) <= tolerance);
    }

    [Theory]
    [InlineData("pcm_u8", 1f / 128)]
    [InlineData("pcm_s16le", 1f / 32768)]
    [InlineData("pcm_s24le", 1f / 8388608)]
    [InlineData("pcm_s32le", 1e-7f)]
    [InlineData("pcm_f32le", 0)]
    [InlineData("pcm_f64le", 0)]
    public void Every_kind_of_sample_is_what_ffmpeg_wrote(string codec, float tolerance)
    {
        Sound sound = TestSounds.Noise(30_011, 2);
        AudioFile.Write(_folder["a.wav"], sound, new AudioWriteOptions { Format = SampleFormat.FloatingPoint });
        TemporaryFolder.Ffmpeg("-i", _folder["a.wav"], "-c:a", codec, _folder["b.wav"]);
        Assert.True(TestSounds.LargestDifference(sound, AudioFile.Read(_folder["b.wav"])) <= tolerance);
    }

    [Fact]
    public void Rf64_is_read()
    {
        Sound sound = TestSounds.Noise(30_000, 2);
        AudioFile.Write(_folder["a.wav"], sound, new AudioWriteOptions { Format = SampleFormat.FloatingPoint });
        TemporaryFolder.Ffmpeg("-i", _folder["a.wav"], "-c:a", "pcm_f32le", "-rf64", "always", _folder["b.wav"]);
        Assert.Equal(0, TestSounds.LargestDifference(sound, AudioFile.Read(_folder["b.wav"])));
    }

    [Fact]
    public void Mu_law_is_left_to_ffmpeg()
    {
        AudioFile.Write(_folder["a.wav"], TestSounds.Sine(1));
        TemporaryFolder.Ffmpeg("-i", _folder["a.wav"], "-c:a", "pcm_mulaw", _folder["b.wav"]);
        Assert.Equal(44100, AudioFile.Read(_folder["b.wav"]).Length);
    }

    [Fact]
    public void A_file_that_ends_too_early_gives_what_is_there_and_a_remark()
    {
        AudioFile.Write(_folder["a.wav"], TestSounds.Sine(2));
        File.WriteAllBytes(_folder["a.wav"], File.ReadAllBytes(_folder["a.wav"])[..(44 + 2 * 11025 + 1)]);
        AudioReading reading = AudioFile.ReadWithRemarks(_folder["a.wav"]);
        Assert.Equal(11025, reading.Sound.Length);
        Assert.Equal("a.wav is cut short: its header announces 2.00 s, the file holds 0.25 s.", Assert.Single(reading.Remarks));
    }

    [Theory]
    [InlineData(SampleFormat.Pcm16, 1)]
    [InlineData(SampleFormat.Pcm24, 7)]
    public void A_header_cut_anywhere_is_malformed(SampleFormat format, int channels)
    {
        using MemoryStream whole = new();
        AudioFile.WriteWav(whole, TestSounds.Noise(10, channels), format);
        int header = (int)whole.Length - 10 * channels * (format == SampleFormat.Pcm16 ? 2 : 3);
        for (int length = 12; length <= header; length++)
        {
            File.WriteAllBytes(_folder["cut.wav"], whole.ToArray()[..length]);
            MalformedFileException e = Assert.Throws<MalformedFileException>(() => AudioFile.Read(_folder["cut.wav"]));
            Assert.StartsWith("cut.wav, byte ", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Thousands_of_mutations_are_malformed_or_a_sound()
    {
        using MemoryStream stream = new();
        AudioFile.WriteWav(stream, TestSounds.Noise(40, 3), SampleFormat.FloatingPoint);
        byte[] whole = stream.ToArray();
        Random random = new(7);
        byte[] interesting = [0, 1, 0x7F, 0x80, 0xFE, 0xFF];
        int malformed = 0;
        for (int i = 0; i < 5000; i++)
        {
            byte[] mutant = [.. whole];
            for (int change = random.Next(1, 4); change > 0; change--)
                mutant[random.Next(12, 76)] = random.Next(2) == 0 ? interesting[random.Next(6)] : (byte)random.Next(256);
            File.WriteAllBytes(_folder["mutant.wav"], mutant[..random.Next(60, mutant.Length + 1)]);
            try
            {
                WavReader.TryRead(_folder["mutant.wav"], mono: random.Next(2) == 0, default);
            }
            catch (MalformedFileException)
            {
                malformed++;
            }
        }

        Assert.InRange(malformed, 500, 4500);
    }
}
