using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

/// <summary>Shaders on Mesa's program, whose pixels are the same at each run.</summary>
internal static class TestShaders
{
    private static readonly Lazy<string?> Missing = new(Find);

    /// <summary>Compiles a program; where this machine has no driver the test is skipped, but not on a build server.</summary>
    internal static Shader Create(string source, ShaderOptions? options = null)
    {
        Require();
        return new Shader(source, (options ?? new()) with { Device = ShaderDevice.Software });
    }

    internal static void Require() => Assert.SkipWhen(
        Missing.Value is not null && Environment.GetEnvironmentVariable("CI") is null or "", Missing.Value ?? "");

    /// <summary>A program whose every pixel is one colour.</summary>
    internal static string Plain(string color) => $"void mainImage(out vec4 fragColor, in vec2 fragCoord) {{ fragColor = {color}; }}";

    internal static uint[] Draw(Shader shader, int width, int height, double t = 0)
    {
        using Frame frame = Frame.Rent(width, height);
        shader.Render(t, frame);
        return [.. Enumerable.Range(0, height).SelectMany(y => frame.PixelRow(y).ToArray())];
    }

    /// <summary>The pixel of a program of one colour.</summary>
    internal static uint Pixel(string color, ShaderOptions? options = null, double t = 0)
    {
        using Shader shader = Create(Plain(color), options);
        return Draw(shader, 1, 1, t)[0];
    }

    private static string? Find()
    {
        try
        {
            using Shader shader = new(Plain("vec4(1.0)"), new() { Device = ShaderDevice.Software });
            return null;
        }
        catch (ShadersUnavailableException exception)
        {
            return exception.Message;
        }
    }
}
