using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Plot;

/// <summary>The functions of libEGL that shaders use.</summary>
internal static unsafe partial class Egl
{
    internal const int None = 0x3038, Extensions = 0x3055, Success = 0x3000;
    internal const int PlatformSurfaceless = 0x31DD, PlatformDevice = 0x313F;
    internal const int SurfaceType = 0x3033, PbufferBit = 1, RenderableType = 0x3040, OpenGlEs3Bit = 0x40;
    internal const int OpenGlEsApi = 0x30A0, ContextMajorVersion = 0x3098;

    private const string Library = ShaderLibraries.Egl;

    [LibraryImport(Library, EntryPoint = "eglGetError")]
    internal static partial int Error();

    [LibraryImport(Library, EntryPoint = "eglGetPlatformDisplay")]
    internal static partial nint PlatformDisplay(int platform, nint native, nint* attributes);

    [LibraryImport(Library, EntryPoint = "eglInitialize")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Initialize(nint display, out int major, out int minor);

    [LibraryImport(Library, EntryPoint = "eglBindAPI")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool BindApi(int api);

    [LibraryImport(Library, EntryPoint = "eglChooseConfig")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool ChooseConfig(nint display, int* attributes, nint* configs, int size, out int count);

    [LibraryImport(Library, EntryPoint = "eglCreateContext")]
    internal static partial nint CreateContext(nint display, nint config, nint shared, int* attributes);

    [LibraryImport(Library, EntryPoint = "eglDestroyContext")]
    internal static partial int DestroyContext(nint display, nint context);

    [LibraryImport(Library, EntryPoint = "eglMakeCurrent")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool MakeCurrent(nint display, nint draw, nint read, nint context);

    [LibraryImport(Library, EntryPoint = "eglReleaseThread")]
    internal static partial int ReleaseThread();

    [LibraryImport(Library, EntryPoint = "eglGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint ProcAddress(string name);

    /// <summary>The devices of this machine and whether each is a program; none where EGL cannot tell.</summary>
    internal static (nint Device, bool IsSoftware)[] Devices()
    {
        var query = (delegate* unmanaged[Cdecl]<int, nint*, int*, int>)ProcAddress("eglQueryDevicesEXT");
        var text = (delegate* unmanaged[Cdecl]<nint, int, nint>)ProcAddress("eglQueryDeviceStringEXT");
        const int most = 64;
        nint* devices = stackalloc nint[most];
        int count = 0;
        if (query is null || text is null || query(most, devices, &count) == 0)
            return [];
        var found = new (nint, bool)[count];
        for (int i = 0; i < count; i++)
        {
            string extensions = Marshal.PtrToStringUTF8(text(devices[i], Extensions)) ?? "";
            found[i] = (devices[i], extensions.Contains("EGL_MESA_device_software", StringComparison.Ordinal));
        }

        return found;
    }
}

/// <summary>Owns an EGLContext; its display lives as long as the process, because drivers take long to start again.</summary>
internal sealed class EglContextHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly nint _display;

    internal EglContextHandle(nint display, nint context)
        : base(ownsHandle: true)
    {
        _display = display;
        SetHandle(context);
    }

    /// <summary>Makes the calling thread draw with this context.</summary>
    internal bool MakeCurrent() => Egl.MakeCurrent(_display, 0, 0, handle);

    protected override bool ReleaseHandle()
    {
        _ = Egl.MakeCurrent(_display, 0, 0, 0);
        bool destroyed = Egl.DestroyContext(_display, handle) != 0;
        return Egl.ReleaseThread() != 0 && destroyed;
    }
}
