using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Imaging;

/// <summary>The function of libgobject that drawing uses.</summary>
internal static partial class GObject
{
    [LibraryImport(NativeLibraries.GObject, EntryPoint = "g_object_unref")]
    internal static partial void Unref(nint instance);
}

/// <summary>Owns a reference to a GObject: a font map, a text context or a layout of Pango.</summary>
internal sealed class GObjectHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        GObject.Unref(handle);
        return true;
    }
}
