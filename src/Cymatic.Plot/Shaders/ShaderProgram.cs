using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>What one picture of a shader needs besides its target, computed where the picture was asked for.</summary>
/// <param name="Time">In seconds.</param>
/// <param name="FrameRate">Frames a second.</param>
/// <param name="Uniforms">The user's values.</param>
/// <param name="Texels">New texels of each channel; null where they stand still.</param>
internal sealed record ShaderMoment(double Time, double FrameRate, float[] Uniforms, byte[]?[] Texels);

/// <summary>A compiled program with its textures and the buffer it draws into. Every member runs on the thread of its context.</summary>
internal sealed unsafe class ShaderProgram
{
    private readonly IReadOnlyList<ShaderChannel> _channels;
    private readonly uint[] _textures;
    private readonly uint _program;
    private readonly int _mostSide;
    private (int Width, int Height) _size;

    /// <exception cref="ShaderException">The program cannot be used; the message says why.</exception>
    internal ShaderProgram(ShaderSource source, ShaderOptions options)
    {
        _channels = options.Channels;
        _program = Link(source, options.IsTransparent);
        Uniforms = new(_program, source, options.Uniforms);
        Renderer = Gles.Text(Gles.Renderer);
        Gles.GetInteger(Gles.MaxRenderbufferSize, out _mostSide);
        Gles.UseProgram(_program);
        _textures = [.. Enumerable.Range(0, 4).Select(Texture)];
        Gles.GenVertexArrays(1, out uint array);
        Gles.BindVertexArray(array);
        Gles.GenFramebuffers(1, out uint framebuffer);
        Gles.GenRenderbuffers(1, out uint buffer);
        Gles.BindFramebuffer(Gles.Framebuffer, framebuffer);
        Gles.BindRenderbuffer(Gles.Renderbuffer, buffer);
        Gles.FramebufferRenderbuffer(Gles.Framebuffer, Gles.ColorAttachment0, Gles.Renderbuffer, buffer);
        Gles.Disable(Gles.Dither);
    }

    internal ShaderUniforms Uniforms { get; }

    /// <summary>The name that the driver gives itself.</summary>
    internal string Renderer { get; }

    /// <summary>Draws a picture into a frame.</summary>
    internal bool Draw(ShaderMoment moment, Frame target)
    {
        var size = (target.Width, target.Height);
        Resize(size);
        SetBuiltIns(moment, size);
        Uniforms.Set(moment.Uniforms);
        for (int i = 0; i < _channels.Count; i++)
        {
            if (moment.Texels[i] is not { } texels)
                continue;
            Bind(i);
            Gles.Image((_channels[i].Width, _channels[i].Height), _channels[i].Components, texels);
        }

        Gles.DrawArrays(Gles.Triangles, 0, 3);
        Gles.Read(size, target.Stride / 4, target.Pixels);
        PictureTexture.TurnOver(target.Pixels, target.Stride, 4 * target.Width);
        int error = Gles.Error();
        return error == 0 ? true : throw new InvalidOperationException($"{Renderer} cannot draw: OpenGL error 0x{error:X4}.");
    }

    private static uint Link(ShaderSource source, bool transparent)
    {
        uint program = Gles.CreateProgram();
        Gles.AttachShader(program, Compile(Gles.VertexShader, ShaderSource.Vertex, source));
        Gles.AttachShader(program, Compile(Gles.FragmentShader, source.Fragment(transparent), source));
        Gles.LinkProgram(program);
        Gles.GetProgram(program, Gles.LinkStatus, out int linked);
        return linked != 0 ? program : throw source.Refusal(Gles.ProgramLog(program));
    }

    private static uint Compile(int kind, string text, ShaderSource source)
    {
        uint shader = Gles.CreateShader(kind);
        Gles.Source(shader, text);
        Gles.CompileShader(shader);
        Gles.GetShader(shader, Gles.CompileStatus, out int compiled);
        return compiled != 0 ? shader : throw source.Refusal(Gles.ShaderLog(shader));
    }

