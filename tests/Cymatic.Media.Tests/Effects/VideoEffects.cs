using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

/// <summary>At least one of each effect on pictures, for the contract that all of them keep.</summary>
internal static class VideoEffects
{
    public const int Width = 24, Height = 18;
    public const double Duration = 2;

    /// <summary>Detail of all colours that moves; partly transparent where it is not to be opaque.</summary>
    public static VideoClip Source(bool opaque) => new Moving(opaque);

    public static IEnumerable<IVideoEffect> All =>
    [
        new Subclip(0.3, 1.7), new CutOut(0.5, 1), new Speed(1.5), Speed.ToLast(3), new Reverse(), new TimeSymmetrize(), new Loop(2),
        new Freeze(0.5, 0.5),
        Freeze.AtEnd(1), new FreezeRegion(0.5, new(3, 3, 9, 9)), new MakeLoopable(0.5), new TimeMap(1, t => t * t), new AccelDecel(),
        new SetDuration(3), new SetRate(new(10)), new Delay(0.5), new SuperSample(0.1, 5),
        new Resize(0.5), new Resize((31, 7)), Resize.ToHeight(40), new Resize(t => 0.6 + t / 3), new Crop(new(2, 3, 11, 9)),
        Crop.Middle(8, 8),
        new EvenSize(), new Margin(3), new Margin(1, 2, 3, 4) { Color = new Color(1, 0, 0, 0.5) },
        new Scroll { Width = 10, Height = 9, Speed = (3.3, 1.7) }, new SlideIn(1, Side.Left), new SlideOut(1, Side.Bottom),
        new Flip(), new Flip(vertically: true), new Rotate(30), new Rotate(-90), new Rotate(180) { Expand = false },
        new Rotate(t => 45 * t), new Rotate(20) { Expand = false, Background = Color.White },
        new BlackAndWhite(), new Invert(), new Multiply(1.4), new AdjustGamma(0.7), new AdjustLog(), new LumContrast { Contrast = 0.4 },
        new Tone(ToneCurve.Gamma(2)), new ColorMix(ColorMatrix.Saturation(0.3)), new FadeIn(1), new FadeOut(1) { Color = Color.White },
        new Opacity(0.4), new Opacity(t => t / 2), new CrossFadeIn(1), new CrossFadeOut(1), new Blink(0.2, 0.3), new OnColor(Color.White),
        new EqualizeHistogram(), new RescaleIntensity(), new RescaleIntensity { Input = (0.2, 0.8), Output = (0, 0.9) }, new Edges(),
        new Threshold(0.4),
        Threshold.Otsu, new Blur(1.5), new Blur(t => t), new HeadBlur(t => (5 + 9 * t, 8), 4), new Painting(),
        new ColorMask(Color.White) { Threshold = 100, Stiffness = 3 }, new LumaMask { Inverted = true }, new ToMask(),
        new ToMask { FromAlpha = true },
        new Masked(Source(true)), new InvertMask(), new MaskAnd(Source(true)), new MaskOr(Source(true)),
    ];

    private sealed class Moving(bool opaque) : VideoClip(VideoEffects.Width, VideoEffects.Height, VideoEffects.Duration)
    {
        public override bool IsOpaque => opaque;

        public override FrameRate? Rate => new FrameRate(25);

        public override void Render(double t, Frame target)
        {
            uint n = (uint)Rate!.Value.FrameAt(t);
            for (int y = 0; y < target.Height; y++)
            {
                Span<uint> row = target.PixelRow(y);
                for (int x = 0; x < row.Length; x++)
                {
                    uint alpha = opaque ? 255 : (uint)(x * 12 + y * 5 + n) & 255;
                    uint red = ((uint)x * 10 + n * 7 & 255) * alpha / 255, green = ((uint)y * 14 & 255) * alpha / 255;
                    row[x] = alpha << 24 | red << 16 | green << 8 | ((uint)(x * y) + n * 3 & 255) * alpha / 255;
                }
            }
        }
    }
}
