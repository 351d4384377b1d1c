using System.Globalization;
using System.Text.RegularExpressions;

namespace Cymatic.Media;

/// <summary>Writes a clip as PNG pictures, on several threads, all or none.</summary>
/// <remarks>
/// The pictures are made in a folder beside their place and moved when the last is whole. Files of the same names are replaced, others
/// stay.
/// </remarks>
internal static partial class PngSequence
{
    private const string Usual = "frame_%05d.png";

    /// <summary>Whether a destination is a sequence: a PNG name with a number, or a folder.</summary>
    /// <exception cref="ArgumentException">A PNG name without a number, which could hold one picture only.</exception>
    public static bool IsSequence(string path)
    {
        if (IsFolder(path) || IsPng(path) && Number().Count(Path.GetFileName(path)) == 1)
            return true;
        return IsPng(path)
            ? throw new ArgumentException(
                $"{path} holds one picture; a clip's pictures need one number in their name, as in frame_%05d.png, or a folder.",
                nameof(path))
            : false;
    }

    /// <summary>Writes the pictures.</summary>
    public static WrittenMovie Write(string path, Clip clip, VideoWriteOptions options, Job job)
    {
        VideoClip video = MoviePlan.Pictures(clip, options);
        FrameRate rate = MoviePlan.RateOf(video, null, options);
        FrameTimes times = MoviePlan.Times(clip, rate, options);
        VideoClip drawn = options.Draft ? DraftClip.Of(video) : video;
        (string folder, string pattern) = IsFolder(path) ? (Path.GetFullPath(path), Usual) : (Folder(path), Path.GetFileName(path));
        bool isNew = !Directory.Exists(folder);
        string parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? folder;
        if (!Directory.Exists(isNew ? parent : folder))
            throw new DirectoryNotFoundException($"{path} cannot be written: there is no folder '{parent}'.");
        DirectoryInfo temporary = Directory.CreateDirectory(Path.Combine(isNew ? parent : folder, $".cymatic-{Guid.NewGuid():N}.part"));
        try
        {
            new PictureWriters(drawn, times, n => Path.Combine(temporary.FullName, Name(pattern, n))).Run(options.RenderThreads, job);
            if (isNew)
                temporary.MoveTo(folder);
            else
            {
                foreach (FileInfo file in temporary.EnumerateFiles())
                    file.MoveTo(Path.Combine(folder, file.Name), overwrite: true);
            }
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw DiskFull.Exception(path, e);
        }
        finally
        {
            temporary.Refresh();
            if (Path.GetFileName(temporary.FullName).StartsWith(".cymatic-", StringComparison.Ordinal) && temporary.Exists)
                temporary.Delete(recursive: true);
        }

        return new WrittenMovie(times.Count, times.Rate, "png", []);
    }

    /// <summary>The file name of a frame.</summary>
    internal static string Name(string pattern, long frame) => Number().Replace(pattern, match =>
        frame.ToString(CultureInfo.InvariantCulture)
            .PadLeft(match.Groups[1].Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1, '0'));

    private static bool IsPng(string path) => Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase);

    private static bool IsFolder(string path) => Path.EndsInDirectorySeparator(path) || Directory.Exists(path);

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    [GeneratedRegex("%(?:0?([1-9]))?d")]
    private static partial Regex Number();
}
