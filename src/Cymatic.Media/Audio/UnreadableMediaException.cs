namespace Cymatic.Media;

/// <summary>A file that cannot give what was asked of it: it is no media file, or a video without sound, or empty.</summary>
public sealed class UnreadableMediaException : Exception
{
    /// <param name="path">The file, as the user named it.</param>
    /// <param name="problem">What is wrong, to be read after the file's name: "holds no sound".</param>
    public UnreadableMediaException(string path, string problem)
        : base($"{System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(path))} {problem}.") => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    internal static UnreadableMediaException TooLong(string path) =>
        new(path, $"is too long: {Array.MaxLength} samples of a channel are the most that one sound can have");
}
