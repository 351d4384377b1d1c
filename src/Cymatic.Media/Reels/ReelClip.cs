using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Pictures of a reel, one for each frame; encoders get them as they lie.</summary>
internal sealed class ReelClip(FrameReel reel, FrameRate rate, IReadOnlyList<int> order)
    : VideoClip(reel.Width, reel.Height, rate.TimeOf(order.Count))
{
    public override FrameRate? Rate => rate;

    public override bool IsOpaque => true;

    public override void Render(double t, Frame target) => reel.Read(At(t), target);

    internal override bool TryRenderPlanes(double t, Span<byte> planes)
    {
        reel.ReadPlanes(At(t), planes);
        return true;
    }

    private int At(double t) => order[(int)Math.Clamp(rate.FrameAt(t), 0, order.Count - 1)];
}