    private uint Texture(int unit)
    {
        Gles.GenTextures(1, out uint texture);
        Gles.ActiveTexture(Gles.Texture0 + unit);
        Gles.BindTexture(Gles.Texture2D, texture);
        Gles.TexParameter(Gles.Texture2D, Gles.MinFilter, Gles.Linear);
        Gles.TexParameter(Gles.Texture2D, Gles.MagFilter, Gles.Linear);
        Gles.TexParameter(Gles.Texture2D, Gles.WrapS, Gles.ClampToEdge);
        Gles.TexParameter(Gles.Texture2D, Gles.WrapT, Gles.ClampToEdge);
        Fill(unit);
        Gles.Uniform(Gles.UniformLocation(_program, $"iChannel{unit}"), unit);
        return texture;
    }

    private void Fill(int unit)
    {
        if (unit >= _channels.Count)
        {
            Gles.Image((1, 1), 4, [0, 0, 0, 255]);
            return;
        }

        ShaderChannel channel = _channels[unit];
        Gles.GetInteger(Gles.MaxTextureSize, out int most);
        if (channel.Width > most || channel.Height > most)
        {
            throw new ShaderException(
                $"iChannel{unit} has {channel.Width}×{channel.Height} pixels, {Gles.Text(Gles.Renderer)} takes {most}×{most}.");
        }

        if (!channel.IsStill)
            return;
        byte[] texels = new byte[channel.Bytes];
        channel.Write(0, texels);
        Gles.Image((channel.Width, channel.Height), channel.Components, texels);
    }

    private void Bind(int unit)
    {
        Gles.ActiveTexture(Gles.Texture0 + unit);
        Gles.BindTexture(Gles.Texture2D, _textures[unit]);
    }

    private void Resize((int Width, int Height) size)
    {
        if (size == _size)
            return;
        if (size.Width > _mostSide || size.Height > _mostSide)
        {
            throw new ArgumentException(
                $"A picture of {size.Width}×{size.Height} pixels is too large for {Renderer}: sides of {_mostSide} at most.");
        }

        Gles.RenderbufferStorage(Gles.Renderbuffer, Gles.Rgba8, size.Width, size.Height);
        if (Gles.FramebufferStatus(Gles.Framebuffer) != Gles.FramebufferComplete)
            throw new InvalidOperationException($"{Renderer} has no room for a picture of {size.Width}×{size.Height} pixels.");
        Gles.Viewport(0, 0, size.Width, size.Height);
        _size = size;
    }

    private void SetBuiltIns(ShaderMoment moment, (int Width, int Height) size)
    {
        Set("iResolution", [size.Width, size.Height, 1]);
        Set("iTime", [(float)moment.Time]);
        Set("iTimeDelta", [(float)(1 / moment.FrameRate)]);
        Set("iFrameRate", [(float)moment.FrameRate]);
        Set("iSampleRate", [_channels.Select(channel => channel.SampleRate).FirstOrDefault(rate => rate > 0, 44100)]);
        // A time that is a frame's but for rounding is that frame's.
        double frame = Math.Floor(moment.Time * moment.FrameRate + 1e-6);
        Gles.Uniform(Gles.UniformLocation(_program, "iFrame"), (int)Math.Clamp(frame, int.MinValue, int.MaxValue));
        for (int i = 0; i < 4; i++)
        {
            ShaderChannel? channel = i < _channels.Count ? _channels[i] : null;
            Set($"iChannelTime[{i}]", [(float)moment.Time]);
            Set($"iChannelResolution[{i}]", [channel?.Width ?? 1, channel?.Height ?? 1, 1]);
        }
    }

    private void Set(string name, ReadOnlySpan<float> numbers)
    {
        fixed (float* first = numbers)
            ShaderUniforms.Set(Gles.UniformLocation(_program, name), numbers.Length, first);
    }
}
