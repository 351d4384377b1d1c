namespace Cymatic.Imaging;

/// <summary>
/// Finds font files beside the program and in the folders where systems keep them, in an order that does not depend on the machine.
/// </summary>
internal static class FontFiles
{
    private static readonly string[] Extensions = [".ttf", ".otf", ".ttc"];

    // Enough for European text; the rest is read only for text that these cannot show.
    private static readonly string[] Common =
    [
        "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf",
        "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf",
    ];

    /// <summary>First the program's own fonts: a font there takes the place of an installed one with the same file name.</summary>
    internal static string[] Folders { get; } = [Path.Combine(AppContext.BaseDirectory, "fonts"), .. SystemFolders()];

    /// <summary>The common fonts in <paramref name="folders"/>; when there is none of them, all fonts.</summary>
    /// <exception cref="DrawingUnavailableException">The folders hold no font at all.</exception>
    internal static string[] FindCommon(IReadOnlyList<string> folders)
    {
        string[] all = FindAll(folders);
        string[] common = [.. all.Where(file => Common.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase))];
        return common.Length > 0 ? common : all;
    }

    /// <summary>
    /// Every font in <paramref name="folders"/> and below them, ordered by name; of those with the same file name the first folder's.
    /// </summary>
    /// <exception cref="DrawingUnavailableException">The folders hold no font at all.</exception>
    internal static string[] FindAll(IReadOnlyList<string> folders)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };
        string[] files =
        [
            .. folders.Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
                .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .DistinctBy(Path.GetFileName)
                .OrderBy(Path.GetFileName, StringComparer.Ordinal),
        ];
        return files.Length > 0 ? files : throw DrawingUnavailableException.MissingFonts(folders);
    }

    private static string[] SystemFolders()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            string own = Path.Combine(home, "AppData", "Local", "Microsoft", "Windows", "Fonts");
            return [Environment.GetFolderPath(Environment.SpecialFolder.Fonts), own];
        }

        if (OperatingSystem.IsMacOS())
            return ["/Library/Fonts", "/System/Library/Fonts", "/opt/homebrew/share/fonts", Path.Combine(home, "Library", "Fonts")];
        return ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".local", "share", "fonts"), Path.Combine(home, ".fonts")];
    }
}
