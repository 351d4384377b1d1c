using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>Mosaics as the well-known script of pylab, scikit-learn and MoviePy chooses them.</summary>
internal static class SeedCorpora
{
    private const int Rate = 44_100;

    /// <summary>The plan; the rate is that of the first file with a picture.</summary>
    /// <exception cref="UnsuitableInputException">There is not one frame that is followed by another.</exception>
    public static MosaicPlan Plan(
        IReadOnlyList<string> files, string target, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        StepProgress step = StepProgress.Begin(progress, "choosing as the script does");
        List<SeedSound> corpus = [];
        double? framesPerSecond = null;
        foreach (string file in files)
        {
            MediaInfo info = MediaInfo.Read(file, cancel);
            framesPerSecond ??= (info.Video?.AverageRate ?? info.Video?.BaseRate) is { } rate ? RateOf(rate) : null;
            corpus.Add(Read(info, cancel));
            step.Report(0.8 * corpus.Count / (files.Count + 1));
        }

        SeedSound wanted = Read(MediaInfo.Read(target, cancel), cancel);
        try
        {
            return SeedMosaic.Select(corpus, wanted, framesPerSecond ?? 25, cancel);
        }
        catch (ArgumentException e)
        {
            throw new UnsuitableInputException(e.Message);
        }
    }

    // As ffmpeg prints it: to a hundredth of a second, which MoviePy reads.
    private static SeedSound Read(MediaInfo info, CancellationToken cancel)
    {
        Signal.Sound sound = SixteenBitReader.Read(info.Path, Rate, channels: 2, cancel);
        double duration = Math.Round(info.Duration ?? sound.Duration, 2);
        return new(new(info.Path, duration, info.Video is not null), sound);
    }

    private static double RateOf(FrameRate rate) => rate.Den == 1001 ? rate.Num / 1000 * (1000.0 / 1001.0) : (double)rate.Num / rate.Den;
}
