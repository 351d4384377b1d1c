using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>
/// Pictures that a fragment program computes for each pixel, written in GLSL by the convention of Shadertoy. Dispose it in the end.
/// </summary>
/// <remarks>
/// The program is GLSL ES 3.00 without its head: a function <c>void mainImage(out vec4 fragColor, in vec2 fragCoord)</c>, which may read
/// iResolution, iTime, iTimeDelta, iFrame, iFrameRate, iSampleRate, iChannel0 … 3, iChannelTime, iChannelResolution and own uniforms.
/// There is no mouse (iMouse is 0) and no buffer of an earlier picture: a picture is a function of time. It runs through EGL and OpenGL
/// ES 3 without a screen, on the graphics card or on Mesa's program. Further: "Shadertoy, how to", shadertoy.com/howto.
/// </remarks>
/// <example><code>
/// using Shader shader = Shader.FromFile("waves.glsl", new() { Channels = [ShaderChannel.Audio(song)] });
/// VideoClip clip = VideoClip.From(640, 360, song.Duration, shader.Render);
/// </code></example>
public sealed class Shader : IDisposable
{
    private readonly ShaderOptions _options;
    private readonly GlThread _thread;
    private readonly ShaderProgram _program;

    /// <summary>Compiles a program.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="options">Uniforms, channels and the device.</param>
    /// <exception cref="ShaderException">The program cannot be used; the message names the line and the reason.</exception>
    /// <exception cref="ShadersUnavailableException">This machine has no EGL or no driver; the message says what to install.</exception>
    public Shader(string source, ShaderOptions? options = null)
        : this(source, "The shader", options)
    {
    }

    private Shader(string source, string name, ShaderOptions? options)
    {
        ArgumentNullException.ThrowIfNull(source);
        _options = options ?? new ShaderOptions();
        var text = new ShaderSource(source, name);
        _thread = new GlThread(_options.Device);
        try
        {
            _program = _thread.Run(() => new ShaderProgram(text, _options));
        }
        catch
        {
            _thread.Dispose();
            throw;
        }
    }

    /// <summary>What runs the program, by its own name, such as "llvmpipe (LLVM 15.0.6, 256 bits)".</summary>
    public string Renderer => _program.Renderer;

    /// <summary>Whether every pixel has alpha 255.</summary>
    public bool IsOpaque => !_options.IsTransparent;

    /// <summary>Compiles the program in a text file.</summary>
    /// <inheritdoc cref="Shader(string, ShaderOptions?)"/>
    /// <param name="path">The file, in UTF-8.</param>
    /// <param name="options">Uniforms, channels and the device.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Shader FromFile(string path, ShaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(File.ReadAllText(path), path, options);
    }

    /// <summary>Fills a frame of any size with the picture at a time; by several threads at once, in any order.</summary>
    /// <param name="t">In seconds.</param>
    /// <param name="target">The frame.</param>
    /// <exception cref="ArgumentException">A uniform that is not finite, or a frame too large for the driver.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time that is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The shader was disposed.</exception>
    public void Render(double t, Frame target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!double.IsFinite(t))
            throw new ArgumentOutOfRangeException(nameof(t), t, "A time is finite.");
        var moment = new ShaderMoment(t, _options.FrameRate, _program.Uniforms.At(t), [.. _options.Channels.Select(Texels)]);
        _thread.Run(() => _program.Draw(moment, target));

        byte[]? Texels(ShaderChannel channel)
        {
            if (channel.IsStill)
                return null;
            byte[] texels = new byte[channel.Bytes];
            channel.Write(t, texels);
            return texels;
        }
    }

    /// <summary>Waits for the pictures at hand and frees everything that the driver holds.</summary>
    public void Dispose() => _thread.Dispose();
}
