using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Plot;

namespace Cymatic.Workflows;

/// <summary>
/// A picture of a mosaic: the target's spectrogram below, those of the sources one above the other at the left, and between them the
/// path: which moment of which source sounds when.
/// </summary>
internal static class MosaicPicture
{
    private const int Columns = 1000, Bands = 64, MostLines = 20_000;
    private const double Range = 70;

    /// <summary>Writes the picture.</summary>
    public static void Write(string path, MosaicDocument document, MosaicProduction production, WorkflowJob job)
    {
        int[] used = [.. document.Runs.Select(run => run.Source).Distinct().Order()];
        double[] starts = new double[document.Plan.Sources.Count];
        double height = 0;
        foreach (int source in used)
        {
            starts[source] = height;
            height += document.Plan.Sources[source].Duration;
        }

        var target = AudioClip.FromFile(document.Target);
        Matrix below = Map([(target, document.Plan.Duration)], document.Plan.Duration, job);
        IEnumerable<(AudioClip, double)> sounds =
            used.Select(source => (production.Material.Sounds[source]!, document.Plan.Sources[source].Duration));
        Matrix left = Map([.. sounds], height, job);
        Figure figure = new(
            Panel(left.Transposed(), Bands, height) with { Title = "Sources", Y = Seconds(height), Cell = new Cell(0, 0) },
            Path(document, starts, height) with { Cell = new Cell(0, 1) },
            Panel(below, document.Plan.Duration, Bands) with
            {
                X = Seconds(document.Plan.Duration, "Target, seconds"),
                Cell = new Cell(1, 1),
            })
        {
            Width = 1400,
            Height = 1000,
            Title = document.Title,
            Layout = new Layout { Widths = [1, 4], Heights = [3, 1] },
        };
        figure.Write(path);
    }

    private static Axis Seconds(double end, string? label = null) => new() { Limits = (0, end), Label = label };

    private static Axes Panel(Matrix values, double width, double height) => new(
        new Plot.HeatMap(values) { ExtentX = (0, width), ExtentY = (0, height), Map = ColorMap.Magma })
    {
        X = new Axis { Ticks = Ticks.None },
        Y = new Axis { Ticks = Ticks.None },
    };

    private static Axes Path(MosaicDocument document, double[] starts, double height)
    {
        List<double> x = [], y = [];
        foreach (PlanRun run in document.Runs.Take(MostLines))
        {
            double start = starts[run.Source] + run.SourceTime;
            x.AddRange([run.TargetTime, run.TargetEnd, double.NaN]);
            y.AddRange([start, start + run.Duration, double.NaN]);
        }

        return new Axes(new Line(x.ToArray(), y.ToArray()) { Width = 2.5 })
        {
            X = Seconds(document.Plan.Duration),
            Y = Seconds(height, "Sources, seconds one after the other"),
        };
    }

    // Decibels of mel bands × columns: each column the mean power of its time.
    private static Matrix Map(IReadOnlyList<(AudioClip Sound, double Duration)> sounds, double total, WorkflowJob job)
    {
        var sums = new double[Bands, Columns];
        var counts = new int[Columns];
        double start = 0;
        foreach ((AudioClip sound, double duration) in sounds)
        {
            double perFrame = sound.Duration / MelFrames.CountOf(sound), begin = start;
            MelFrames.Read(sound, Bands, (frame, bands) =>
            {
                int column = (int)Math.Clamp((begin + (frame + 0.5) * perFrame) / total * Columns, 0, Columns - 1);
                counts[column]++;
                for (int band = 0; band < Bands; band++)
                    sums[band, column] += bands[band];
            }, new WorkflowJob(null, job.Cancel));
            start += duration;
        }

        double loudest = 1e-12;
        for (int column = 0; column < Columns; column++)
        {
            for (int band = 0; band < Bands; band++)
                loudest = Math.Max(loudest, sums[band, column] /= Math.Max(1, counts[column]));
        }

        return Matrix.From(Bands, Columns, (band, column) => Of(column, band));

        // A short sound has fewer frames than there are columns: the last one stays.
        double Of(int column, int band)
        {
            while (column > 0 && counts[column] == 0)
                column--;
            return Math.Max(-Range, 10 * Math.Log10(Math.Max(1e-30, sums[band, column] / loudest)));
        }
    }
}
