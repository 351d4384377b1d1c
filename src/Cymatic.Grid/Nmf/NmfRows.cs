using System.Globalization;
using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Turns active components into rows and blocks.</summary>
internal static class NmfRows
{
    /// <summary>The analysis' grid with its sounds and events.</summary>
    public static SoundGrid Fill(NmfAnalysis analysis, Sound song)
    {
        int frames = analysis.Mel.Frames;
        int[] rows =
        [
            .. Enumerable.Range(0, analysis.Active.Length / frames)
                .Where(t => analysis.Active.AsSpan(t * frames, frames).Contains(true)).Reverse(),
        ];
        double[] level = FrameLevels(analysis, song);
        var events = new List<GridEvent>();
        for (int row = 0; row < rows.Length; row++)
        {
            foreach ((int start, int end) in Runs(analysis.Active.AsSpan(rows[row] * frames, frames)))
            {
                double onset = start * analysis.FrameSeconds, offset = Math.Min(song.Duration, end * analysis.FrameSeconds);
                if (offset > onset)
                    events.Add(new GridEvent(onset, offset, row, Level(analysis, level, rows[row], (start, end))));
            }
        }

        int components = analysis.Components.Length / analysis.Mel.Bins;
        return analysis.Grid with
        {
            Sounds = [.. rows.Select(t => new GridSound(
                string.Create(CultureInfo.InvariantCulture, $"component {t + 1}"), "mix",
                Centroid(analysis.Mel, analysis.Components.AsSpan(t * analysis.Mel.Bins, analysis.Mel.Bins))))],
            Events = [.. events.OrderBy(block => block.Onset).ThenBy(block => block.Row)],
            Remarks =
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows.Length} of {components} components play, at {analysis.Grid.Bpm:0.##} beats a minute."),
            ],
        };
    }

    private static List<(int Start, int End)> Runs(ReadOnlySpan<bool> active)
    {
        var runs = new List<(int, int)>();
        for (int at = 0; at < active.Length;)
        {
            int start = at;
            while (at < active.Length && active[at])
                at++;
            if (at > start)
                runs.Add((start, at));
            at++;
        }

        return runs;
    }

    private static double Centroid(Spectrogram mel, ReadOnlySpan<float> component)
    {
        double sum = TensorPrimitives.Sum(component), moment = 0;
        for (int band = 0; band < component.Length; band++)
            moment += component[band] * mel.FrequenciesHz[band];
        return sum > 0 ? moment / sum : 0;
    }

    /// <summary>The song's mean square around each frame, over the mel power that the frame has.</summary>
    private static double[] FrameLevels(NmfAnalysis analysis, Sound song)
    {
        var levels = new double[analysis.Mel.Frames];
        for (int frame = 0; frame < levels.Length; frame++)
        {
            int from = (int)Math.Min(song.Length, (long)frame * analysis.Mel.Grid.HopLength);
            int to = (int)Math.Min(song.Length, (long)from + analysis.Mel.Grid.HopLength);
            double square = 0;
            for (int channel = 0; channel < song.Channels && to > from; channel++)
                square += TensorPrimitives.SumOfSquares(song[channel][from..to]) / (double)(to - from) / song.Channels;
            levels[frame] = square / Math.Max(1e-12, TensorPrimitives.Sum(analysis.Mel[frame]));
        }

        return levels;
    }

    /// <summary>The RMS level of the component's share of the song in a run of frames.</summary>
    private static double Level(NmfAnalysis analysis, double[] levels, int component, (int Start, int End) run)
    {
        int bins = analysis.Mel.Bins;
        double power = TensorPrimitives.Sum<float>(analysis.Components.AsSpan(component * bins, bins)), square = 0;
        for (int frame = run.Start; frame < run.End; frame++)
        {
            double own = power * analysis.Activations[component * analysis.Mel.Frames + frame];
            square += levels[frame] * Math.Min(own, TensorPrimitives.Sum(analysis.Mel[frame]));
        }

        return 10 * Math.Log10(Math.Max(1e-12, square / (run.End - run.Start)));
    }
}
