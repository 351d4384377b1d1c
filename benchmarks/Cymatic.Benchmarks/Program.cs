using Cymatic.Benchmarks;

// ./bench kernels [PART]: the pixel kernels beside memcpy, without targets; ./bench clips ends with them.
// ./bench NAME [--peers PYTHONPATH] [--only PART] [--long] [--quick]: exit code 0 when every figure reaches its target, 1 when one falls
// short, 2 for wrong usage.
var capabilities = new Dictionary<string, Func<bool, IEnumerable<Figure>>>
{
    ["grid"] = isLong =>
    [
        new RfftFigure(2048, 7748, 1.8, 0.0213), new HpssFigure(), new NmfFigure(), new GridTimeFigure(), new GridMemoryFigure(),
        new MovieFigure(),
        .. isLong ? [new GridHourFigure(Memory: false), new GridHourFigure(Memory: true)] : Array.Empty<Figure>(),
    ],
    ["clips"] = _ => ClipFigures.All,
    ["figures"] = _ =>
    [
        new LineAnimationFigure(), new PictureAndScatterFigure(), new ScatterFigure(), new FilledContourFigure(), new LongLineFigure(),
        .. SurfaceFigure.All, .. ProgramFigure.All,
    ],
};

capabilities["signals"] = isLong => [.. SignalFigures.All, .. SegmentFigures.All(isLong)];
capabilities["mosaic"] = _ => [.. MosaicFigures.All, .. MosaicRenderingFigures.All];
capabilities["reading"] = _ => [new RandomFrameFigure(), new SequentialReadFigure()];

if (args is [_, "kernels", ..])
{
    PixelKernelFigures.Run(Console.Out, args.Length > 2 ? args[2] : "");
    return 0;
}

if (args is [_, "--job", var job, var folder])
{
    ClipMemory.Run(job, folder);
    return 0;
}

string root = args[0], name = "", peers = "", only = "";
bool isLong = false, isQuick = false;
for (int i = 1; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--peers" when i + 1 < args.Length: peers = args[++i]; break;
        case "--only" when i + 1 < args.Length: only = args[++i]; break;
        case "--quick": isQuick = true; break;
        case "--long": isLong = true; break;
        default: name = name.Length == 0 ? args[i] : "?"; break;
    }
}

if (!capabilities.TryGetValue(name, out Func<bool, IEnumerable<Figure>>? figures))
{
    Console.Error.WriteLine(
        $"usage: ./bench {string.Join('|', capabilities.Keys)} [--peers PYTHONPATH] [--only PART-OF-A-NAME] [--long] [--quick]");
    return 2;
}

using var place = new Workplace(root, peers);
bool isGood = Report.Run(figures(isLong).Where(figure => figure.Name.Contains(only, StringComparison.OrdinalIgnoreCase)), place, isQuick);
if (name == "clips" && only.Length == 0)
    PixelKernelFigures.Run(Console.Out, "");
return isGood ? 0 : 1;
