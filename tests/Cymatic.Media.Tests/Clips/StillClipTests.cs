using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

[Collection(nameof(Frame))]
public sealed class StillClipTests
{
    [Fact]
    public void A_still_picture_is_the_same_at_every_time_after_its_frame_is_gone()
    {
        VideoClip clip;
        using (Frame picture = Frame.Rent(3, 2))
        {
            picture.Fill(new Color(0, 1, 0));
            clip = VideoClip.From(picture, 2);
        }

        using Frame shown = Frame.Rent(3, 2);
        clip.Render(1.7, shown);
        Assert.Equal(0xFF00FF00, shown.PixelRow(1)[2]);
        Assert.True(clip.IsOpaque);
        Assert.Equal(2, clip.Duration);
    }

    [Fact]
    public void A_text_without_ground_is_transparent_around_its_letters()
    {
        VideoClip clip = VideoClip.From(new TextBlock("o") { Style = new() { Size = 40, Color = Color.White } });
        using Frame shown = Frame.Rent(clip.Width, clip.Height);
        clip.Render(0, shown);
        Assert.False(clip.IsOpaque);
        Assert.Equal(0u, shown.PixelRow(0)[0]);
        Assert.Contains(0xFFFFFFFF, shown.PixelRow(clip.Height * 6 / 10).ToArray());
    }

    [Fact]
    public void A_title_card_has_the_size_that_was_asked_for()
    {
        VideoClip card = VideoClip.From(new TextBlock("Equalized") { Width = 640, Height = 360, Background = Color.White }, 1);
        Assert.Equal((640, 360, true, 1.0), (card.Width, card.Height, card.IsOpaque, card.Duration));
    }
}
