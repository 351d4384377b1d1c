using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>A name in the lower left corner of a picture, readable on any ground.</summary>
internal sealed class Caption
{
    private readonly TextStyle _style;
    private readonly string _text;
    private readonly double _margin;

    /// <param name="text">One line.</param>
    /// <param name="height">Of the pictures, in pixels: the letters follow it.</param>
    /// <param name="width">Of the pictures, in pixels: a longer name is cut.</param>
    public Caption(string text, int width, int height)
    {
        double size = Math.Max(9, height / 22.0);
        (_text, _margin) = (text.ReplaceLineEndings(" "), size * 0.8);
        _style = new TextStyle
        {
            Size = size,
            Color = Color.White,
            Outline = new Stroke(new Color(0, 0, 0, 0.75), size / 6),
            Width = Math.Max(10, width - 2 * _margin),
            Ellipsis = true,
            Position = TextPosition.Baseline,
        };
    }

    /// <summary>Draws it on a picture.</summary>
    public void Draw(Frame picture)
    {
        using Canvas canvas = new(picture);
        canvas.DrawText(_text, (_margin, picture.Height - _margin), _style);
    }
}
