namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class TextTests
{
    [Theory]
    [InlineData("مرحبا بالعالم", "DejaVu Sans")]
    [InlineData("नमस्ते दुनिया", "Noto Sans Devanagari")]
    [InlineData("你好，世界 日本語", "Droid Sans Fallback")]
    [InlineData("🎵🧠", "Noto Color Emoji")]
    [InlineData("Ωμέγα Привет ≥ µs", "DejaVu Sans")]
    public void Scripts_of_the_installed_fonts_have_all_their_glyphs(string text, string font)
    {
        Require(font);
        Assert.Equal(0, TextRuler.Measure(text, new TextStyle()).UnknownGlyphs);
    }

    [Fact]
    public void Emoji_are_coloured_and_as_high_as_the_letters()
    {
        Require("Noto Color Emoji");
        var style = new TextStyle { Size = 40 };
        using Frame frame = Frame.Rent(80, 80);
        frame.Clear();
        using (var canvas = new Canvas(frame))
            canvas.DrawText("😀", (10, 10), style);
        Assert.InRange(Painted(frame).Height, 30, 50);
        int yellow = Enumerable.Range(0, 80)
            .Sum(y => frame.PixelRow(y).ToArray().Count(p => (p >> 16 & 255) > 200 && (p >> 8 & 255) > 150 && (p & 255) < 120));
        Assert.True(yellow > 300, $"{yellow} yellow pixels");
    }

    [Fact]
    public void Arabic_letters_join()
    {
        var style = new TextStyle { Size = 40 };
        double joined = TextRuler.Measure("ببب", style).Logical.Width;
        double apart = TextRuler.Measure("ب\u200cب\u200cب", style).Logical.Width;
        Assert.True(joined < 0.8 * apart, $"{joined} {apart}");
    }

    [Fact]
    public void Devanagari_conjuncts_form()
    {
        Require("Noto Sans Devanagari");
        var style = new TextStyle { Size = 40 };
        double conjunct = TextRuler.Measure("क्षत्र", style).Logical.Width;
        double apart = TextRuler.Measure("क्\u200cषत्\u200cर", style).Logical.Width;
        Assert.True(conjunct < 0.95 * apart, $"{conjunct} {apart}");
    }

    [Fact]
    public void A_character_that_no_font_has_is_counted() =>
        Assert.Equal(2, TextRuler.Measure("a\uE8F1b\uE8F2", new TextStyle()).UnknownGlyphs);

    [Theory]
    [InlineData("Waveform fjÅg", false, TextAlignment.Left)]
    [InlineData("a text that is much longer than the box which it is given", true, TextAlignment.Right)]
    [InlineData("a text that is much longer than the box which it is given", false, TextAlignment.Center)]
    public void Ink_is_where_measuring_says(string text, bool ellipsis, TextAlignment alignment)
    {
        var style = new TextStyle { Size = 24, Width = 180, Ellipsis = ellipsis, Alignment = alignment };
        using Frame frame = Frame.Rent(400, 300);
        frame.Clear();
        TextExtents extents;
        using (var canvas = new Canvas(frame))
            extents = canvas.DrawText(text, (200, 60), style);
        Assert.Equal(TextRuler.Measure(text, style), extents);
        var ink = new Box(200 + extents.Ink.X, 60 + extents.Ink.Y, extents.Ink.Width, extents.Ink.Height);
        Box painted = Painted(frame);
        Assert.InRange(painted.X, ink.X - 1.5, ink.X + 1.5);
        Assert.InRange(painted.Y, ink.Y - 1.5, ink.Y + 1.5);
        Assert.InRange(painted.Right, ink.Right - 1.5, ink.Right + 1.5);
        Assert.InRange(painted.Bottom, ink.Bottom - 1.5, ink.Bottom + 1.5);
    }

    [Fact]
    public void Ellipsis_keeps_one_line_within_the_width()
    {
        TextExtents cut = TextRuler.Measure("bright noise with a very long name", new TextStyle { Width = 100, Ellipsis = true });
        Assert.True(cut.Cut);
        Assert.Equal(1, cut.Lines);
        Assert.InRange(cut.Logical.Width, 60, 100);
    }

    [Fact]
    public void Wrapping_adds_lines_and_breaks_words_that_are_too_long()
    {
        TextExtents wrapped = TextRuler.Measure("Donaudampfschifffahrtsgesellschaft", new TextStyle { Width = 60 });
        Assert.False(wrapped.Cut);
        Assert.True(wrapped.Lines >= 4);
        Assert.InRange(wrapped.Ink.Width, 30, 60);
    }

    [Theory]
    [InlineData(TextAlignment.Left, 0)]
    [InlineData(TextAlignment.Center, -0.5)]
    [InlineData(TextAlignment.Right, -1)]
    public void Alignment_shifts_the_box(TextAlignment alignment, double share)
    {
        TextExtents extents = TextRuler.Measure("1.5 s", new TextStyle { Alignment = alignment });
        Assert.Equal(share * extents.Logical.Width, extents.Logical.X, 0.01);
    }

    [Fact]
    public void Baseline_position_puts_letters_on_the_line()
    {
        TextExtents extents = TextRuler.Measure("HHH", new TextStyle { Position = TextPosition.Baseline, Size = 40 });
        Assert.Equal(0, extents.Baseline, 0.01);
        Assert.Equal(0, extents.Ink.Bottom, 0.6);
    }

    [Fact]
    public void Bold_is_wider_than_regular() => Assert.True(
        TextRuler.Measure("Sound grid", new TextStyle { Weight = 700 }).Logical.Width
            > TextRuler.Measure("Sound grid", new TextStyle()).Logical.Width);

    [Fact]
    public void Pixels_do_not_depend_on_the_number_of_threads()
    {
        byte[] expected = Drawn(0);
        var results = new byte[24][];
        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => results[i] = Drawn(i));
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void No_frame_is_outstanding_after_drawing_on_many_threads()
    {
        int before = Frame.Outstanding;
        Parallel.For(0, 32, i => Drawn(i));
        Assert.Equal(before, Frame.Outstanding);
    }

    [Fact]
    public void A_zero_in_a_text_does_not_end_it() =>
        Assert.Equal(TextRuler.Measure("a b", new TextStyle()), TextRuler.Measure("a\0b", new TextStyle()));

    private static void Require(string font) =>
        Assert.SkipUnless(InstalledFonts.Families.Contains(font), $"The font '{font}' is not installed.");

    private static byte[] Drawn(int index)
    {
        using Frame frame = Frame.Rent(160, 80);
        frame.Fill(Color.White);
        using (var canvas = new Canvas(frame))
        {
            canvas.FillRectangle(new Box(7.3, 9.1, 50, 20), 5, new Color(0.2, 0.5, 0.9));
            canvas.DrawText("same " + "pixels", (10, 30), new TextStyle { Size = 17 });
            canvas.DrawText("مرحبا", (90, 50), new TextStyle { Size = 15 });
        }

        Assert.True(index >= 0);
        return frame.Pixels.ToArray();
    }

    private static Box Painted(Frame frame)
    {
        int left = frame.Width, top = frame.Height, right = 0, bottom = 0;
        for (int y = 0; y < frame.Height; y++)
        {
            for (int x = 0; x < frame.Width; x++)
            {
                if (frame.PixelRow(y)[x] == 0)
                    continue;
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            }
        }

        return new Box(left, top, right - left, bottom - top);
    }
}
