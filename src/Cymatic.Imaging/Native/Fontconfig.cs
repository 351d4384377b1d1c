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

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigParseAndLoadFromMemory", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Load(FontConfigurationHandle configuration, string xml, [MarshalAs(UnmanagedType.Bool)] bool complain);

    /// <summary>The family names of the files that were added, each under every name it has.</summary>
    internal static unsafe IReadOnlySet<string> Families(FontConfigurationHandle configuration)
    {
        const int Application = 1;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        FontSetHeader* set = GetFonts(configuration, Application);
        for (int font = 0; set is not null && font < set->Count; font++)
        {
            for (int n = 0; GetString(set->Fonts[font], "family", n, out nint name) == 0; n++)
                names.Add(Marshal.PtrToStringUTF8(name)!);
        }

        return names;
    }

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigGetFonts")]
    private static unsafe partial FontSetHeader* GetFonts(FontConfigurationHandle configuration, int kind);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcPatternGetString", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int GetString(nint pattern, string property, int index, out nint value);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigDestroy")]
    internal static partial void Destroy(nint configuration);
}

/// <summary>An FcFontSet: so many patterns, room for so many, and where they are.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FontSetHeader
{
    public int Count;
    public int Room;
    public nint* Fonts;
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
