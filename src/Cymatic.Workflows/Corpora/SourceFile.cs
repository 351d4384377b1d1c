using System.Security.Cryptography;
using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>A file that becomes a source of a corpus: what it is, and its sound.</summary>
internal sealed class SourceFile : IDisposable
{
    private readonly EarlyDecoder? _decoder;

    private SourceFile(IndexedFile file, MediaInfo info, EarlyDecoder? decoder) => (File, Info, _decoder) = (file, info, decoder);

    /// <summary>What it is now.</summary>
    public IndexedFile File { get; }

    /// <summary>What its header says.</summary>
    public MediaInfo Info { get; }

    /// <summary>Asks a file; its bytes are read once for their hash, while ffprobe is at work.</summary>
    /// <param name="path">The file.</param>
    /// <param name="decodeEarly">Start to decode meanwhile: where there is no other file that would keep the cores busy.</param>
    /// <param name="cancel">Ends the work and the child processes.</param>
    public static SourceFile Ask(string path, bool decodeEarly, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        FileInfo entry = new(path);
        bool isFile = entry is { Exists: true, Length: > 0 }; // What is none is refused by MediaInfo; a pipe would never end.
        Task<string>? hash = isFile ? Task.Run(() => HashOf(entry.FullName, stop.Token), stop.Token) : null;
        EarlyDecoder? decoder = null;
        try
        {
            decoder = isFile && decodeEarly ? EarlyDecoder.Start(path, TargetSound.SampleRate, cancel) : null;
            MediaInfo info = MediaInfo.Read(path, cancel);
            string sum = hash?.GetAwaiter().GetResult() ?? HashOf(entry.FullName, cancel);
            return new(Describe(info, entry, sum), info, decoder);
        }
        catch
        {
            stop.Cancel();
            decoder?.Dispose();
            throw;
        }
    }

    private static IndexedFile Describe(MediaInfo info, FileInfo entry, string sha256)
    {
        if (info.Audio is null)
        {
            string kinds = string.Join(", ", info.Streams.Select(stream => $"{stream.Kind} ({stream.Codec})"));
            throw new UnreadableMediaException(info.Path, $"holds no sound, only {kinds}");
        }

        FrameRate? rate = info.Video?.AverageRate ?? info.Video?.BaseRate;
        return new()
        {
            Path = entry.FullName,
            Size = entry.Length,
            Written = entry.LastWriteTimeUtc,
            Sha256 = sha256,
            SampleRate = info.Audio.SampleRate,
            Duration = info.Audio.Duration ?? info.Duration ?? 0,
            HasVideo = info.Video is not null,
            FrameRate = rate?.ToString(),
        };
    }

    /// <summary>Whether a file is what it was when it was heard: by size and time, else by its hash.</summary>
    public static bool IsUnchanged(IndexedFile file, string path, CancellationToken cancel)
    {
        FileInfo entry = new(path);
        return entry.Exists && entry.Length == file.Size
            && (entry.LastWriteTimeUtc == file.Written || HashOf(path, cancel) == file.Sha256);
    }

    /// <summary>The sound at the rate of the analysis, in blocks; what ffmpeg found wrong.</summary>
    public IReadOnlyList<string> Read(SampleSink take, CancellationToken cancel) => _decoder is { } decoder
        ? decoder.Read(Info, samples => take(samples), cancel)
        : MonoReader.Read(Info, TargetSound.SampleRate, samples => take(samples), null, cancel);

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
