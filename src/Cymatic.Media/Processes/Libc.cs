using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>
/// Two calls of Linux's C library that .NET has not got. Both only make things smaller or faster: a refusal changes no result.
/// </summary>
internal static unsafe partial class Libc
{
    private const int SetPipeSize = 1031; // F_SETPIPE_SZ of fcntl.h
    private const int DontNeed = 4; // MADV_DONTNEED of mman.h

    /// <summary>
    /// Enlarges the kernel's buffer of a pipe to 1 MiB: with the usual 64 KiB a 720p frame costs twenty wake-ups, so two.
    /// </summary>
    public static void Enlarge(SafeHandle pipe)
    {
        if (!OperatingSystem.IsLinux())
            return;
        bool added = false;
        try
        {
            pipe.DangerousAddRef(ref added);
            _ = Fcntl((int)pipe.DangerousGetHandle(), SetPipeSize, 1 << 20);
        }
        finally
        {
            if (added)
                pipe.DangerousRelease();
        }
    }

    /// <summary>
    /// Gives the whole pages from <paramref name="start"/> to <paramref name="end"/> back to the system; what stands there is lost.
    /// </summary>
    public static void GiveBack(byte* start, byte* end)
    {
        if (!OperatingSystem.IsLinux())
            return;
        nuint page = (nuint)Environment.SystemPageSize;
        nuint first = ((nuint)start + page - 1) / page * page, last = (nuint)end / page * page;
        if (last > first)
            _ = Advise((void*)first, last - first, DontNeed);
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Fcntl(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
