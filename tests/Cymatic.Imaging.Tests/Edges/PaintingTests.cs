namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class PaintingTests
{
    [Fact]
    public void Colours_are_stronger_and_edges_darker_as_the_formula_says()
    {
        using Frame frame = Pictures.Read("", "image_rgb"), painted = Frame.Rent(128, 96);
        using Plane<float> grey = Plane.Rent<float>(128, 96), edges = Plane.Rent<float>(128, 96);
        frame.LumaTo(grey, LumaWeights.Mean);
        grey.SobelTo(edges);
        frame.PaintTo(painted, 1.2, 0.01);
        for (int y = 0; y < 96; y++)
        {
            for (int i = 0; i < 128 * 4; i++)
            {
                double expected = (i & 3) == 3 ? 255
                    : Math.Clamp((1.2 * frame.Row(y)[i]) - (0.01 * 255 * 255 * edges.Row(y)[i / 4]), 0, 255);
                Assert.InRange(painted.Row(y)[i], expected - 1.01, expected + 0.01);
            }
        }
    }

    [Fact]
    public void Colour_never_exceeds_alpha()
    {
        using Frame frame = Pictures.Random(37, 20, 1), painted = Frame.Rent(37, 20);
        frame.PaintTo(painted);
        Assert.True(Pictures.IsPremultiplied(painted));
    }
}
