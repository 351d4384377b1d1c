using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Switches a loop off where the song does not hold it.</summary>
internal static class LoopGains
{
    private const double FrameSeconds = 0.25;

    /// <summary>Scales <paramref name="loop"/> in place: by 1 where it fits the song, by 0 where its projection is below a half, with smooth changes.</summary>
    public static void Apply(Sound song, float[][] loop)
    {
        int frame = Math.Max(1, (int)(FrameSeconds * song.SampleRate)), frames = song.Length / frame + 1;
        var on = new float[frames];
        for (int f = 0; f < frames; f++)
        {
            int from = Math.Max(0, (f - 1) * frame), to = Math.Min(song.Length, (f + 2) * frame);
            double xy = 0, yy = 1e-20;
            for (int c = 0; c < loop.Length; c++)
            {
                ReadOnlySpan<float> y = loop[c].AsSpan(from..to);
                xy += TensorPrimitives.Dot(song[c][from..to], y);
                yy += TensorPrimitives.SumOfSquares(y);
            }

            on[f] = xy / yy > 0.5 ? 1 : 0;
        }

        foreach (float[] channel in loop)
        {
            for (int i = 0; i < channel.Length; i++)
            {
                double position = (double)i / frame - 0.5;
                int f = (int)Math.Floor(position);
                float a = on[Math.Clamp(f, 0, frames - 1)], b = on[Math.Clamp(f + 1, 0, frames - 1)];
                channel[i] *= a == b ? a : (float)(a + (b - a) * (position - f));
            }
        }
    }
}
