using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Imaging;

/// <summary>Native bytes aligned to 64; freed by the finalizer when a frame was never disposed.</summary>
internal sealed unsafe class FrameMemory : SafeHandleZeroOrMinusOneIsInvalid
{
    public FrameMemory(int size)
        : base(ownsHandle: true)
    {
        Size = size;
        SetHandle((nint)NativeMemory.AlignedAlloc((nuint)size, 64));
    }

    public int Size { get; }

    public Span<byte> Bytes => new((void*)handle, Size);

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
