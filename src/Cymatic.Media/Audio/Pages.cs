using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>Gives pages of memory that are not needed any more back to the system before their block is freed.</summary>
internal static unsafe partial class Pages
{
    private const int DontNeed = 4; // MADV_DONTNEED of Linux's mman.h

    /// <summary>The whole pages from <paramref name="start"/> to <paramref name="end"/>; what stands there is lost.</summary>
    public static void GiveBack(byte* start, byte* end)
    {
        if (!OperatingSystem.IsLinux())
            return;
        nuint page = (nuint)Environment.SystemPageSize;
        nuint first = ((nuint)start + page - 1) / page * page, last = (nuint)end / page * page;
        if (last > first)
            _ = Advise((void*)first, last - first, DontNeed); // a refusal leaves the memory as it is
    }

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    private static partial int Advise(void* address, nuint length, int advice);
}
