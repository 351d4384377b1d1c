using System.Security.Cryptography;
using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>A file that becomes a source of a corpus: what it is, and its sound.</summary>
internal sealed class SourceFile : IDisposable
{
    private readonly EarlyDecoder? _decoder;

    private SourceFile(IndexedFile file, SoundTrack track, EarlyDecoder? decoder) => (File, Track, _decoder) = (file, track, decoder);

    /// <summary>What it is now.</summary>
    public IndexedFile File { get; }

    /// <summary>What its header says.</summary>
    public SoundTrack Track { get; }

    /// <summary>Asks a file; its bytes are read once for their hash, while ffprobe is at work.</summary>
    /// <param name="path">The file.</param>
    /// <param name="decodeEarly">Start to decode meanwhile: where there is no other file that would keep the cores busy.</param>
    /// <param name="cancel">Ends the work and the child processes.</param>
    public static SourceFile Ask(string path, bool decodeEarly, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        FileInfo entry = new(path);
        bool isFile = entry is { Exists: true, Length: > 0 }; // What is none is refused by SoundTrack; a pipe would never end.
        Task<string>? hash = isFile ? Task.Run(() => HashOf(entry.FullName, stop.Token), stop.Token) : null;
        EarlyDecoder? decoder = null;
        try
        {
            decoder = isFile && decodeEarly ? EarlyDecoder.Start(path, TargetSound.SampleRate, cancel) : null;
            SoundTrack track = SoundTrack.Read(path, cancel);
            string sum = hash?.GetAwaiter().GetResult() ?? HashOf(entry.FullName, cancel);
            return new(Describe(track, entry, sum), track, decoder);
        }
        catch
        {
            stop.Cancel();
            decoder?.Dispose();
            throw;
        }
    }

    private static IndexedFile Describe(SoundTrack track, FileInfo entry, string sha256) => new()
    {
        Path = entry.FullName,
        Size = entry.Length,
        Written = entry.LastWriteTimeUtc,
        Sha256 = sha256,
        SampleRate = track.SampleRate,
        Duration = track.Duration ?? 0,
        HasVideo = track.HasVideo,
        FrameRate = track.FrameRate?.ToString(),
    };

    /// <summary>Whether a file is what it was when it was heard: by size and time, else by its hash.</summary>
    public static bool IsUnchanged(IndexedFile file, string path, CancellationToken cancel)
    {
        FileInfo entry = new(path);
        return entry.Exists && entry.Length == file.Size
            && (entry.LastWriteTimeUtc == file.Written || HashOf(path, cancel) == file.Sha256);
    }

    /// <summary>The sound at the rate of the analysis, in blocks; what ffmpeg found wrong.</summary>
    public IReadOnlyList<string> Read(SampleSink take, CancellationToken cancel) => _decoder is { } decoder
        ? decoder.Read(Track, samples => take(samples), cancel)
        : MonoReader.Read(Track, TargetSound.SampleRate, samples => take(samples), null, cancel);

    /// <summary>Ends a decoder that was started and is not needed.</summary>
    public void Dispose() => _decoder?.Dispose();

    private static string HashOf(string path, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var block = new byte[1 << 20];
        for (int read; (read = stream.Read(block)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(block, 0, read);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
