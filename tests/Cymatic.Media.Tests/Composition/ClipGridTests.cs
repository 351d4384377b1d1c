using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public class ClipGridTests
{
    [Fact]
    public void Clips_lie_in_rows_and_columns() =>
        Assert.Equal("RG/BW", Seen([[Letters.Clip("R"), Letters.Clip("G")], [Letters.Clip("B"), Letters.Clip("W")]]));

    [Fact]
    public void A_row_is_as_high_as_its_highest_clip_and_the_others_lie_in_the_middle() =>
        Assert.Equal("RK/RG/RK", Seen([[Letters.Clip("R/R/R"), Letters.Clip("G")]]));

    [Fact]
    public void A_column_is_as_wide_as_its_widest_clip() =>
        Assert.Equal("RRR/KGK", Seen([[Letters.Clip("RRR")], [Letters.Clip("G")]]));

    [Fact]
    public void Clips_can_be_aligned_in_their_cells() =>
        Assert.Equal("RRR/GKK", Seen([[Letters.Clip("RRR")], [Letters.Clip("G")]], new() { Alignment = Position.TopLeft }));

    [Fact]
    public void Gaps_and_margins_show_the_background() =>
        Assert.Equal("WWWWW/WRWGW/WWWWW",
            Seen([[Letters.Clip("R"), Letters.Clip("G")]], new() { Gap = 1, Margin = 1, Background = Color.White }));

    [Fact]
    public void A_clip_larger_than_its_given_cell_is_cut_to_it() =>
        Assert.Equal("GB", Seen([[Letters.Clip("RGR"), Letters.Clip("B")]], new() { ColumnWidths = [1, 1] }));

    [Fact]
    public void Rows_of_different_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => ClipGrid.Of([[Letters.Clip("R")], [Letters.Clip("R"), Letters.Clip("R")]]));

    [Fact]
    public void It_lasts_as_long_as_the_longest() =>
        Assert.Equal(5, ClipGrid.Of([[Letters.Clip("R", 2), Letters.Clip("G", 5)]]).Duration);

    private static string Seen(IReadOnlyList<IReadOnlyList<Clip>> rows, ClipGridOptions? options = null) =>
        Letters.At(ClipGrid.Of(rows, options).Video!, 0);
}
