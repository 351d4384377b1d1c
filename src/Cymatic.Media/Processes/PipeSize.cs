using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Media;

/// <summary>Enlarges the kernel's buffer of a pipe: with 64 KiB a 720p frame costs twenty wake-ups, with 1 MiB two.</summary>
internal static partial class PipeSize
{
    private const int SetPipeSize = 1031; // F_SETPIPE_SZ of Linux's fcntl.h

    /// <summary>Asks for 1 MiB. A system that has no such call, or a user who is over his quota, keeps the smaller buffer: slower, never wrong.</summary>
    public static void Enlarge(SafePipeHandle pipe)
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

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Fcntl(int descriptor, int command, int argument);
}
