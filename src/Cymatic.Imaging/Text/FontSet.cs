using System.Collections.Concurrent;

namespace Cymatic.Imaging;

/// <summary>An isolated Fontconfig configuration: it knows the given files and nothing of the machine's font settings.</summary>
internal sealed class FontSet
{
    private static readonly Lazy<FontSet> LazyCommon = new(() => new FontSet(FontFiles.FindCommon(FontFiles.Folders)));
    private static readonly Lazy<FontSet> LazyAll = new(() => new FontSet(FontFiles.FindAll(FontFiles.Folders)));

    private readonly ConcurrentBag<TextContext> _resting = [];

    private FontSet(string[] files)
    {
        NativeLibraries.Ensure();
        Configuration = Fontconfig.Create();
        // A damaged font file is refused and left out; the others serve.
        foreach (string file in files)
            Fontconfig.AddFile(Configuration, file);
    }

    /// <summary>Noto Sans and DejaVu Sans: read in milliseconds.</summary>
    internal static FontSet Common => LazyCommon.Value;

    /// <summary>Every installed font, for text that the common ones cannot show.</summary>
    internal static FontSet All => LazyAll.Value;

    internal FontConfigurationHandle Configuration { get; }

    /// <summary>A context that no other thread uses. Making one takes milliseconds, so those returned are used again.</summary>
    internal TextContext Rent() => _resting.TryTake(out TextContext? context) ? context : new TextContext(this);

    /// <summary>Lays a context to rest; there are at most as many as threads drew text at once.</summary>
    internal void Return(TextContext context) => _resting.Add(context);
}
