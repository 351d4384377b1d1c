namespace Cymatic.Grid.Tests;

public sealed class GridScoreTests
{
    private static readonly (double Onset, string Label)[] Truth =
        [(0, "a"), (0, "b"), (0.5, "a"), (1, "b"), (1.5, "a"), (1.5, "c"), (2, "c")];

    [Fact]
    public void Other_names_and_jitter_cost_nothing()
    {
        IEnumerable<(double, string)> renamed = Truth.Select((e, i) => (e.Onset + 0.02 * (i % 3 - 1), e.Label + "'"));
        Assert.Equal(new GridScore(1, 1), GridScore.Of([.. renamed.Reverse()], Truth));
    }

    [Fact]
    public void One_row_for_everything_has_no_agreement_beyond_chance() =>
        Assert.Equal(new GridScore(1, 0), GridScore.Of([.. Truth.Select(e => (e.Onset, "all"))], Truth));

    [Fact]
    public void A_missing_onset_costs_recall() => Assert.Equal(12.0 / 13, GridScore.Of(Truth[1..], Truth).OnsetF1, 1e-12);

    [Fact]
    public void Onsets_51_ms_off_are_not_found() => Assert.Equal(0, GridScore.Of([(1.051, "b")], [(1, "b")]).OnsetF1);

    // Hubert and Arabie's index by hand: pairs together 2; in rows 4, in sounds 4; of 15; (2 − 16/15) / (4 − 16/15).
    [Fact]
    public void The_index_is_that_of_a_calculation_by_hand()
    {
        (double, string)[] found = [(0, "x"), (1, "x"), (2, "x"), (3, "y"), (4, "y"), (5, "z")];
        (double, string)[] truth = [(0, "a"), (1, "a"), (2, "b"), (3, "b"), (4, "b"), (5, "c")];
        Assert.Equal((2 - 16.0 / 15) / (4 - 16.0 / 15), GridScore.Of(found, truth).Ari, 1e-12);
    }
}
