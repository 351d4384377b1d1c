using System.Globalization;
using Cymatic.Imaging;

namespace Cymatic.Testing;

/// <summary>
/// Compares a picture with one that a person looked at and approved (tests/data/approved). Only CYMATIC_APPROVE=1 makes a picture approved.
/// </summary>
public static class ApprovedPicture
{
    private const int ClearlyDifferent = 24;
    private const double MostDifferentShare = 0.002;

    /// <summary>Throws when more than 0.2 % of the pixels differ from the approved ones by more than 24 of 255 in any part.</summary>
    public static void Check(Frame frame, string name)
    {
        ArgumentNullException.ThrowIfNull(frame);
        string path = Repository.File("tests", "data", "approved", name + ".png");
        if (Environment.GetEnvironmentVariable("CYMATIC_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Save(frame, path);
            return;
        }

        if (!File.Exists(path))
            throw new InvalidOperationException(
                $"{name}.png is not approved yet. It was kept in {Keep(frame, name)}: look at it, then set CYMATIC_APPROVE=1.");
        using Frame approved = PngReader.Read(path);
        double share = DifferentShare(frame, approved);
        if (share > MostDifferentShare)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"{share:P2} of {name}.png differ from the approved picture. It was kept in {Keep(frame, name)}."));
    }

    /// <summary>Share of pixels that clearly differ; 1 when the sizes do.</summary>
    public static double DifferentShare(Frame one, Frame other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Width != other.Width || one.Height != other.Height)
            return 1;
        long different = 0;
        for (int y = 0; y < one.Height; y++)
        {
            ReadOnlySpan<byte> a = one.Row(y), b = other.Row(y);
            for (int i = 0; i < a.Length; i += 4)
            {
                if (Differ(a.Slice(i, 4), b.Slice(i, 4)))
                    different++;
            }
        }

        return (double)different / ((long)one.Width * one.Height);
    }

    private static bool Differ(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > ClearlyDifferent)
                return true;
        }

        return false;
    }

    private static string Keep(Frame frame, string name)
    {
        string path = Path.Combine(Path.GetTempPath(), $"cymatic-{name}.received.png");
        Save(frame, path);
        return path;
    }

    private static void Save(Frame frame, string path)
    {
        using FileStream stream = File.Create(path);
        PngWriter.Write(frame, stream);
    }
}
