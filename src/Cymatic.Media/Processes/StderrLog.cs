namespace Cymatic.Media;

/// <summary>What a child said on standard error: its last lines, its first errors, and the length of its input.</summary>
/// <remarks>
/// ffmpeg runs with <c>-loglevel level+info</c>: every line carries its level, as in <c>[mp3 @ 0x55…] [error] Header missing</c>.
/// </remarks>
internal sealed class StderrLog
{
    private const int Kept = 12;
    private readonly Lock _lock = new();
    private readonly Queue<string> _last = new();
    private readonly List<string> _errors = [];
    private double? _duration;
    private int _errorCount;

    /// <summary>The last lines, oldest first.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_lock)
                return [.. _last];
        }
    }

    /// <summary>The first different lines of level error or worse, without level and address.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_lock)
                return [.. _errors];
        }
    }

    /// <summary>How many lines of level error or worse there were.</summary>
    public int ErrorCount
    {
        get
        {
            lock (_lock)
                return _errorCount;
        }
    }

    /// <summary>Seconds that the input announces; null while unknown.</summary>
    public double? Duration
    {
        get
        {
            lock (_lock)
                return _duration;
        }
    }

    /// <summary>Whether any line that was kept contains the text.</summary>
    public bool Says(string text) => LastLines.Concat(Errors).Any(line => line.Contains(text, StringComparison.Ordinal));

    public void Add(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_lock)
        {
            _last.Enqueue(Clean(line));
            if (_last.Count > Kept)
                _last.Dequeue();
            _duration ??= DurationIn(line);
            if (!line.Contains("[error]", StringComparison.Ordinal) && !line.Contains("[fatal]", StringComparison.Ordinal))
                return;
            _errorCount++;
            string error = Clean(line);
            if (_errors.Count < Kept && !_errors.Contains(error))
                _errors.Add(error);
        }
    }

    /// <summary>"[mp3float @ 0x55d0] [error] Header missing" is "Header missing".</summary>
    internal static string Clean(string line)
    {
        string rest = line.Trim();
        while (rest.StartsWith('[') && rest.IndexOf(']') is > 0 and int end
            && (rest[..end].Contains(" @ 0x") || !rest[..end].Contains(' ')))
            rest = rest[(end + 1)..].TrimStart();
        return rest;
    }

    /// <summary>Seconds in "Duration: 00:03:02.51, start: …".</summary>
    internal static double? DurationIn(string line)
    {
        const string Before = "Duration: ";
        int at = line.IndexOf(Before, StringComparison.Ordinal);
        if (at < 0)
            return null;
        string[] parts = line[(at + Before.Length)..].Split(',')[0].Split(':');
        return parts.Length == 3
            && int.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out int hours)
            && int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out int minutes)
            && double.TryParse(parts[2], System.Globalization.CultureInfo.InvariantCulture, out double seconds)
            ? hours * 3600 + minutes * 60 + seconds
            : null;
    }
}
