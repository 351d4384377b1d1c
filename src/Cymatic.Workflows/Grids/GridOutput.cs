using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>Writes the files of a grid; each one's kind follows its extension.</summary>
internal sealed class GridOutput
{
    private static readonly Dictionary<string, Action<Stream, GridDocument>> Documents = new()
    {
        [".mid"] = GridMidi.Write,
        [".json"] = GridJson.Write,
        [".jams"] = GridJams.Write,
        [".txt"] = GridTables.WriteLabels,
        [".csv"] = GridTables.WriteCsv,
    };

    private readonly GridDocument _document;
    private readonly Lazy<GridPicture> _picture;
    private readonly GridMovieFile _movie;

    public GridOutput(GridDocument document, GridRequest request, Sound song)
    {
        _document = document;
        _movie = new GridMovieFile(document, request, song);
        _picture = new Lazy<GridPicture>(() => new GridPicture(
            document.Grid, song, new GridPictureOptions { Title = document.Title, Theme = request.Theme ?? GridTheme.Light }));
    }

    /// <summary>The extensions of pictures.</summary>
    public static IReadOnlyCollection<string> Pictures { get; } = [".png", ".svg", ".pdf"];

    /// <summary>Every known extension, in the order in which people look for them.</summary>
    public static IReadOnlyCollection<string> Extensions { get; } = [.. Pictures, .. VideoFile.Extensions, .. Documents.Keys];

    /// <summary>Whether a file is a movie.</summary>
    public static bool IsMovie(string path) => VideoFile.Extensions.Contains(ExtensionOf(path));

    /// <summary>Writes the file; it appears when it is whole.</summary>
    public void Write(string path, IProgress<double>? progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (Documents.TryGetValue(ExtensionOf(path), out Action<Stream, GridDocument>? write))
            AtomicFile.Write(path, stream => write(stream, _document));
        else if (IsMovie(path))
            _movie.Write(path, progress, cancel);
        else
            _picture.Value.Write(path);
        progress?.Report(1);
    }

    private static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
