namespace Cymatic.Signal.Tests;

public sealed class SongFragmentsTests
{
    private const int Rate = 22050;

    private const string Song = "aabacabcaabacabcaabacabc";

    private static readonly Lazy<BeatFeatures> Features = new(() => BeatFeatures.Of(Tones(Song), SongFragments.Slices));

    [Fact]
    public void Beats_with_the_same_tone_are_of_one_kind()
    {
        SongStructure structure = SongFragments.Of(Features.Value);
        // The song's tones sound half a second each, and a beat begins where a tone does.
        SongSegment[] inside = [.. structure.Best.Segments.Where(segment => segment.Start > 0.3 && segment.Start < 11.3)];
        Assert.Equal(3, inside.Select(segment => (Song[(int)Math.Round(segment.Start * 2)], segment.Label)).Distinct().Count());
    }

    [Fact]
    public void Fragments_of_two_beats_are_half_as_many()
    {
        int ones = SongFragments.Of(Features.Value).Best.Segments.Count, twos = SongFragments.Of(Features.Value, 2).Best.Segments.Count;
        Assert.InRange(twos, ones / 2, (ones / 2) + 1);
    }

    [Fact]
    public void Fragments_cover_the_song()
    {
        IReadOnlyList<SongSegment> fragments = SongFragments.Of(Features.Value, 2).Best.Segments;
        Assert.Equal((0, 12), (fragments[0].Start, fragments[^1].End));
        Assert.Equal(fragments.Skip(1).Select(fragment => fragment.Start), fragments.SkipLast(1).Select(fragment => fragment.End));
    }

    [Fact]
    public void As_many_kinds_come_out_as_are_asked_for() =>
        Assert.Equal(5, SongFragments.Of(Features.Value, 1, new() { Clusters = [5] }).Best.Labels.Distinct().Count());

    [Fact]
    public void Three_beats_of_a_fragment_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("beats", () => SongFragments.Of(Features.Value, 3));

    [Fact]
    public void Features_of_whole_beats_are_refused() =>
        Assert.Throws<ArgumentException>("features", () => SongFragments.Of(BeatFeatures.Of(Tones("abababab"))));

    /// <summary>A struck tone every half second, a letter for its pitch.</summary>
    private static Sound Tones(string letters)
    {
        var samples = new float[letters.Length * Rate / 2];
        for (int n = 0; n < samples.Length; n++)
        {
            double since = (double)n / Rate % 0.5, hz = 220 * Math.Pow(2, (letters[n * 2 / Rate] - 'a') * 7 / 12.0);
            samples[n] = (float)(0.5 * Math.Exp(-6 * since) * Math.Sin(2 * Math.PI * hz * since));
        }

        return new(samples, Rate);
    }
}
