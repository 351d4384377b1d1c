namespace Cymatic.Imaging.Tests;

public sealed class ColorTranslatorTests
{
    private static readonly ColorTranslator RedToGreen = new("red", "green");

    // Computed from ColorBabel's rules: red to green, a middle of 0.8.
    [Theory]
    [InlineData(0, 1, 0, 0)]
    [InlineData(0.1, .9023, .0490, 0)]
    [InlineData(0.25, .9084, .3758, .3387)]
    [InlineData(0.4, .9366, .7296, .7167)]
    [InlineData(0.5, .9453, .9468, .9443)]
    [InlineData(0.6, .7338, .8220, .7070)]
    [InlineData(0.75, .3949, .6130, .3177)]
    [InlineData(0.9, .0977, .4529, 0)]
    [InlineData(1, 0, .5020, 0)]
    public void Diverging_colours_are_colorbabels(double x, double red, double green, double blue)
    {
        Color color = RedToGreen.ToDiverging(new() { MidSpread = 0.8 }).Translate([x])[0];
        Assert.Equal(red, color.Red, 5.1e-5);
        Assert.Equal(green, color.Green, 5.1e-5);
        Assert.Equal(blue, color.Blue, 5.1e-5);
    }

    [Fact]
    public void Numbers_are_looked_up_in_256_entries()
    {
        Color[] colors = RedToGreen.Translate([0.5, 0.4999, 1]);
        Assert.Equal(128 / 255.0 * 128 / 255, colors[0].Green, 1e-12);
        Assert.Equal(127 / 255.0 * 128 / 255, colors[1].Green, 1e-12);
        Assert.Equal(128 / 255.0, colors[2].Green, 1e-12);
    }

    [Fact]
    public void A_range_brings_numbers_to_its_ends() =>
        Assert.Equal(RedToGreen.Translate([0, 0, 0.5, 1]), RedToGreen.Translate([-7, 10, 15, 99], (10, 20)));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Without_a_range_nothing_lies_outside(double x) =>
        Assert.Equal("data", Assert.Throws<ArgumentException>(() => RedToGreen.Translate([0.5, x])).ParamName);

    [Fact]
    public void Rows_above_one_are_bytes() => Assert.Equal(
        new ColorTranslator([[1, 0, 0], [0, 128 / 255.0, 0]]).ToNumeric(), new ColorTranslator([[255.0, 0, 0], [0, 128, 0]]).ToNumeric());

    [Fact]
    public void Rows_of_two_parts_are_refused() =>
        Assert.Equal("rows", Assert.Throws<ArgumentException>(() => new ColorTranslator([[1.0, 0], [0, 1]])).ParamName);

    [Theory]
    [InlineData(ColorNotation.Rgb, "rgb(255, 0, 0)", "rgb(0, 128, 0)")]
    [InlineData(ColorNotation.Hsl, "hsl(0, 100%, 50%)", "hsl(120, 100%, 25%)")]
    [InlineData(ColorNotation.Hex, "#ff0000", "#008000")]
    [InlineData(ColorNotation.Name, "red", "green")]
    public void Colours_are_written_in_every_notation(ColorNotation notation, string first, string last)
    {
        string[] strings = RedToGreen.ToStrings(notation);
        Assert.Equal((255, first, last), (strings.Length, strings[0], strings[^1]));
    }

    [Theory]
    [InlineData("tomato", "#ff6347")]
    [InlineData("#0f8", "#00ff88")]
    [InlineData("rgb(12, 34, 56)", "#0c2238")]
    public void Css_colours_are_read(string text, string hex) => Assert.Equal(hex, CssColor.Parse(text).ToHex());

    [Theory]
    [InlineData("rgb(1, 2)")]
    [InlineData("rgb(1, 2, 256)")]
    [InlineData("no colour")]
    public void What_is_no_colour_is_refused(string text) => Assert.Throws<FormatException>(() => CssColor.Parse(text));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.2)]
    public void A_middle_lies_inside(double spread) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RedToGreen.ToDiverging(new() { MidSpread = spread }));

    [Fact]
    public void A_strip_is_five_inches_of_equal_swatches()
    {
        using Frame strip = RedToGreen.ShowColors(bins: 5);
        Assert.Equal((500, 50), (strip.Width, strip.Height));
        uint[] row = strip.PixelRow(49).ToArray();
        Assert.Equal(Enumerable.Repeat(100, 5), row.GroupBy(pixel => pixel).Select(group => group.Count()));
        Assert.Throws<ArgumentOutOfRangeException>(() => RedToGreen.ShowColors(0));
    }

    [Fact]
    public void Husl_there_and_back_is_the_same_colour()
    {
        foreach (string hex in (string[])["#ff0000", "#3366cc", "#808080", "#fdfd96"])
        {
            Color there = CssColor.Parse(hex), back = Husl.From(there).ToColor();
            Assert.Equal(there.Red, back.Red, 3e-3);
            Assert.Equal(there.Green, back.Green, 3e-3);
            Assert.Equal(there.Blue, back.Blue, 3e-3);
        }
    }
}
