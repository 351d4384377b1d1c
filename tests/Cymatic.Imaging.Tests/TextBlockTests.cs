namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class TextBlockTests
{
    private const string Long = "A long text that is wrapped into a width and made smaller until it fits into the height";

    [Theory]
    [InlineData("fjord Åg", true, 0.0, null)]
    [InlineData("fjord Åg", false, 6.0, null)]
    [InlineData("two\nlines ﷽", false, 2.0, 0.6)]
    [InlineData("WAVE", true, 3.0, 1.5)]
    public void No_stroke_of_a_letter_is_cut_off(string text, bool italic, double outline, double? spacing)
    {
        TextStyle style = new()
        {
            Size = 48,
            Italic = italic,
            LineSpacing = spacing,
            Outline = outline > 0 ? new Stroke(Color.Black, outline) : null,
        };
        SetText set = new TextBlock(text) { Style = style }.Set();
        using Frame roomy = Frame.Rent(set.Width + 80, set.Height + 80);
        roomy.Clear();
        using (var canvas = new Canvas(roomy))
            set.Draw(canvas, (40, 40));
        roomy.Fill(new PixelRectangle(40, 40, set.Width, set.Height), Color.Transparent);
        Assert.True(roomy.Pixels.IndexOfAnyExcept((byte)0) < 0, "Something was painted outside of the text's own picture.");
    }

    [Fact]
    public void Text_that_is_too_large_shrinks_into_its_block()
    {
        SetText set = new TextBlock(Long) { Width = 200, Height = 60, Style = new() { Size = 40 } }.Set();
        Assert.Equal((200, 60), (set.Width, set.Height));
        Assert.InRange(set.FontSize, 8, 20);
        Assert.InRange(set.Extents.Logical.Height, 35, 60);
    }

    [Fact]
    public void Text_that_fits_keeps_its_size() =>
        Assert.Equal(25, new TextBlock("Title") { Width = 300, Height = 300, Style = new() { Size = 25 } }.Set().FontSize);

    [Fact]
    public void Fill_takes_the_largest_size_that_fits()
    {
        TextBlock block = new("Fill") { Width = 300, Height = 120, Fit = TextFit.Fill };
        SetText set = block.Set();
        Assert.Throws<ArgumentException>(() => new TextBlock("Fill") { Width = 2, Height = 2, Padding = 1 }.Set());
        Assert.True(set.Extents.Logical.Height <= 120);
        double larger = set.FontSize + 1;
        Assert.True(TextRuler.Measure("Fill", block.Style with { Size = larger }).Logical.Height > 120);
    }

    [Fact]
    public void Words_are_not_broken_while_letters_can_shrink()
    {
        SetText set = new TextBlock("Donaudampfschifffahrt") { Width = 100, Height = 300, Style = new() { Size = 40 } }.Set();
        Assert.Equal(1, set.Extents.Lines);
    }

    [Fact]
    public void Position_and_alignment_place_the_text_in_its_block()
    {
        TextStyle style = new() { Size = 20, Alignment = TextAlignment.Right, Position = TextPosition.Bottom };
        SetText set = new TextBlock("x") { Width = 200, Height = 100, Style = style }.Set();
        using Frame frame = Frame.Rent(200, 100);
        set.Draw(frame);
        Assert.True(frame.Pixels[..(50 * frame.Stride)].IndexOfAnyExcept((byte)0) < 0, "nothing in the upper half");
        Assert.True(frame.Pixels.Slice(85 * frame.Stride, 6 * frame.Stride).IndexOfAnyExcept((byte)0) >= 0, "a letter at the bottom");
        Assert.True(frame.Row(88)[..(150 * 4)].IndexOfAnyExcept((byte)0) < 0, "nothing on the left");
    }

    [Fact]
    public void Line_spacing_two_sets_the_second_line_twice_as_far()
    {
        double Height(double? spacing) => TextRuler.Measure("a\na\na", new TextStyle { Size = 30, LineSpacing = spacing }).Logical.Height;
        double line = TextRuler.Measure("a", new TextStyle { Size = 30 }).Logical.Height;
        Assert.Equal(2 * line, Height(2) - Height(1), 1.0);
    }

    [Fact]
    public void An_unknown_family_is_refused_by_name()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => TextRuler.Measure("x", new TextStyle { Family = "Purisa-Bold-9" }));
        Assert.Contains("Purisa-Bold-9", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_is_taken_from_its_file()
    {
        string mono = FontFiles.FindAll(FontFiles.Folders).First(file => Path.GetFileName(file) == "DejaVuSansMono.ttf");
        var style = new TextStyle { Size = 30, FontFile = mono };
        Assert.Equal(TextRuler.Measure("iiii", style).Logical.Width, TextRuler.Measure("WWWW", style).Logical.Width, 0.01);
    }

    [Fact]
    public void A_file_that_is_no_font_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            Assert.Throws<ArgumentException>(() => TextRuler.Measure("x", new TextStyle { FontFile = path }));
            Assert.Throws<FileNotFoundException>(() => TextRuler.Measure("x", new TextStyle { FontFile = path + ".none" }));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("sans")]
    [InlineData("serif")]
    [InlineData("monospace")]
    public void General_names_stand_for_installed_fonts(string family) =>
        Assert.Equal(0, TextRuler.Measure("abc", new TextStyle { Family = family }).UnknownGlyphs);

    [Fact]
    public void An_outline_is_painted_around_the_letters()
    {
        using Frame frame = Frame.Rent(80, 80);
        TextStyle style =
            new() { Size = 60, Color = Color.White, Outline = new Stroke(new Color(1, 0, 0), 4), Alignment = TextAlignment.Center };
        new TextBlock("I") { Width = 80, Height = 80, Style = style with { Position = TextPosition.Middle } }.Set().Draw(frame);
        uint[] row = frame.PixelRow(40).ToArray();
        int first = Array.FindIndex(row, p => p == 0xFFFF0000), white = Array.FindIndex(row, p => p == 0xFFFFFFFF);
        Assert.InRange(white - first, 3, 5);
    }
}
