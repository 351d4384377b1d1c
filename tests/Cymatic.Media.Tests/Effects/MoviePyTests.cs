using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

/// <summary>Pictures that MoviePy 2.2.1 made of the same input.</summary>
public class MoviePyTests
{
    private static readonly VideoClip Picture = Still("image_rgb"), Other = Still("image2_rgb");

    [Fact]
    public void Black_and_white_is_MoviePys_within_its_cutting_off() =>
        // MoviePy cuts fractions off where we round.
        AssertNear("moviepy-2.2.1/mpy_blackwhite", Picture.With(new BlackAndWhite()), most: 1, mean: 0.4);

    [Fact]
    public void A_resized_picture_is_MoviePys_within_1() =>
        AssertNear("moviepy-2.2.1/mpy_resize_100x60", Picture.With(new Resize((100, 60))), most: 1, mean: 0.01);

    [Fact]
    public void A_colour_mask_is_MoviePys_within_half_a_step()
    {
        VideoClip mask = Picture.With(new ColorMask(Color.White) { Threshold = 60, Stiffness = 5 }).With(new ToMask { FromAlpha = true });
        double[] expected = [.. Array("moviepy-2.2.1/mpy_maskcolor").Floats.Select(x => x * 255.0)];
        using Frame frame = Frame.Rent(mask.Width, mask.Height);
        mask.Render(0, frame);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], frame.PixelRow(i / frame.Width)[i % frame.Width] & 255, 1.0);
    }

    [Fact]
    public void A_masked_resized_translucent_layer_in_the_middle_is_MoviePys_but_for_colours_under_the_mask()
    {
        // MoviePy resizes colours and mask apart, so that the white that
        // is masked bleeds into its border; ours are premultiplied and do not.
        VideoClip layer = Picture.With(new ColorMask(Color.White) { Threshold = 60, Stiffness = 5 }).With(new Resize((100, 60)));
        Clip composite = Composite.Of(Other, new Layer(layer) { Opacity = 0.4, Position = Position.Center });
        AssertNear("moviepy-2.2.1/mpy_composite", composite.Video!, most: 8, mean: 0.2);
    }

    private static void AssertNear(string name, VideoClip clip, double most, double mean) => AssertNear(Array(name), clip, most, mean);

    private static void AssertNear(Npy expected, VideoClip clip, double most, double mean)
    {
        Assert.Equal((int[])[clip.Height, clip.Width, 3], expected.Shape);
        int[] values = expected.Integers;
        using Frame frame = Frame.Rent(clip.Width, clip.Height);
        clip.Render(0, frame);
        double[] apart = [.. values.Select((value, i) => (double)Math.Abs(value - Channel(frame, i)))];
        Assert.True(apart.Max() <= most && apart.Average() <= mean, $"at most {apart.Max()} apart, {apart.Average()} in the mean");
    }

    private static int Channel(Frame frame, int i) => frame.Row(i / 3 / frame.Width)[i / 3 % frame.Width * 4 + 2 - i % 3];

    private static VideoClip Still(string name)
    {
        Npy array = Array(name);
        int[] values = array.Integers;
        using Frame frame = Frame.Rent(array.Shape[1], array.Shape[0]);
        for (int i = 0; i < values.Length; i += 3)
        {
            uint colour = (uint)(values[i] << 16 | values[i + 1] << 8 | values[i + 2]);
            frame.PixelRow(i / 3 / frame.Width)[i / 3 % frame.Width] = 0xFF000000 | colour;
        }

        return VideoClip.From(frame);
    }

    private static Npy Array(string name) => Npy.Read(Repository.File("tests", "Cymatic.Imaging.Tests", "TestData", name + ".npy"));
}
