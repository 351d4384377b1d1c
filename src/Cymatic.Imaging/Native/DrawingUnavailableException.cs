namespace Cymatic.Imaging;

/// <summary>A native library or a font that drawing needs is not installed; the message says what to install and how.</summary>
public sealed class DrawingUnavailableException : Exception
{
    private const string Packages = "libcairo2 libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libfontconfig1";
    private const string Fonts = "fonts-dejavu-core fonts-noto-core";

    private DrawingUnavailableException(string message)
        : base(message)
    {
    }

    internal static DrawingUnavailableException MissingLibrary(string file) =>
        new($"Drawing needs {file}, which is not installed. {HowTo(Packages, "pango", "the GTK 3 runtime, its bin folder on the PATH")}");

    internal static DrawingUnavailableException MissingFonts(IEnumerable<string> folders) =>
        new($"No font was found in {string.Join(", ", folders)}. {HowTo(Fonts, "--cask font-noto-sans", "the Noto Sans fonts")}");

    private static string HowTo(string debian, string brew, string windows)
    {
        if (OperatingSystem.IsMacOS())
            return $"Install it with: brew install {brew}";
        return OperatingSystem.IsWindows() ? $"Install {windows}." : $"Install it with: sudo apt-get install -y {debian}";
    }
}
