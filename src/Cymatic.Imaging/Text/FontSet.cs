using System.Collections.Concurrent;

namespace Cymatic.Imaging;

/// <summary>An isolated Fontconfig configuration: it knows the given files and nothing of the machine's font settings.</summary>
internal sealed class FontSet
{
    private const int MostFileSets = 32;
    private static readonly Lazy<FontSet> LazyCommon = new(() => new FontSet(FontFiles.FindCommon(FontFiles.Folders), null, false));
    private static readonly Lazy<FontSet> LazyAll = new(() => new FontSet(FontFiles.FindAll(FontFiles.Folders), null, true));
    private static readonly ConcurrentDictionary<(string File, DateTime Written, bool Complete), Lazy<FontSet>> OfFiles = new();

    private readonly ConcurrentBag<TextContext> _resting = [];

    private FontSet(string[] files, string? own, bool complete)
    {
        NativeLibraries.Ensure();
        IsComplete = complete;
        Configuration = Fontconfig.Create();
        Fontconfig.Load(Configuration, FontRules.Xml, complain: false);
        if (own is not null)
        {
            Fontconfig.AddFile(Configuration, own);
            FileFamily = Fontconfig.Families(Configuration).FirstOrDefault()
                ?? throw new ArgumentException($"'{own}' is not a font file that can be read (.ttf, .otf, .ttc).", nameof(own));
        }

        // A damaged font file is refused and left out; the others serve.
        foreach (string file in files)
            Fontconfig.AddFile(Configuration, file);
        Families = Fontconfig.Families(Configuration);
    }

    /// <summary>Noto Sans and DejaVu Sans: read in milliseconds.</summary>
    internal static FontSet Common => LazyCommon.Value;

    /// <summary>Names of the fonts in it.</summary>
    internal IReadOnlySet<string> Families { get; }

    /// <summary>Name of the font in the file that it was made for; null without one.</summary>
    internal string? FileFamily { get; }

    /// <summary>Whether it holds every installed font.</summary>
    internal bool IsComplete { get; }

    internal FontConfigurationHandle Configuration { get; }

    /// <summary>Every installed font, for text that the common ones cannot show; with a font file of one's own, if any.</summary>
    internal static FontSet Complete(string? file = null) => file is null ? LazyAll.Value : Of(file, complete: true);

    /// <summary>The font of a file, and the common ones for what it has not got.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">It holds no font.</exception>
    internal static FontSet Of(string file, bool complete = false)
    {
        string path = Path.GetFullPath(file);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no font file '{file}'.", file);
        if (OfFiles.Count > MostFileSets)
            OfFiles.Clear(); // whoever still draws with one keeps it
        return OfFiles.GetOrAdd((path, File.GetLastWriteTimeUtc(path), complete), static key => new(() => new FontSet(
            key.Complete ? FontFiles.FindAll(FontFiles.Folders) : FontFiles.FindCommon(FontFiles.Folders), key.File, key.Complete))).Value;
    }

    /// <summary>A context that no other thread uses. Making one takes milliseconds, so those returned are used again.</summary>
    internal TextContext Rent() => _resting.TryTake(out TextContext? context) ? context : new TextContext(this);

    /// <summary>Lays a context to rest; there are at most as many as threads drew text at once.</summary>
    internal void Return(TextContext context) => _resting.Add(context);
}
