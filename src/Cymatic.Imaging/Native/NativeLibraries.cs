using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cymatic.Imaging;

/// <summary>Finds Cairo, Pango and their companions under the names that each system gives them.</summary>
internal static class NativeLibraries
{
    internal const string Cairo = "cairo";
    internal const string Pango = "pango";
    internal const string PangoCairo = "pangocairo";
    internal const string PangoFt2 = "pangoft2";
    internal const string GObject = "gobject";
    internal const string Fontconfig = "fontconfig";

    // Logical name: stem, version of the ABI.
    private static readonly Dictionary<string, (string Stem, string Abi)> Known = new()
    {
        [Cairo] = ("cairo", "2"),
        [Pango] = ("pango-1.0", "0"),
        [PangoCairo] = ("pangocairo-1.0", "0"),
        [PangoFt2] = ("pangoft2-1.0", "0"),
        [GObject] = ("gobject-2.0", "0"),
        [Fontconfig] = ("fontconfig", "1"),
    };

    static NativeLibraries() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);

    /// <summary>Makes the static constructor run. The first native function is called later.</summary>
    /// <remarks>
    /// It runs with the module: functions that suppress the garbage collector's transition are bound when a method that calls them is
    /// compiled, which is before the method's first line.
    /// </remarks>
#pragma warning disable CA2255 // Nothing else comes before the compilation of a caller.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Ensure()
    {
    }

    /// <summary>Loads a library by its logical name.</summary>
    /// <exception cref="DrawingUnavailableException">It is not installed.</exception>
    internal static nint Load(string name, Func<string, nint> open)
    {
        string[] files = FileNames(Known[name]);
        foreach (string file in files)
        {
            nint library = open(file);
            if (library != 0)
                return library;
        }

        throw DrawingUnavailableException.MissingLibrary(files[0]);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        Known.ContainsKey(name) ? Load(name, file => NativeLibrary.TryLoad(file, assembly, path, out nint library) ? library : 0) : 0;

    private static string[] FileNames((string Stem, string Abi) library)
    {
        var (stem, abi) = library;
        if (OperatingSystem.IsWindows())
            return [$"lib{stem}-{abi}.dll", $"{stem}-{abi}.dll"];
        if (OperatingSystem.IsMacOS())
        {
            string file = $"lib{stem}.{abi}.dylib";
            return [file, $"/opt/homebrew/lib/{file}", $"/usr/local/lib/{file}", $"/opt/local/lib/{file}"];
        }

        return [$"lib{stem}.so.{abi}"];
    }
}
