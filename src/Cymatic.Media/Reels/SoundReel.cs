using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Media;

/// <summary>Samples that wait on disk: added one after the other, read in any order by any number of threads.</summary>
/// <remarks>
/// They lie as 32-bit floats in a file without a name in the folder for temporary files (TMPDIR, /var/tmp): the system deletes it with
/// the process, whatever happens. Adding is for one thread.
/// </remarks>
public sealed class SoundReel : IDisposable
{
    private readonly SafeFileHandle _file = NamelessFile.Open();

    /// <summary>Number of samples, all channels counted.</summary>
    public long Count { get; private set; }

    /// <summary>Adds samples.</summary>
    /// <returns>The number of the first.</returns>
    /// <exception cref="IOException">The disk is full.</exception>
    public long Add(ReadOnlySpan<float> samples)
    {
        try
        {
            RandomAccess.Write(_file, MemoryMarshal.AsBytes(samples), Count * sizeof(float));
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw DiskFull.Waiting("the sounds that wait for the movie", e);
        }

        Count += samples.Length;
        return Count - samples.Length;
    }

    /// <summary>Reads samples from a number on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public void Read(long first, Span<float> samples)
    {
        if (first < 0 || first > Count - samples.Length)
            throw new ArgumentOutOfRangeException(nameof(first), first, $"{samples.Length} samples from {first} on do not lie in {Count}.");
        NamelessFile.Read(_file, MemoryMarshal.AsBytes(samples), first * sizeof(float));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
