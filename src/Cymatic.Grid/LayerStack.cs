using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Grids of the parts of a song, one above the other.</summary>
internal static class LayerStack
{
    /// <summary>Separates the song where that is asked for, analyses every part, and stacks the grids in the order of the layers.</summary>
    public static SoundGrid Analyse(
        Sound song, IReadOnlyList<GridLayer> layers, Func<Sound, IProgress<double>, SoundGrid> analyse,
        (IProgress<double>? Progress, CancellationToken Cancel) job)
    {
        (Sound harmonic, Sound percussive) = Hpss.Separate(song, cancel: job.Cancel);
        var grids = new List<SoundGrid>();
        foreach (GridLayer layer in layers)
        {
            Sound part = layer switch { GridLayer.Harmonic => harmonic, GridLayer.Percussive => percussive, _ => song };
            SoundGrid grid = analyse(part, new PartOfProgress(job.Progress, grids.Count, layers.Count));
            grids.Add(Named(grid, layer.ToString().ToLowerInvariant(), isAlone: layers.Count == 1));
        }

        return Stacked(grids, layers);
    }

    private static SoundGrid Named(SoundGrid grid, string layer, bool isAlone) => grid with
    {
        Sounds = [.. grid.Sounds.Select(sound => sound with { Layer = layer, Name = isAlone ? sound.Name : $"{layer} {sound.Name}" })],
        Remarks = [.. grid.Remarks.Select(remark => isAlone ? remark : $"{char.ToUpperInvariant(layer[0])}{layer[1..]} part: {remark}")],
    };

    // The background loop is that of the mix: only the mix is what the user hears.
    private static SoundGrid Stacked(List<SoundGrid> grids, IReadOnlyList<GridLayer> layers)
    {
        var events = new List<GridEvent>();
        int rows = 0;
        foreach (SoundGrid grid in grids)
        {
            int first = rows;
            events.AddRange(grid.Events.Select(block => block with { Row = first + block.Row }));
            rows += grid.Sounds.Count;
        }

        SoundGrid timed = grids.FirstOrDefault(grid => grid.Bpm is not null) ?? grids[0];
        return timed with
        {
            Sounds = [.. grids.SelectMany(grid => grid.Sounds)],
            Events = [.. events.OrderBy(block => block.Onset)],
            Background = layers.Contains(GridLayer.Mix) ? grids[layers.ToList().IndexOf(GridLayer.Mix)].Background : null,
            Remarks = [.. grids.SelectMany(grid => grid.Remarks).Distinct()],
        };
    }

    private sealed class PartOfProgress(IProgress<double>? whole, int part, int parts) : IProgress<double>
    {
        public void Report(double value) => whole?.Report((part + value) / parts);
    }
}
