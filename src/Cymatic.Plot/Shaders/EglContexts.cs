namespace Cymatic.Plot;

/// <summary>Makes contexts of OpenGL ES 3 that need no screen and no surface.</summary>
internal static unsafe class EglContexts
{
    /// <summary>A context that is current on the calling thread: of the first driver that works.</summary>
    /// <exception cref="ShadersUnavailableException">No library, or no driver that works.</exception>
    internal static EglContextHandle Create(ShaderDevice device)
    {
        List<string> tried = [];
        foreach (var (name, platform, native) in Places(device))
        {
            nint display = Egl.PlatformDisplay(platform, native, null);
            if (display != 0 && Egl.Initialize(display, out _, out _) && Context(display) is { } context)
                return context;
            int error = Egl.Error();
            tried.Add(error == Egl.Success ? $"{name}: no display" : $"{name}: EGL error 0x{error:X4}");
        }

        throw ShadersUnavailableException.MissingDriver(tried);
    }

    // A device that is no program is a GPU. Mesa's surfaceless platform takes the first that it can open, else its own program.
    private static IEnumerable<(string Name, int Platform, nint Native)> Places(ShaderDevice device)
    {
        (nint Device, bool IsSoftware)[] devices = Egl.Devices();
        (string, int, nint)[] software =
            [.. devices.Where(found => found.IsSoftware).Select(found => ("the software device", Egl.PlatformDevice, found.Device))];
        (string, int, nint)[] gpus =
            [.. devices.Where(found => !found.IsSoftware).Select((found, i) => ($"GPU {i}", Egl.PlatformDevice, found.Device))];
        (string, int, nint) surfaceless = ("surfaceless", Egl.PlatformSurfaceless, 0);
        return device == ShaderDevice.Software ? [.. software, surfaceless] : [.. gpus, surfaceless, .. software];
    }

    private static EglContextHandle? Context(nint display)
    {
        int* wanted = stackalloc int[] { Egl.SurfaceType, Egl.PbufferBit, Egl.RenderableType, Egl.OpenGlEs3Bit, Egl.None };
        int* version = stackalloc int[] { Egl.ContextMajorVersion, 3, Egl.None };
        nint config;
        if (!Egl.BindApi(Egl.OpenGlEsApi) || !Egl.ChooseConfig(display, wanted, &config, 1, out int count) || count == 0)
            return null;
        nint created = Egl.CreateContext(display, config, 0, version);
        if (created == 0)
            return null;
        var context = new EglContextHandle(display, created);
        if (context.MakeCurrent())
            return context;
        context.Dispose();
        return null;
    }
}
