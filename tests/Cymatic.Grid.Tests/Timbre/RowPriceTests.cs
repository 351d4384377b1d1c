using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class RowPriceTests
{
    private const float Natural = 4;

    [Fact]
    public void Playings_that_differ_as_those_of_one_sound_do_are_one_row() =>
        Assert.Single(Rows(Natural, 30).Distinct());

    [Fact]
    public void A_sound_that_plays_once_and_is_not_far_from_the_others_shares_their_row() =>
        Assert.Single(Rows(7, 20, 1).Distinct());

    [Fact]
    public void A_sound_that_plays_once_and_is_unlike_all_others_has_a_row() =>
        Assert.Equal(2, Rows(18, 20, 1).Distinct().Count());

    [Fact]
    public void Sounds_that_come_again_often_are_told_apart_by_less_than_sounds_that_play_once()
    {
        Assert.Equal(2, Rows(8, 20, 20).Distinct().Count());
        Assert.Single(Rows(8, 1, 1).Distinct());
    }

    [Fact]
    public void Shades_of_sound_without_end_have_no_more_rows_than_a_person_can_follow()
    {
        var random = new Random(1);
        double[] Shade() => [.. Enumerable.Range(0, 6).Select(_ => 5 * Normal(random))];
        double[][] shades = [.. Enumerable.Range(0, 300).Select(_ => Shade())];
        (int[] labels, _) = RowPrice.Rows(
            DistanceMatrix.Of(shades.Length, (i, j) => (float)Math.Sqrt(shades[i].Zip(shades[j], (a, b) => (a - b) * (a - b)).Sum())));
        Assert.InRange(labels.Distinct().Count(), 4, 25);
    }

    [Fact]
    public void A_single_block_joins_a_row_from_as_far_as_no_two_rows_would_become_one()
    {
        Assert.Single(Rows(9, 20, 1).Distinct());
        Assert.Equal(2, Rows(9, 20, 2).Distinct().Count());
    }

    [Fact]
    public void Of_a_few_sounds_none_has_to_come_again() => Assert.Equal(2, Rows(10, 10, 1).Distinct().Count());

    [Fact]
    public void Sounds_that_play_ten_times_are_told_apart_from_the_stated_difference_on()
    {
        // Playings that do not differ at all: the rows' means are as far apart as any two of them.
        static int Count(double apart) =>
            RowPrice.Rows(DistanceMatrix.Of(20, (i, j) => i / 10 == j / 10 ? 0 : (float)apart)).Labels.Distinct().Count();
        double least = RowPrice.DbOfTen(11);
        Assert.Equal([1, 2], new[] { Count(0.99 * least), Count(1.01 * least) });
    }

    [Fact]
    public void The_order_of_the_sounds_does_not_matter()
    {
        int[] there = Rows(8, 12, 7, 1), back = [.. Rows(8, 1, 7, 12).Reverse()];
        for (int i = 0; i < there.Length; i++)
        {
            for (int j = 0; j < i; j++)
                Assert.Equal(there[i] == there[j], back[i] == back[j]);
        }
    }

    /// <summary>Labels of groups of sounds: so many playings each, near each other, the groups so many dB apart.</summary>
    private static int[] Rows(float apart, params int[] playings)
    {
        int[] groups = [.. playings.SelectMany((count, group) => Enumerable.Repeat(group, count))];
        return RowPrice.Rows(DistanceMatrix.Of(groups.Length, (i, j) => groups[i] == groups[j] ? Natural : apart)).Labels;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
