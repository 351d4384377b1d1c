namespace Cymatic.Media.Tests;

public sealed class EarlyDecoderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("stereo.wav", 2)]
    [InlineData("stereo.mp4", 2)]
    [InlineData("late.mkv", 2)] // time 0 is not that of the guess
    [InlineData("mono.wav", 1)]
    [InlineData("four.wav", 4)]
    public void Samples_are_those_of_a_decoder_that_knows_the_file(string name, int channels)
    {
        AudioFile.Write(_folder["a.wav"], TestSounds.Noise(60_000, channels));
        string offset = name.StartsWith("late", StringComparison.Ordinal) ? "1.5" : "0", path = _folder[name];
        TemporaryFolder.Ffmpeg("-itsoffset", offset, "-i", _folder["a.wav"], path);
        List<float> expected = [], early = [];
        MonoReader.Read(SoundTrack.Read(path), 24_000, samples => expected.AddRange(samples));
        using EarlyDecoder decoder = EarlyDecoder.Start(path, 24_000);
        decoder.Read(SoundTrack.Read(path), samples => early.AddRange(samples));
        Assert.Equal(expected, early);
    }

    [Fact]
    public void A_decoder_that_nobody_reads_ends()
    {
        AudioFile.Write(_folder["long.wav"], TestSounds.Noise(4_000_000, 2));
        EarlyDecoder decoder = EarlyDecoder.Start(_folder["long.wav"], 24_000);
        decoder.Dispose();
        decoder.Dispose();
        Assert.DoesNotContain(CommandLines(), line => line.Contains(_folder.Root, StringComparison.Ordinal));
    }

    private static IEnumerable<string> CommandLines()
    {
        foreach (string process in Directory.GetDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            string line = "";
            try
            {
                line = File.ReadAllText(Path.Combine(process, "cmdline"));
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }

            yield return line;
        }
    }
}
