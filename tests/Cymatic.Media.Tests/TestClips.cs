using System.Runtime.InteropServices;
using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Media.Tests;

internal static class TestClips
{
    /// <summary>One colour, 0xRRGGBB, for each time.</summary>
    public static VideoClip Colours(int width, int height, double duration, Func<double, uint> colour) =>
        VideoClip.From(width, height, duration, (t, frame) =>
        {
            for (int y = 0; y < frame.Height; y++)
                Row(frame, y).Fill(0xFF000000 | colour(t));
        });

    /// <summary>Detail that moves: every frame differs, and is costly to encode.</summary>
    public static VideoClip Moving(int width, int height, double duration) =>
        VideoClip.From(width, height, duration, (t, frame) =>
        {
            int shift = (int)(t * 100);
            for (int y = 0; y < frame.Height; y++)
            {
                Span<uint> row = Row(frame, y);
                for (int x = 0; x < row.Length; x++)
                    row[x] = 0xFF000000 | (uint)((x + shift) * 7 & 255) | (uint)((y * 3 + shift) & 255) << 8
                        | (uint)((x ^ y) + shift & 255) << 16;
            }
        });

    /// <summary>White for one frame at each whole second, and a click of 1 ms there.</summary>
    public static Clip FlashAndClick(int seconds, FrameRate rate, int sampleRate)
    {
        VideoClip video = Colours(64, 48, seconds, t => t - Math.Floor(t + 1e-9) < (double)rate.Den / rate.Num - 1e-9 ? 0xFFFFFFu : 0u);
        var wave = new float[seconds * sampleRate];
        for (int second = 0; second < seconds; second++)
        {
            for (int n = 0; n < sampleRate / 1000; n++)
                wave[second * sampleRate + n] = 0.9f;
        }

        return new Clip(video, AudioClip.From(new Sound(wave, sampleRate)));
    }

    public static Span<uint> Row(Frame frame, int y) => MemoryMarshal.Cast<byte, uint>(frame.Row(y));
}
