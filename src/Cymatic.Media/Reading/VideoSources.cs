using System.Collections.Concurrent;

namespace Cymatic.Media;

/// <summary>Finds the source that another clip of a file still uses: the same file, unchanged, read in the same way.</summary>
internal static class VideoSources
{
    private static readonly ConcurrentDictionary<Key, WeakReference<VideoSource>> Known = new();
    private static int s_pruneAt = 64;

    /// <summary>The source of a file.</summary>
    public static VideoSource Open(string path, MediaInfo? info, VideoReadOptions options)
    {
        MediaFile.Check(path);
        FileInfo file = new(path);
        Key key = new(file.FullName, file.Length, file.LastWriteTimeUtc, options);
        if (Known.TryGetValue(key, out WeakReference<VideoSource>? reference) && reference.TryGetTarget(out VideoSource? known))
            return known;
        var source = new VideoSource(new VideoInput(path, info ?? MediaProbe.Read(path, default), options));
        Known[key] = new WeakReference<VideoSource>(source);
        Prune();
        return source;
    }

    private static void Prune()
    {
        if (Known.Count < s_pruneAt)
            return;
        foreach ((Key key, WeakReference<VideoSource> reference) in Known)
        {
            if (!reference.TryGetTarget(out _))
                Known.TryRemove(key, out _);
        }

        s_pruneAt = Math.Max(64, Known.Count * 2);
    }

    private sealed record Key(string Path, long Length, DateTime Written, VideoReadOptions Options);
}
