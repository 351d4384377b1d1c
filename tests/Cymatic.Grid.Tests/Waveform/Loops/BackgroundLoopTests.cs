using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class BackgroundLoopTests
{
    private const int Period = 33_075;
    private const int Songs = 12 * Synthetic.Rate;

    [Fact]
    public void The_period_of_a_noise_loop_under_other_sounds_is_found_to_the_sample()
    {
        (Sound song, _, _) = LoopUnderBursts();
        Assert.Equal(Period, LoopPeriod.Find(WhitenedSong.Of(song))!.Value, 0.5);
    }

    [Fact]
    public void A_loop_goes_by_more_than_15_dB_where_it_is_alone()
    {
        (Sound song, _, bool[] alone) = LoopUnderBursts();
        UnrolledLoop loop = BackgroundLoop.Find(song, WhitenedSong.Of(song), default)!;
        Sound rest = BackgroundLoop.Remove(song, loop);
        double before = 0, after = 0;
        for (int n = Synthetic.Rate; n < song.Length - Synthetic.Rate; n++)
        {
            before += alone[n] ? song[0][n] * (double)song[0][n] : 0;
            after += alone[n] ? rest[0][n] * (double)rest[0][n] : 0;
        }

        Assert.InRange(Synthetic.Db(after, before), double.NegativeInfinity, -15);
    }

    [Fact]
    public void What_plays_over_a_loop_stays()
    {
        (Sound song, float[] bursts, _) = LoopUnderBursts();
        Sound rest = BackgroundLoop.Remove(song, BackgroundLoop.Find(song, WhitenedSong.Of(song), default)!);
        double wrong = Enumerable.Range(0, song.Length).Sum(n => Math.Pow(rest[0][n] - bursts[n], 2));
        Assert.InRange(Synthetic.Db(wrong, Synthetic.Energy(bursts)), double.NegativeInfinity, -8);
    }

    [Fact]
    public void A_song_is_what_is_left_and_the_loop_together()
    {
        (Sound song, _, _) = LoopUnderBursts();
        UnrolledLoop loop = BackgroundLoop.Find(song, WhitenedSong.Of(song), default)!;
        Sound rest = BackgroundLoop.Remove(song, loop), unrolled = loop.ToSound(song);
        for (int n = 0; n < song.Length; n += 7)
            Assert.Equal(song[0][n], rest[0][n] + unrolled[0][n], 1e-6f);
    }

    [Fact]
    public void A_loop_that_pauses_is_not_put_where_it_pauses()
    {
        (Sound song, float[] bursts, _) = LoopUnderBursts();
        float[] paused = song[0].ToArray();
        for (int n = 5 * Synthetic.Rate; n < 7 * Synthetic.Rate; n++)
            paused[n] = bursts[n];
        var pausing = new Sound(paused, Synthetic.Rate);
        Sound loop = BackgroundLoop.Find(pausing, WhitenedSong.Of(pausing), default)!.ToSound(pausing);
        Assert.InRange(Synthetic.Energy(loop[0][(int)(5.5 * Synthetic.Rate)..(int)(6.5 * Synthetic.Rate)]), 0, 0.1);
        Assert.True(Synthetic.Energy(loop[0][..Synthetic.Rate]) > 5);
    }

    [Fact]
    public void A_programmed_pattern_of_one_shots_is_no_loop()
    {
        float[][] shots = [.. Enumerable.Range(0, 4).Select(k => Synthetic.Burst(k, 0.3))];
        int[] pattern = [0, 2, 1, 2, 0, 0, 1, 3];
        float[] song = Synthetic.Song(16.5, Enumerable.Range(0, 64).Select(k => (shots[pattern[k % 8]], 0.1 + 0.25 * k, 0.5f)));
        Assert.Null(BackgroundLoop.Find(new Sound(song, Synthetic.Rate), song.Whitened(), default));
    }

    [Fact]
    public void A_song_that_is_nothing_but_a_loop_is_left_alone()
    {
        float[] loop = Synthetic.Noise(1, Period, 0.2f);
        float[] song = [.. Enumerable.Range(0, Songs).Select(n => loop[n % Period])];
        Assert.Null(BackgroundLoop.Find(new Sound(song, Synthetic.Rate), song.Whitened(), default));
    }

    [Fact]
    public void Noise_that_never_comes_back_is_no_loop()
    {
        float[] song = Synthetic.Noise(2, Songs);
        Assert.Null(LoopPeriod.Find(song.Whitened()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(20_000)]
    public void Songs_shorter_than_any_loop_have_none(int length)
    {
        float[] song = Synthetic.Noise(3, length);
        Assert.Null(BackgroundLoop.Find(new Sound(song, Synthetic.Rate), song.Whitened(), default));
    }

    [Theory]
    [InlineData(2.3)]
    [InlineData(1.4)]
    public void A_loop_that_comes_again_once_is_found_under_what_never_does(double repetitions)
    {
        (float[] song, int period) = LoopUnderNoise(repetitions);
        Assert.Equal(period, LoopPeriod.Find(song.Whitened())!.Value, 0.5);
    }

    [Fact]
    public void What_the_song_holds_once_is_not_taken_for_the_loop()
    {
        (float[] noisy, int period) = LoopUnderNoise(1.4);
        var song = new Sound(noisy, Synthetic.Rate);
        Sound loop = BackgroundLoop.Find(song, WhitenedSong.Of(song), default)!.ToSound(song);
        Assert.Equal(0, Synthetic.Energy(loop[0][(int)(0.5 * period)..(int)(0.9 * period)]), 1e-6);
    }

    [Fact]
    public void A_phrase_that_comes_again_once_is_no_loop()
    {
        float[][] shots = [.. Enumerable.Range(0, 9).Select(k => Synthetic.Burst(k, 0.3))];
        int[] phrase = [0, 2, 1, 5, 0, 7, 1, 3, 4, 6, 8, 2, 5, 1, 6, 3];
        float[] song = Synthetic.Song(10, Enumerable.Range(0, 32).Select(k => (shots[phrase[k % 16]], 0.1 + 0.3 * k, 0.5f)));
        Assert.Null(LoopPeriod.Find(song.Whitened()));
    }

    // A loop of noise under louder noise that never comes back, 9 s long.
    private static (float[] Song, int Period) LoopUnderNoise(double repetitions)
    {
        int length = 9 * Synthetic.Rate, period = (int)(length / repetitions);
        float[] loop = Synthetic.Noise(1, period, 0.06f), carpet = Synthetic.Noise(2, length, 0.12f);
        return ([.. Enumerable.Range(0, length).Select(n => loop[n % period] + carpet[n])], period);
    }

    // A quiet loop of noise, 1.5 s long, and loud bursts at irregular times that never come again.
    private static (Sound Song, float[] Bursts, bool[] LoopAlone) LoopUnderBursts()
    {
        var random = new Random(5);
        float[] loop = Synthetic.Noise(1, Period, 0.06f), bursts = new float[Songs], song = new float[Songs];
        bool[] alone = [.. Enumerable.Repeat(true, Songs)];
        for (double at = 0.3; at < 11.4; at += 0.45 + 0.3 * random.NextDouble())
        {
            int from = (int)(at * Synthetic.Rate);
            bursts.Add(Synthetic.Burst(random.Next(), 0.25), from);
            alone.AsSpan(from, Math.Min(Synthetic.Rate / 4, Songs - from)).Clear();
        }

        for (int n = 0; n < Songs; n++)
            song[n] = loop[n % Period] + bursts[n];
        return (new Sound(song, Synthetic.Rate), bursts, alone);
    }
}
