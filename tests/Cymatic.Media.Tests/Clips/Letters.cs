using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

/// <summary>
/// Tiny pictures as letters, rows apart by slashes: R, G, B, W, K (black), C, M, Y, and a dot for nothing; a pixel of none is '?'.
/// </summary>
internal static class Letters
{
    private const string Names = "RGBWKCMY.";
    private static readonly uint[] Pixels =
        [0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF, 0xFF000000, 0xFF00FFFF, 0xFFFF00FF, 0xFFFFFF00, 0];

    /// <summary>A clip whose picture is these letters.</summary>
    public static VideoClip Clip(string letters, double duration = double.PositiveInfinity)
    {
        string[] rows = letters.Split('/');
        using Frame frame = Frame.Rent(rows[0].Length, rows.Length);
        for (int y = 0; y < rows.Length; y++)
        {
            for (int x = 0; x < rows[y].Length; x++)
                frame.PixelRow(y)[x] = Pixels[Names.IndexOf(rows[y][x], StringComparison.Ordinal)];
        }

        return VideoClip.From(frame, duration);
    }

    /// <summary>The picture of a clip at a time.</summary>
    public static string At(VideoClip clip, double t)
    {
        using Frame frame = Frame.Rent(clip.Width, clip.Height);
        frame.Pixels.Fill(0xCD);
        clip.Render(t, frame);
        return string.Join('/', Enumerable.Range(0, frame.Height).Select(y => string.Concat(frame.PixelRow(y).ToArray().Select(Name))));
    }

    private static char Name(uint pixel) => Array.IndexOf(Pixels, pixel) is >= 0 and var found ? Names[found] : '?';
}
