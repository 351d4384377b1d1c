using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cymatic.Plot;

/// <summary>Finds EGL and OpenGL ES under the names that each system gives them.</summary>
internal static class ShaderLibraries
{
    internal const string Egl = "egl";
    internal const string Gles = "gles";

    static ShaderLibraries() => NativeLibrary.SetDllImportResolver(typeof(ShaderLibraries).Assembly, Resolve);

    /// <summary>Makes the static constructor run: with the module, before the first native function is bound.</summary>
#pragma warning disable CA2255 // Nothing else comes before the compilation of a caller.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Ensure()
    {
    }

    /// <summary>Loads a library by its logical name.</summary>
    /// <exception cref="ShadersUnavailableException">It is not installed.</exception>
    internal static nint Load(string name, Func<string, nint> open)
    {
        string file = FileName(name);
        nint library = open(file);
        return library != 0 ? library : throw ShadersUnavailableException.MissingLibrary(file);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name is Egl or Gles ? Load(name, file => NativeLibrary.TryLoad(file, assembly, path, out nint library) ? library : 0) : 0;

    private static string FileName(string name) => (name, OperatingSystem.IsWindows(), OperatingSystem.IsMacOS()) switch
    {
        (Egl, true, _) => "libEGL.dll",
        (Egl, _, true) => "libEGL.dylib",
        (Egl, _, _) => "libEGL.so.1",
        (_, true, _) => "libGLESv2.dll",
        (_, _, true) => "libGLESv2.dylib",
        _ => "libGLESv2.so.2",
    };
}
