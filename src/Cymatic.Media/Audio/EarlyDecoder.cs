namespace Cymatic.Media;

/// <summary>A decoder that starts before the file was asked what it holds, so that ffprobe and ffmpeg work side by side.</summary>
/// <remarks>
/// It starts on what most files are: two channels, whose time 0 is that of the pictures. Of a file that is otherwise nothing that it
/// decoded is used: it ends, and <see cref="MonoReader"/> reads the file.
/// </remarks>
public sealed class EarlyDecoder : IDisposable
{
    private const int Channels = 2;
    private readonly int _sampleRate;
    private readonly FfmpegChild _child;
    private bool _isDone;

    private EarlyDecoder(int sampleRate, FfmpegChild child) => (_sampleRate, _child) = (sampleRate, child);

    /// <summary>Starts to decode the first sound stream to one channel; it waits as soon as its pipe is full.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sampleRate">Samples a second, at least 1000.</param>
    /// <param name="cancel">Ends the child process.</param>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EarlyDecoder Start(string path, int sampleRate, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1000);
        string[] arguments = MonoReader.Arguments(path, Channels, (sampleRate, 0));
        return new(sampleRate, FfmpegChild.Start(Ffmpeg.Program, arguments, cancel));
    }

    /// <summary>The mean of the channels, exactly as <see cref="MonoReader"/> gives it; once.</summary>
    /// <inheritdoc cref="MonoReader.Read(SoundTrack, int, MonoBlock, IProgress{double}?, CancellationToken)"/>
    public IReadOnlyList<string> Read(SoundTrack track, MonoBlock take, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(take);
        using (this)
        {
            if (track.Channels == Channels && MonoReader.FirstSample(track, _sampleRate) == 0)
                return MonoReader.Read(_child, track.Path, take, _ => { }, cancel);
        }

        return MonoReader.Read(track, _sampleRate, take, null, cancel);
    }

    /// <summary>Ends the child process when it still runs.</summary>
    public void Dispose()
    {
        if (!_isDone)
            _child.Dispose();
        _isDone = true;
    }
}
