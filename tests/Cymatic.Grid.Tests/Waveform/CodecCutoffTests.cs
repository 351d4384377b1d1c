using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class CodecCutoffTests
{
    [Theory]
    [InlineData(8000)]
    [InlineData(5500)]
    public void Noise_that_ends_at_a_frequency_is_cut_off_there(double hz)
    {
        CodecCutoff? cutoff = CodecCutoff.Find(new Sound(LowPassed(Synthetic.Noise(1, 1 << 17), hz), Synthetic.Rate));
        Assert.NotNull(cutoff);
        Assert.InRange(cutoff.Hz, hz - 700, hz);
    }

    [Fact]
    public void White_noise_has_no_cut_off() => Assert.Null(CodecCutoff.Find(new Sound(Synthetic.Noise(2, 1 << 17), Synthetic.Rate)));

    [Fact]
    public void A_slow_fall_towards_treble_is_no_cut_off()
    {
        float[] x = Synthetic.Noise(3, 1 << 17);
        for (int pass = 0; pass < 4; pass++)
        {
            for (int n = 1; n < x.Length; n++)
                x[n] = 0.7f * x[n - 1] + 0.3f * x[n];
        }

        Assert.Null(CodecCutoff.Find(new Sound(x, Synthetic.Rate)));
    }

    [Fact]
    public void Bass_alone_is_no_cut_off() =>
        Assert.Null(CodecCutoff.Find(new Sound(LowPassed(Synthetic.Noise(4, 1 << 17), 1000), Synthetic.Rate)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    public void Short_sounds_and_silence_have_no_cut_off(int length) =>
        Assert.Null(CodecCutoff.Find(new Sound(new float[length], Synthetic.Rate)));

    [Fact]
    public void What_lies_above_the_cut_off_is_not_lifted()
    {
        float[] x = LowPassed(Synthetic.Noise(5, 1 << 17), 8000);
        var song = new Sound(x, Synthetic.Rate);
        double[] filter = LinearPredictor.Fit(CodecCutoff.Find(song)!, distrust: false);
        // What the filter makes of white noise is its mean gain over all frequencies.
        var residual = new float[x.Length];
        float[] white = Synthetic.Noise(6, x.Length);
        LinearPredictor.Residual(white, filter, residual);
        Assert.InRange(Synthetic.Db(Synthetic.Energy(residual), Synthetic.Energy(white)), -1, 6);
    }

    [Fact]
    public void A_song_as_an_mp3_at_128_kbit_is_told_apart_nearly_as_well()
    {
        const string name = "drums-and-bells";
        string truth = Repository.File("tests", "data", "songs", $"{name}.truth.json");
        Sound song = AudioFile.Read(Repository.File("tests", "data", "songs", $"{name}.flac"));
        string mp3 = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.mp3");
        try
        {
            AudioFile.Write(mp3, song, new AudioWriteOptions { BitRateKbps = 128 });
            GridScore whole = GridScore.Of(GridAnalysis.Analyse(song, new GridOptions()), truth);
            GridScore coded = GridScore.Of(GridAnalysis.Analyse(AudioFile.Read(mp3), new GridOptions()), truth);
            Assert.True(coded.OnsetF1 * coded.Ari > whole.OnsetF1 * whole.Ari - 0.05, $"{coded} after {whole}");
        }
        finally
        {
            File.Delete(mp3);
        }
    }

    /// <summary>A windowed sinc of 401 taps: −90 dB within 500 Hz.</summary>
    private static float[] LowPassed(float[] x, double hz)
    {
        const int half = 200;
        var y = new float[x.Length];
        double turn = 2 * Math.PI * hz / Synthetic.Rate;
        for (int k = -half; k <= half; k++)
        {
            double window = 0.42 + 0.5 * Math.Cos(Math.PI * k / half) + 0.08 * Math.Cos(2 * Math.PI * k / half);
            float tap = (float)(window * (k == 0 ? turn : Math.Sin(turn * k) / k) / Math.PI);
            for (int n = Math.Max(0, k); n < Math.Min(x.Length, x.Length + k); n++)
                y[n] += tap * x[n - k];
        }

        return y;
    }
}
