namespace Cymatic.Workflows.Tests;

public sealed class GridTableTests
{
    [Fact]
    public void A_label_is_start_end_and_name_with_tabs_between() =>
        Assert.Equal("0.250000\t1.000000\tbright 1\n", Documents.Text(GridTables.WriteLabels).Split('\n')[0] + "\n");

    [Fact]
    public void Every_block_has_a_label() => Assert.Equal(5, Documents.Text(GridTables.WriteLabels).Count(c => c == '\n'));

    [Fact]
    public void A_table_starts_with_the_names_of_its_columns() =>
        Assert.StartsWith(
            "onset_s,offset_s,row,sound,layer,level_db\n0.250000,1.000000,0,bright 1,mix,-10.00\n",
            Documents.Text(GridTables.WriteCsv), StringComparison.Ordinal);

    [Fact]
    public void A_name_with_a_comma_is_quoted() =>
        Assert.Contains(
            "0.500000,0.750000,1,\"low, 1\",percussive,-20.00\n", Documents.Text(GridTables.WriteCsv), StringComparison.Ordinal);
}
