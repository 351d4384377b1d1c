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
        var rate = new FrameRate(IsGif(path) ? 25 : 30);
        // A frame shows the middle of its time on the screen, so that nothing lights up more than half a frame late or early.
        double half = rate.TimeOf(1) / 2;
        VideoClip video = VideoClip.From(
            movie.Width, movie.Height, document.Grid.Duration / slow, (t, frame) => movie.Render((t + half) * slow, frame));
        var clip = new Clip(video, AudioClip.From(SoundOf(path, cancel)));
        VideoFile.Write(path, clip, new VideoWriteOptions { FrameRate = rate }, progress, cancel);
    }

    private static bool IsGif(string path) => Path.GetExtension(path).Equals(".gif", StringComparison.OrdinalIgnoreCase);

    // GIF is silent.
    private Sound SoundOf(string path, CancellationToken cancel)
    {
        if (request.Slow == 1 || IsGif(path))
            return song;
        return _slowed ??= TimeStretch.Stretch(song, request.Slow, cancel: cancel);
    }
}
