using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Imaging;

/// <summary>The functions of libfontconfig that drawing uses: configurations that know nothing of the machine's settings.</summary>
internal static partial class Fontconfig
{
    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigCreate")]
    internal static partial FontConfigurationHandle Create();

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigAppFontAddFile", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool AddFile(FontConfigurationHandle configuration, string file);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigDestroy")]
    internal static partial void Destroy(nint configuration);
}

/// <summary>Owns a reference to an FcConfig.</summary>
internal sealed class FontConfigurationHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Fontconfig.Destroy(handle);
        return true;
    }
}
