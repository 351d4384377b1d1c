namespace Cymatic.Plot;

/// <summary>This machine has no EGL, no OpenGL ES 3 or no driver for them; the message says what to install and how.</summary>
public sealed class ShadersUnavailableException : Exception
{
    private ShadersUnavailableException(string message)
        : base(message)
    {
    }

    private static string HowTo => OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        ? "Install ANGLE, which brings libEGL and libGLESv2."
        : "Install it with: sudo apt-get install -y libegl1 libgles2 libgl1-mesa-dri";

    internal static ShadersUnavailableException MissingLibrary(string file) =>
        new($"Shaders need {file}, which is not installed. {HowTo}");

    internal static ShadersUnavailableException MissingDriver(IEnumerable<string> tried) =>
        new($"Shaders need a driver for OpenGL ES 3 without a screen, and none works here ({string.Join("; ", tried)}). {HowTo}");
}
