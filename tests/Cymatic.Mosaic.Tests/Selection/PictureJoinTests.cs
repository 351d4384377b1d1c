using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class PictureJoinTests
{
    private const int Units = 96, Twin = 48;

    // The second half sounds as the first does: units n and n + 48 are alike.
    private static readonly Sound Half = TestCorpora.Sound(2, seed: 3);
    private static readonly Sound Twice = new([.. Half[0].ToArray(), .. Half[0].ToArray()], Half.SampleRate);

    [Theory]
    [InlineData(20)]
    [InlineData(20 + Twin)]
    public void Of_two_units_that_sound_alike_the_one_that_looks_like_the_natural_successor_costs_less(int alike)
    {
        using Corpus corpus = TestCorpora.Of(Twice, 24);
        // After unit 4 comes unit 5, which is grey; all other units but one are light.
        byte[] grey = [.. Enumerable.Range(0, Units).Select(unit => unit == 5 || unit == alike ? (byte)100 : (byte)220)];
        JoinCosts joins = Joins(corpus, grey, weight: 0.5);
        int other = alike == 20 ? 20 + Twin : 20;
        Assert.True(joins.Between(4, alike) < joins.Between(4, other) - 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_way_leads_through_the_twin_that_looks_like_the_frame_before(bool isSecond)
    {
        using Corpus corpus = TestCorpora.Of(Twice, 24);
        using TargetSound target = TargetSound.Of(Crossed());
        // The target goes through units 0 to 11 and then 30 to 41, and starts in the first half (made dear to leave by its look).
        byte[] looks = [.. Enumerable.Range(0, Units).Select(unit => Look(unit, isSecond))];
        using UnitPictures pictures = Pictures(corpus, looks);
        SelectionOptions options = new() { Method = SelectionMethod.Viterbi, VisualWeight = 1, Pictures = pictures };
        int[] found = TestCorpora.UnitsOf(UnitSelection.Select(corpus, target, options));
        Assert.Equal(Enumerable.Range(isSecond ? 30 + Twin : 30, 12), found[12..]);
    }

    [Fact]
    public void Following_the_source_costs_nothing_however_the_picture_leaps()
    {
        using Corpus corpus = TestCorpora.Of(Twice, 24);
        byte[] looks = [.. Enumerable.Range(0, Units).Select(unit => unit % 2 == 0 ? (byte)20 : (byte)220)];
        Assert.Equal(0, Joins(corpus, looks, weight: 10).Between(6, 7));
    }

    [Fact]
    public void A_unit_without_picture_costs_as_one_that_looks_as_unlike_as_usual()
    {
        using Corpus corpus = TestCorpora.Of(Twice, 24);
        byte[] looks = [.. Enumerable.Range(0, Units).Select(unit => (byte)(unit + 20))];
        looks[20] = 0;
        double jump = new SelectionOptions().JumpCost, heard = new JoinCosts(corpus, new()).Between(4, 20);
        double unlike = 2 * ((heard / jump) - 0.5);
        Assert.Equal(jump * (0.5 + (0.5 * (unlike + 0.5) / 1.5)), Joins(corpus, looks, weight: 0.5).Between(4, 20), 1e-4);
    }

    [Fact]
    public void A_weight_of_0_does_not_look()
    {
        using Corpus corpus = TestCorpora.Of(Twice, 24);
        byte[] looks = [.. Enumerable.Range(0, Units).Select(unit => (byte)(unit + 20))];
        float heard = new JoinCosts(corpus, new() { Method = SelectionMethod.Viterbi }).Between(4, 20);
        Assert.Equal(heard, Joins(corpus, looks, weight: 0).Between(4, 20));
    }

    [Fact]
    public void Thumbnails_are_those_of_the_units_middles()
    {
        using Corpus corpus = TestCorpora.Of(Half, 24);
        string path = Path.Combine(Path.GetTempPath(), $"cymatic-test-{Guid.NewGuid():N}.npy");
        try
        {
            // Two a unit: the middle of unit n is where number 2n + 1 begins.
            IEnumerable<byte[]> seen = Enumerable.Range(0, 200).Select(n => Enumerable.Repeat((byte)(n + 1), UnitPictures.Bytes).ToArray());
            UnitPictures.Write(path, corpus.Sources[0], seen, new(48));
            using UnitPictures pictures = UnitPictures.Open(corpus, [path]);
            var thumbnail = new float[UnitPictures.Bytes];
            Assert.True(pictures.TryRead(7, thumbnail));
            Assert.All(thumbnail, number => Assert.Equal((16 - 128) / 255f, number, 1e-6f));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Sound Crossed()
    {
        int unit = Half.SampleRate / 24;
        return new([.. Half[0][..(12 * unit)], .. Half[0][(30 * unit)..(42 * unit)]], Half.SampleRate);
    }

    // What follows units 11 and 59 is dark; of the twins 30 and 78 one begins a dark scene, the other a light one.
    private static byte Look(int unit, bool isSecond) => unit switch
    {
        < 24 or (>= Twin and < Twin + 24) => 40,
        >= Twin => isSecond ? (byte)40 : (byte)220,
        _ => isSecond ? (byte)220 : (byte)40,
    };

    private static UnitPictures Pictures(Corpus corpus, byte[] looks) => new(
        corpus,
        [new MemoryTable<byte>([.. looks.SelectMany(look => Enumerable.Repeat(look, UnitPictures.Bytes))], UnitPictures.Bytes)]);

    private static JoinCosts Joins(Corpus corpus, byte[] looks, double weight) =>
        new(corpus, new() { Method = SelectionMethod.Viterbi, VisualWeight = weight, Pictures = Pictures(corpus, looks) });
}
