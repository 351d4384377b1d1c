using System.Diagnostics;
using System.Globalization;
using Cymatic.Imaging;

namespace Cymatic.Benchmarks;

/// <summary>
/// The pixel kernels on one thread: milliseconds for a frame of 1280×720, and bytes of it a second beside a copy of the same bytes.
/// </summary>
internal static class PixelKernelFigures
{
    private const int Width = 1280, Height = 720, Runs = 31;

    /// <summary>Prints a line for each kernel: name, ms, GB/s, GB/s of memcpy measured in turn with it, and their ratio.</summary>
    /// <param name="output">Where lines go.</param>
    /// <param name="only">Only kernels whose name holds this.</param>
    public static void Run(TextWriter output, string only = "")
    {
        using Frame opaque = Noise(opaque: true), clear = Noise(opaque: false), target = Noise(opaque: true), copy = Noise(opaque: true);
        using Frame smaller = Frame.Rent(1088, 612), half = Frame.Rent(Width / 2, Height / 2);
        using Plane<float> grey = Plane.Rent<float>(Width, Height), soft = Plane.Rent<float>(Width, Height);
        using Plane<byte> mask = Plane.Rent<byte>(Width, Height);
        opaque.LumaTo(grey, LumaWeights.Mean);
        opaque.LumaTo(mask, LumaWeights.Mean);
        var key = new ColorKey(Color.White, 60, 5);
        ToneCurve curve = ToneCurve.Gamma(1.1);
        ColorMatrix matrix = ColorMatrix.Saturation(1.01);
        Print(output, "name", "ms", "GB/s", "memcpy", "share");
        (string Name, Action Kernel)[] kernels =
        [
            ("blend opaque", () => opaque.BlendOnto(target)),
            ("blend translucent", () => clear.BlendOnto(target)),
            ("blend at opacity 0.4", () => opaque.BlendOnto(target, default, 0.4)),
            ("blend between pixels", () => clear.BlendOnto(target, (0.5, 0.25), BlendOptions.Default)),
            ("blend masked", () => opaque.BlendOnto(target, (0.0, 0.0), new BlendOptions { Mask = mask })),
            ("blend screen", () => clear.BlendOnto(target, (0.0, 0.0), new BlendOptions { Mode = BlendMode.Screen })),
            ("blend soft light", () => clear.BlendOnto(target, (0.0, 0.0), new BlendOptions { Mode = BlendMode.SoftLight })),
            ("lanczos to 85 %", () => opaque.ResizeTo(smaller)),
            ("bicubic to 85 %", () => opaque.ResizeTo(smaller, ResamplingFilter.Bicubic)),
            ("area to half", () => opaque.ResizeTo(half, ResamplingFilter.Area)),
            ("rotate bilinear", () => opaque.RotateTo(target, 0.2)),
            ("rotate bicubic", () => opaque.RotateTo(target, 0.2, ResamplingFilter.Bicubic)),
            ("tone curve", () => opaque.Apply(curve)),
            ("colour matrix", () => opaque.Apply(matrix)),
            ("desaturate", () => target.Desaturate(LumaWeights.Bt709)),
            ("fade to black", () => opaque.FadeTo(Color.Black, 0.01)),
            ("colour key", () => key.MaskOf(opaque, mask)),
            ("equalize frame", () => target.EqualizeHistogram(LumaWeights.Mean)),
            ("gaussian 4 frame", () => opaque.GaussianBlurTo(target, 4)),
            ("gaussian 4 grey", () => grey.GaussianBlurTo(soft, 4)),
            ("sobel grey", () => grey.SobelTo(soft)),
        ];
        foreach (var (name, kernel) in kernels.Where(kernel => kernel.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            Measure(output, name, kernel, () => opaque.CopyTo(copy));
    }

    private static void Measure(TextWriter output, string name, Action kernel, Action memcpy)
    {
        var ours = new double[Runs];
        var copies = new double[Runs];
        kernel();
        for (int run = 0; run < Runs; run++)
            (ours[run], copies[run]) = (Seconds(kernel), Seconds(memcpy));
        double seconds = ours.Order().ElementAt(Runs / 2), copied = copies.Order().ElementAt(Runs / 2);
        Print(output, name, Show(seconds * 1000, "0.000"), Show(Rate(seconds), "0.0"), Show(Rate(copied), "0.0"),
            Show(copied / seconds, "0.00"));
    }

    // Bytes of the whole frame, whatever a kernel reads and writes of it.
    private static double Rate(double seconds) => Width * Height * 4 / seconds / 1e9;

    private static double Seconds(Action action)
    {
        long begin = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static string Show(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static void Print(TextWriter output, params ReadOnlySpan<string> cells) =>
        output.WriteLine($"{cells[0],-22} {cells[1],9} {cells[2],9} {cells[3],9} {cells[4],7}");

    // Smooth shapes with some noise, as films have; translucent ones with all alphas.
    private static Frame Noise(bool opaque)
    {
        var random = new Random(1);
        Frame frame = Frame.Rent(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            Span<byte> row = frame.Row(y);
            for (int x = 0; x < Width; x++)
            {
                int alpha = opaque ? 255 : (x + y) & 255;
                for (int c = 0; c < 3; c++)
                    row[(4 * x) + c] = (byte)(alpha * (0.5 + (0.4 * Math.Sin((x + (y * c)) / 50.0)) + (0.05 * random.NextDouble())));
                row[(4 * x) + 3] = (byte)alpha;
            }
        }

        return frame;
    }
}
