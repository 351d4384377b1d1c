using Cymatic.Grid;
using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>A song with its grid, and everything that was asked to be written of the two.</summary>
internal sealed class GridSong(GridRequest request, Sound song, SoundGrid grid)
{
    // What is explained to the last bit lies at −∞, which is no number in JSON.
    private const double LeastResidualDb = -200;

    private readonly List<string> _files = [], _sounds = [];

    public GridResult Write(IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        double? residual = request.SoundsFolder is null && request.Rebuild is null ? null : WriteSounds(progress, cancel);
        var document = new GridDocument
        {
            Grid = grid,
            Title = request.Title ?? Path.GetFileNameWithoutExtension(request.Song),
            ResidualDb = residual,
        };
        if (request.Steps is { } steps)
            WriteSteps(steps, document.Title, progress, cancel);
        var output = new GridOutput(document, request, song);
        foreach (string path in request.Outputs)
        {
            output.Write(path, Writing(path, progress), cancel);
            _files.Add(path);
        }

        return new GridResult(grid, _files, _sounds, residual, grid.Remarks);
    }

    private double WriteSounds(IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        SoundGrid explaining = GridSounds.Explaining(grid);
        OneShotSet shots = OneShots.Extract(
            song, explaining, new OneShotOptions { Background = explaining.Background },
            StepProgress.Begin(progress, "cutting out the sounds"), cancel);
        if (request.SoundsFolder is { } folder)
        {
            RequestChecks.Distinct(
                [request.Song, request.OnsetsFile],
                shots.Shots.Select(shot => Path.Combine(folder, GridSounds.FileName(shot.Row, explaining))));
            Writing(folder, progress);
            _sounds.AddRange(GridSounds.WriteFolder(folder, explaining, shots, cancel));
        }

        if (request.Rebuild is { } path)
        {
            Sound rebuilt = GridSounds.Rebuild(song, shots);
            AudioFile.Write(path, rebuilt, GridSounds.Format(rebuilt, path), Writing(path, progress), cancel);
            _files.Add(path);
        }

        return Math.Max(shots.ResidualDb, LeastResidualDb);
    }

    private void WriteSteps(string path, string title, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        var options = new NmfOptions { Components = request.Options.Components, Bpm = request.Options.Bpm };
        NmfAnalysis analysis = NmfMethod.Analyse(song, options, Writing(path, progress), cancel);
        new NmfPicture(analysis, new GridPictureOptions { Title = title, Theme = request.Theme ?? GridTheme.Light }).Write(path);
        _files.Add(path);
    }

    private static StepProgress Writing(string path, IProgress<WorkflowProgress>? progress) =>
        StepProgress.Begin(progress, $"writing {Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}");
}
