using System.Globalization;

namespace Cymatic.Media;

/// <summary>What ffmpeg's filter showinfo says of a frame, on standard error, before the frame goes into the pipe.</summary>
/// <param name="Time">Ticks of the stream's clock; null when the file gives none.</param>
/// <param name="IsKey">Whether decoding could begin here.</param>
internal readonly record struct ShownFrame(long? Time, bool IsKey)
{
    /// <summary>The filter; its place is before all that could change times.</summary>
    public const string Filter = "showinfo=checksum=0";

    /// <summary>Whether a line is the filter's, and the frame if it describes one.</summary>
    public static bool TryParse(string line, out ShownFrame? frame)
    {
        frame = null;
        if (!line.StartsWith("[Parsed_showinfo", StringComparison.Ordinal))
            return false;
        int at = line.IndexOf(" pts:", StringComparison.Ordinal);
        if (at < 0)
            return true;
        ReadOnlySpan<char> rest = line.AsSpan(at + 5).TrimStart();
        int end = rest.IndexOf(' ');
        bool known = long.TryParse(end < 0 ? rest : rest[..end], CultureInfo.InvariantCulture, out long time);
        frame = new ShownFrame(known ? time : null, line.Contains("iskey:1", StringComparison.Ordinal));
        return true;
    }
}
