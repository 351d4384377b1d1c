namespace Cymatic.Media;

/// <summary>Titles and the like, as ffmpeg is told of them.</summary>
internal static class MetadataArguments
{
    /// <summary>The same, when ffmpeg can take every name and value.</summary>
    /// <exception cref="ArgumentException">A name is empty or has '=' in it, or a value has a zero character.</exception>
    public static IReadOnlyDictionary<string, string> Checked(IReadOnlyDictionary<string, string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach ((string name, string text) in value)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAny('=', '\0') || text.Contains('\0'))
                throw new ArgumentException($"Metadata cannot be named '{name}' or contain a zero character.", nameof(value));
        }

        return value;
    }

    /// <summary>The arguments, ordered by name.</summary>
    public static IEnumerable<string> Of(IReadOnlyDictionary<string, string> metadata) =>
        metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => new[] { "-metadata", $"{pair.Key}={pair.Value}" });
}
