using System.Security.Cryptography;
using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>A file that becomes a source of a corpus: what it is, and its sound.</summary>
internal sealed class SourceFile
{
    private SourceFile(IndexedFile file, MediaInfo info) => (File, Info) = (file, info);

    /// <summary>What it is now.</summary>
    public IndexedFile File { get; }

    /// <summary>What its header says.</summary>
    public MediaInfo Info { get; }

    /// <summary>Asks a file; its bytes are read once for their hash.</summary>
    public static SourceFile Ask(string path, CancellationToken cancel)
    {
        MediaInfo info = MediaInfo.Read(path, cancel);
        if (info.Audio is null)
        {
            string kinds = string.Join(", ", info.Streams.Select(stream => $"{stream.Kind} ({stream.Codec})"));
            throw new UnreadableMediaException(path, $"holds no sound, only {kinds}");
        }

        string full = Path.GetFullPath(path);
        FileInfo entry = new(full);
        FrameRate? rate = info.Video?.AverageRate ?? info.Video?.BaseRate;
        return new(
            new()
            {
                Path = full,
                Size = entry.Length,
                Written = entry.LastWriteTimeUtc,
                Sha256 = HashOf(full, cancel),
                SampleRate = info.Audio.SampleRate,
                Duration = info.Audio.Duration ?? info.Duration ?? 0,
                HasVideo = info.Video is not null,
                FrameRate = rate?.ToString(),
            },
            info);
    }

    /// <summary>Whether a file is what it was when it was heard: by size and time, else by its hash.</summary>
    public static bool IsUnchanged(IndexedFile file, string path, CancellationToken cancel)
    {
        FileInfo entry = new(path);
        return entry.Exists && entry.Length == file.Size
            && (entry.LastWriteTimeUtc == file.Written || HashOf(path, cancel) == file.Sha256);
    }

    /// <summary>The sound at the rate of the analysis, in blocks; what ffmpeg found wrong.</summary>
    public IReadOnlyList<string> Read(SampleSink take, CancellationToken cancel) =>
        MonoReader.Read(Info, TargetSound.SampleRate, samples => take(samples), null, cancel);

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
