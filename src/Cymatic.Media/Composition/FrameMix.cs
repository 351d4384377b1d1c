using System.Numerics.Tensors;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>One picture going over into another.</summary>
internal static class FrameMix
{
    /// <summary>Mixes a picture into another: colours and opacities go in a straight line.</summary>
    /// <param name="coming">Of the target's size; changes.</param>
    /// <param name="target">Changes.</param>
    /// <param name="amount">0, where the target stays, to 1, where it becomes the other; rounded to 1/255.</param>
    public static void Into(Frame coming, Frame target, double amount)
    {
        // Both weights are whole and sum to 255: rounded products never sum to more than 255.
        double weight = Math.Round(Math.Clamp(amount, 0, 1) * 255);
        coming.Fade(weight / 255);
        target.Fade((255 - weight) / 255);
        TensorPrimitives.Add(target.Pixels, coming.Pixels, target.Pixels);
    }
}
