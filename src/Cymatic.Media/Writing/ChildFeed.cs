namespace Cymatic.Media;

/// <summary>Draws a movie into a child's pipes and waits until it has written its file.</summary>
internal sealed class ChildFeed(FfmpegChild child, Movie movie, string path)
{
    private readonly string _task = $"encode {Path.GetFileName(path)}";

    /// <summary>Feeds all frames and all sound.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="FfmpegException">The child failed.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Run(Func<IFrameFormat> format, Job job)
    {
        using SoundFeed? sound = child.Second is { } pipe ? new SoundFeed(movie.Audio!, movie.Times.Samples(movie.Audio!.SampleRate), pipe)
            : null;
        try
        {
            Feed(format, sound, job);
            child.WaitForSuccess(_task, path);
        }
        catch
        {
            child.Kill(); // so that the sound's thread meets a broken pipe and ends
            throw;
        }

        sound?.Check();
    }

    private void Feed(Func<IFrameFormat> format, SoundFeed? sound, Job job)
    {
        using RenderAhead frames = new(movie.Video, movie.Times, format, movie.Options.RenderThreads);
        Stream pictures = child.Input;
        void Take(byte[] bytes)
        {
            sound?.Check();
            try
            {
                pictures.Write(bytes);
            }
            catch (IOException)
            {
                throw child.Failure(_task, path);
            }
        }

        frames.TakeAll(Take, job);
        try
        {
            pictures.Dispose();
        }
        catch (IOException)
        {
            throw child.Failure(_task, path);
        }
    }
}
