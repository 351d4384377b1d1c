using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>Brings a picture of any shape into a frame.</summary>
internal static class PictureFitting
{
    // A ground so much smaller is blurred so much faster, and nobody sees it.
    private const int GroundScale = 8;
    private const double GroundBlur = 3, GroundLight = 0.6;

    /// <summary>Fills all of a frame.</summary>
    public static void Fit(Frame picture, Frame target, PictureFit fit)
    {
        if (fit == PictureFit.Crop)
        {
            picture.ResizeTo(Filling(picture, target), target);
            return;
        }

        if (fit == PictureFit.Blur)
            DrawGround(picture, target);
        else
            target.Fill(Color.Black);
        double factor = Math.Min((double)target.Width / picture.Width, (double)target.Height / picture.Height);
        int width = Math.Clamp((int)Math.Round(picture.Width * factor), 1, target.Width);
        int height = Math.Clamp((int)Math.Round(picture.Height * factor), 1, target.Height);
        using Frame scaled = Frame.Rent(width, height);
        picture.ResizeTo(scaled);
        scaled.BlendOnto(target, ((target.Width - width) / 2, (target.Height - height) / 2));
    }

    // The part of the picture that has the target's shape, in the middle.
    private static Box Filling(Frame picture, Frame target)
    {
        double factor = Math.Max((double)target.Width / picture.Width, (double)target.Height / picture.Height);
        double width = Math.Min(picture.Width, target.Width / factor), height = Math.Min(picture.Height, target.Height / factor);
        return new Box((picture.Width - width) / 2, (picture.Height - height) / 2, width, height);
    }

    private static void DrawGround(Frame picture, Frame target)
    {
        using Frame small = Frame.Rent(Math.Max(8, target.Width / GroundScale), Math.Max(8, target.Height / GroundScale));
        using Frame blurred = Frame.Rent(small.Width, small.Height);
        picture.ResizeTo(Filling(picture, target), small, ResamplingFilter.Area);
        small.GaussianBlurTo(blurred, GroundBlur);
        blurred.ResizeTo(target);
        target.Blend(new PixelRectangle(0, 0, target.Width, target.Height), new Color(0, 0, 0, 1 - GroundLight));
    }
}
