using System.Runtime.InteropServices;
using System.Text;

namespace Cymatic.Plot;

/// <summary>
/// The functions of OpenGL ES 3 that shaders use. Names are numbers of the current context, which frees what they stand for.
/// </summary>
internal static unsafe partial class Gles
{
    internal const int FragmentShader = 0x8B30, VertexShader = 0x8B31, CompileStatus = 0x8B81;
    internal const int LinkStatus = 0x8B82, InfoLogLength = 0x8B84;
    internal const int ActiveUniforms = 0x8B86, Renderer = 0x1F01, MaxRenderbufferSize = 0x84E8, MaxTextureSize = 0x0D33;
    internal const int Texture2D = 0x0DE1, Texture0 = 0x84C0, MinFilter = 0x2801, MagFilter = 0x2800, WrapS = 0x2802, WrapT = 0x2803;
    internal const int Linear = 0x2601, ClampToEdge = 0x812F, UnsignedByte = 0x1401;
    internal const int Red = 0x1903, R8 = 0x8229, Rgba = 0x1908, Rgba8 = 0x8058;
    internal const int Framebuffer = 0x8D40, Renderbuffer = 0x8D41, ColorAttachment0 = 0x8CE0, FramebufferComplete = 0x8CD5;
    internal const int Triangles = 4, UnpackAlignment = 0x0CF5, PackRowLength = 0x0D02, Dither = 0x0BD0;

    private const string Library = ShaderLibraries.Gles;

    [LibraryImport(Library, EntryPoint = "glGetError")]
    internal static partial int Error();

    [LibraryImport(Library, EntryPoint = "glGetString")]
    private static partial nint GetString(int name);

    [LibraryImport(Library, EntryPoint = "glGetIntegerv")]
    internal static partial void GetInteger(int name, out int value);

    [LibraryImport(Library, EntryPoint = "glDisable")]
    internal static partial void Disable(int capability);

    [LibraryImport(Library, EntryPoint = "glCreateShader")]
    internal static partial uint CreateShader(int kind);

    [LibraryImport(Library, EntryPoint = "glShaderSource")]
    private static partial void ShaderSource(uint shader, int count, byte** sources, int* lengths);

    [LibraryImport(Library, EntryPoint = "glCompileShader")]
    internal static partial void CompileShader(uint shader);

    [LibraryImport(Library, EntryPoint = "glGetShaderiv")]
    internal static partial void GetShader(uint shader, int name, out int value);

    [LibraryImport(Library, EntryPoint = "glGetShaderInfoLog")]
    private static partial void GetShaderInfoLog(uint shader, int size, out int length, byte* log);

    [LibraryImport(Library, EntryPoint = "glCreateProgram")]
    internal static partial uint CreateProgram();

    [LibraryImport(Library, EntryPoint = "glAttachShader")]
    internal static partial void AttachShader(uint program, uint shader);

    [LibraryImport(Library, EntryPoint = "glLinkProgram")]
    internal static partial void LinkProgram(uint program);

    [LibraryImport(Library, EntryPoint = "glGetProgramiv")]
    internal static partial void GetProgram(uint program, int name, out int value);

    [LibraryImport(Library, EntryPoint = "glGetProgramInfoLog")]
    private static partial void GetProgramInfoLog(uint program, int size, out int length, byte* log);

    [LibraryImport(Library, EntryPoint = "glUseProgram")]
    internal static partial void UseProgram(uint program);

    [LibraryImport(Library, EntryPoint = "glGetActiveUniform")]
    private static partial void GetActiveUniform(
        uint program, int index, int size, out int length, out int count, out int type, byte* name);

