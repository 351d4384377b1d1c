using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>Writes the movie of a grid, with the song as its sound.</summary>
internal sealed class GridMovieFile(GridDocument document, GridRequest request, Sound song)
{
    private Sound? _slowed;

    /// <summary>Writes a movie; at a slower speed the sound is stretched once, at its pitch, and the pictures follow.</summary>
    public void Write(string path, IProgress<double>? progress, CancellationToken cancel)
    {
        var options = new GridMovieOptions { Title = document.Title, Theme = request.Theme ?? GridTheme.Dark };
        using var movie = new GridMovie(document.Grid, song, options);
        double slow = request.Slow;
        VideoClip video = VideoClip.From(movie.Width, movie.Height, document.Grid.Duration / slow, (t, frame) => movie.Render(t * slow, frame));
        VideoFile.Write(path, new Clip(video, AudioClip.From(SoundOf(path, cancel))), null, progress, cancel);
    }

    // GIF is silent.
    private Sound SoundOf(string path, CancellationToken cancel)
    {
        if (request.Slow == 1 || Path.GetExtension(path).Equals(".gif", StringComparison.OrdinalIgnoreCase))
            return song;
        return _slowed ??= TimeStretch.Stretch(song, request.Slow, cancel: cancel);
    }
}
