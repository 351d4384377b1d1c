namespace Cymatic.Imaging;

/// <summary>
/// Decides which set of fonts a text needs: reading all installed ones takes a third of a second, so most texts do without.
/// </summary>
internal static class FontChoice
{
    private static readonly string[] InCommon = ["sans", "sans-serif", "monospace"], InAll = [.. InCommon, "serif"];

    /// <summary>The smallest set that has the style's font, and colour emoji where the text has any.</summary>
    /// <exception cref="ArgumentException">No font of that name is installed.</exception>
    internal static FontSet For(string text, TextStyle style)
    {
        if (style.FontFile is { } file)
            return FontSet.Of(file, HasEmoji(text));
        bool known = style.Family == TextStyle.DefaultFamily || IsKnown(style.Family, FontSet.Common, InCommon);
        if (known && !HasEmoji(text))
            return FontSet.Common;
        FontSet all = FontSet.Complete();
        return known || IsKnown(style.Family, all, InAll)
            ? all
            : throw new ArgumentException($"No font '{style.Family}' is installed{Nearest(style.Family, all)}.", nameof(style));
    }

    /// <summary>Whether a character is shown as a coloured picture by default, or is followed by the selector that asks for it.</summary>
    /// <remarks>
    /// Unicode Technical Standard 51, Emoji_Presentation: the planes of pictographs, and U+FE0F after any other character.
    /// </remarks>
    internal static bool HasEmoji(string text) => text.EnumerateRunes().Any(rune => rune.Value is 0xFE0F or (>= 0x1F300 and <= 0x1FAFF));

    private static bool IsKnown(string families, FontSet fonts, string[] general) => families
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Any(name => fonts.Families.Contains(name) || general.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static string Nearest(string families, FontSet fonts)
    {
        string first = families.Split(',')[0].Trim().Split(' ', '-')[0];
        string[] alike = [.. fonts.Families.Where(name => name.Contains(first, StringComparison.OrdinalIgnoreCase)).Order().Take(5)];
        return alike.Length > 0 ? $"; there are {string.Join(", ", alike)}" : "";
    }
}