    [LibraryImport(Library, EntryPoint = "glGetUniformLocation", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int UniformLocation(uint program, string name);

    [LibraryImport(Library, EntryPoint = "glUniform1i")]
    internal static partial void Uniform(int location, int value);

    [LibraryImport(Library, EntryPoint = "glUniform1fv")]
    internal static partial void Uniform1(int location, int count, float* values);

    [LibraryImport(Library, EntryPoint = "glUniform2fv")]
    internal static partial void Uniform2(int location, int count, float* values);

    [LibraryImport(Library, EntryPoint = "glUniform3fv")]
    internal static partial void Uniform3(int location, int count, float* values);

    [LibraryImport(Library, EntryPoint = "glUniform4fv")]
    internal static partial void Uniform4(int location, int count, float* values);

    [LibraryImport(Library, EntryPoint = "glGenTextures")]
    internal static partial void GenTextures(int count, out uint texture);

    [LibraryImport(Library, EntryPoint = "glActiveTexture")]
    internal static partial void ActiveTexture(int unit);

    [LibraryImport(Library, EntryPoint = "glBindTexture")]
    internal static partial void BindTexture(int target, uint texture);

    [LibraryImport(Library, EntryPoint = "glTexParameteri")]
    internal static partial void TexParameter(int target, int name, int value);

    [LibraryImport(Library, EntryPoint = "glPixelStorei")]
    internal static partial void PixelStore(int name, int value);

    [LibraryImport(Library, EntryPoint = "glTexImage2D")]
    private static partial void TexImage(
        int target, int level, int storage, int width, int height, int border, int format, int type, byte* pixels);

    [LibraryImport(Library, EntryPoint = "glGenRenderbuffers")]
    internal static partial void GenRenderbuffers(int count, out uint buffer);

    [LibraryImport(Library, EntryPoint = "glBindRenderbuffer")]
    internal static partial void BindRenderbuffer(int target, uint buffer);

    [LibraryImport(Library, EntryPoint = "glRenderbufferStorage")]
    internal static partial void RenderbufferStorage(int target, int format, int width, int height);

    [LibraryImport(Library, EntryPoint = "glGenFramebuffers")]
    internal static partial void GenFramebuffers(int count, out uint buffer);

    [LibraryImport(Library, EntryPoint = "glBindFramebuffer")]
    internal static partial void BindFramebuffer(int target, uint buffer);

    [LibraryImport(Library, EntryPoint = "glFramebufferRenderbuffer")]
    internal static partial void FramebufferRenderbuffer(int target, int attachment, int kind, uint buffer);

    [LibraryImport(Library, EntryPoint = "glCheckFramebufferStatus")]
    internal static partial int FramebufferStatus(int target);

    [LibraryImport(Library, EntryPoint = "glGenVertexArrays")]
    internal static partial void GenVertexArrays(int count, out uint array);

    [LibraryImport(Library, EntryPoint = "glBindVertexArray")]
    internal static partial void BindVertexArray(uint array);

    [LibraryImport(Library, EntryPoint = "glViewport")]
    internal static partial void Viewport(int x, int y, int width, int height);

    [LibraryImport(Library, EntryPoint = "glDrawArrays")]
    internal static partial void DrawArrays(int mode, int first, int count);

    [LibraryImport(Library, EntryPoint = "glReadPixels")]
    private static partial void ReadPixels(int x, int y, int width, int height, int format, int type, byte* pixels);

    internal static string Text(int name) => Marshal.PtrToStringUTF8(GetString(name)) ?? "";

    internal static void Source(uint shader, string source)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(source);
        int length = bytes.Length;
        fixed (byte* text = bytes)
        {
            byte* one = text;
            ShaderSource(shader, 1, &one, &length);
        }
    }

    internal static string ShaderLog(uint shader) => Log(shader, &GetShader, &GetShaderInfoLog);

    internal static string ProgramLog(uint program) => Log(program, &GetProgram, &GetProgramInfoLog);

    /// <summary>Name, type and length of an array of a uniform that the program uses.</summary>
    internal static (string Name, int Type, int Count) ActiveUniform(uint program, int index)
    {
        const int most = 512;
        byte* name = stackalloc byte[most];
        GetActiveUniform(program, index, most, out int length, out int count, out int type, name);
        return (Encoding.UTF8.GetString(name, length), type, count);
    }

    /// <summary>Fills the bound texture: one byte a texel (red) or four.</summary>
    internal static void Image((int Width, int Height) size, int components, ReadOnlySpan<byte> texels)
    {
        var (storage, format) = components == 1 ? (R8, Red) : (Rgba8, Rgba);
        PixelStore(UnpackAlignment, 1);
        fixed (byte* first = texels)
            TexImage(Texture2D, 0, storage, size.Width, size.Height, 0, format, UnsignedByte, first);
    }

    /// <summary>Reads the bound framebuffer, its lowest row first.</summary>
    internal static void Read((int Width, int Height) size, int pixelsPerRow, Span<byte> pixels)
    {
        PixelStore(PackRowLength, pixelsPerRow);
        fixed (byte* first = pixels)
            ReadPixels(0, 0, size.Width, size.Height, Rgba, UnsignedByte, first);
    }

    private static string Log(
        uint name, delegate*<uint, int, out int, void> ask, delegate*<uint, int, out int, byte*, void> read)
    {
        ask(name, InfoLogLength, out int size);
        byte[] log = new byte[size + 1];
        fixed (byte* text = log)
            read(name, log.Length, out size, text);
        return Encoding.UTF8.GetString(log, 0, size);
    }
}
