using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Workflows.Tests;

/// <summary>
/// A movie whose frames carry their number as ten fields, black or white, and whose sound begins each frame with a click of a height that
/// tells the number, too.
/// </summary>
internal static class NumberedMovie
{
    public const int Width = 160, Height = 32, SampleRate = 48000;
    private const int Digits = 10, Side = 16;

    public static void Write(string path, FrameRate rate, int frames, int firstNumber = 0, (int Width, int Height)? size = null)
    {
        (int width, int height) = size ?? (Width, Height);
        VideoClip pictures = VideoClip.From(width, height, rate.TimeOf(frames), (t, frame) =>
        {
            frame.Fill(Color.Black);
            int number = firstNumber + (int)rate.FrameAt(t);
            for (int digit = 0; digit < Digits; digit++)
            {
                if ((number >> digit & 1) == 1)
                    frame.Fill(new PixelRectangle(digit * Side * width / Width, 0, Side * width / Width, height), Color.White);
            }
        });
        AudioClip clicks = AudioClip.From(new Sound(Clicks(rate, frames, firstNumber), SampleRate));
        VideoFile.Write(path, new Clip(pictures, clicks), new VideoWriteOptions { FrameRate = rate, AudioCodec = AudioCodec.Pcm });
    }

    /// <summary>The number in a frame.</summary>
    public static int Read(Frame frame)
    {
        int number = 0;
        for (int digit = 0; digit < Digits; digit++)
        {
            uint pixel = frame.PixelRow(frame.Height / 2)[(digit * Side + Side / 2) * frame.Width / Width];
            number |= (pixel & 0xFF) > 127 ? 1 << digit : 0;
        }

        return number;
    }

    /// <summary>The numbers of all frames of a file.</summary>
    public static int[] Read(string path)
    {
        VideoFileClip movie = VideoFileClip.Open(path);
        using Frame frame = Frame.Rent(movie.Width, movie.Height);
        var numbers = new int[movie.FrameCount];
        for (int n = 0; n < numbers.Length; n++)
        {
            movie.FrameAt(n, frame);
            numbers[n] = Read(frame);
        }

        return numbers;
    }

    /// <summary>The number that a sound tells at a frame's click, which is searched near the frame's beginning.</summary>
    public static int Heard(ReadOnlySpan<float> samples, int at, int reach)
    {
        int from = Math.Max(0, at - reach), to = Math.Min(samples.Length, at + reach + 1);
        float peak = 0;
        foreach (float sample in samples[from..to])
            peak = Math.Max(peak, Math.Abs(sample));
        return (int)Math.Round(peak * 1000) - 100;
    }

    private static float[] Clicks(FrameRate rate, int frames, int firstNumber)
    {
        var samples = new float[(int)Math.Ceiling(rate.TimeOf(frames) * SampleRate)];
        for (int n = 0; n < frames; n++)
            samples[(int)Math.Ceiling(rate.TimeOf(n) * SampleRate) + 40] = (firstNumber + n + 100) / 1000f;
        return samples;
    }
}
