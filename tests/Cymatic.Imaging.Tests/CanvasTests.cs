using System.Text;

namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class CanvasTests
{
    [Fact]
    public void A_rectangle_on_whole_pixels_has_sharp_edges() =>
        Assert.Equal("..../.RR./.RR./....", Draw("..../..../..../....", c => c.FillRectangle(new Box(1, 1, 2, 2), new Color(1, 0, 0))));

    [Fact]
    public void Half_covered_pixels_are_half_opaque() =>
        Assert.Equal("rRr", Draw("...", c => c.FillRectangle(new Box(0.5, 0, 2, 1), new Color(1, 0, 0))));

    [Fact]
    public void Transformations_end_with_their_save() => Assert.Equal("R../..B", Draw(".../...", c =>
    {
        using (c.Save())
        {
            c.Translate(2, 1);
            c.FillRectangle(new Box(0, 0, 1, 1), new Color(0, 0, 1));
        }

        c.FillRectangle(new Box(0, 0, 1, 1), new Color(1, 0, 0));
    }));

    [Fact]
    public void Nothing_is_drawn_outside_the_clip() => Assert.Equal(".G./...", Draw(".../...", c =>
    {
        using SavedCanvas saved = c.Save();
        c.Clip(1, 0, 1, 1);
        c.Paint(new Color(0, 1, 0));
    }));

    [Fact]
    public void A_dashed_line_has_gaps() => Assert.Equal("KK.KK.K", Draw(".......", c =>
        c.Line((0, 0.5), (7, 0.5), new Stroke(Color.Black) { Dash = [2, 1] })));

    [Fact]
    public void A_picture_is_enlarged_pixel_by_pixel()
    {
        using Frame picture = Letters.Frame("RG/BW");
        Assert.Equal("RRGG/RRGG/BBWW/BBWW", Draw("..../..../..../....", c =>
            c.DrawPicture(picture, new Box(0, 0, 4, 4), new PictureOptions { Smooth = false })));
    }

    [Fact]
    public void A_rounded_rectangle_leaves_its_corners()
    {
        using Frame frame = Frame.Rent(20, 20);
        frame.Clear();
        using (var canvas = new Canvas(frame))
            canvas.FillRectangle(new Box(0, 0, 20, 20), 6, Color.Black);
        Assert.Equal(0u, frame.PixelRow(0)[0]);
        Assert.Equal(0xFF000000, frame.PixelRow(0)[10]);
        Assert.Equal(0xFF000000, frame.PixelRow(10)[0]);
    }

    [Fact]
    public void Svg_and_pdf_begin_as_such_and_repeat_their_bytes()
    {
        byte[] svg = Vector(VectorPicture.WriteSvg), pdf = Vector(VectorPicture.WritePdf);
        Assert.Contains("<svg", Encoding.UTF8.GetString(svg), StringComparison.Ordinal);
        Assert.Contains("width=\"100px\"", Encoding.UTF8.GetString(svg), StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Equal(pdf, Vector(VectorPicture.WritePdf));
    }

    [Fact]
    public void A_failing_drawing_passes_its_exception_and_leaves_cairo_usable()
    {
        using var stream = new MemoryStream();
        Assert.Throws<FormatException>(() => VectorPicture.WriteSvg(stream, 10, 10, _ => throw new FormatException()));
        Assert.Equal(0, stream.Length);
        Assert.NotEmpty(Vector(VectorPicture.WriteSvg));
    }

    [Fact]
    public void A_picture_may_be_disposed_before_its_page_ends()
    {
        using var kept = new MemoryStream();
        using var disposed = new MemoryStream();
        WritePicture(kept, poison: false);
        WritePicture(disposed, poison: true);
        Assert.Equal(kept.ToArray(), disposed.ToArray());
    }

    private static void WritePicture(Stream stream, bool poison) => VectorPicture.WritePdf(stream, 50, 50, canvas =>
    {
        Frame picture = Letters.Frame("RG/BW");
        canvas.DrawPicture(picture, new Box(0, 0, 50, 50));
        if (poison)
            picture.Pixels.Fill(0x55);
        picture.Dispose();
    });

    private static byte[] Vector(Action<Stream, double, double, Action<Canvas>> write)
    {
        using var stream = new MemoryStream();
        write(stream, 100, 80, canvas =>
        {
            canvas.FillRectangle(new Box(10, 10, 30, 30), new Color(0, 0.5, 1));
            canvas.DrawText("rows", (10, 50), new TextStyle());
        });
        return stream.ToArray();
    }

    private static string Draw(string background, Action<Canvas> draw)
    {
        using Frame frame = Letters.Frame(background);
        using (var canvas = new Canvas(frame))
            draw(canvas);
        return Letters.Read(frame);
    }
}
