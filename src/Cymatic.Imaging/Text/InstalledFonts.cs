namespace Cymatic.Imaging;

/// <summary>The fonts that <see cref="TextStyle.Family"/> can name on this machine.</summary>
public static class InstalledFonts
{
    /// <summary>Their family names, without regard to case.</summary>
    /// <exception cref="DrawingUnavailableException">Pango, Cairo or every font is missing.</exception>
    public static IReadOnlySet<string> Families => FontSet.Complete().Families;
}
