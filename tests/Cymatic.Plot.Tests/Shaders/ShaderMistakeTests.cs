using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

/// <summary>What a shader cannot be, and what is said about it.</summary>
public sealed class ShaderMistakeTests
{
    private static ShaderOptions With(string name, Uniform value) =>
        new() { Uniforms = new Dictionary<string, Uniform> { [name] = value } };

    private static ShaderException Refused(string source, ShaderOptions? options = null) =>
        Assert.Throws<ShaderException>(() => TestShaders.Create(source, options));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void An_empty_program_is_refused(string source) =>
        Assert.StartsWith("The shader is empty: a fragment program has a function void mainImage(", Refused(source).Message);

    [Fact]
    public void A_mistake_is_in_the_users_line()
    {
        ShaderException refusal = Refused("float f(float x)\n{\n    return y;\n}\n" + TestShaders.Plain("vec4(f(1.0))"));
        Assert.Equal(3, refusal.Line);
        Assert.StartsWith("The shader, line 3: ", refusal.Message);
        Assert.Contains('y', refusal.Message);
    }

    [Fact]
    public void A_program_without_its_function_is_refused() =>
        Assert.StartsWith("The shader has no function void mainImage(out vec4 color,", Refused("float f() { return 1.0; }").Message);

    [Fact]
    public void A_program_that_breaks_off_is_refused() =>
        Assert.StartsWith("The shader, ", Refused("void mainImage(out vec4 color, in vec2 place) {\n").Message);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Refused("\0\u0001\u0002 void");

    [Fact]
    public void A_file_is_named()
    {
        TestShaders.Require();
        string path = Path.Combine(Path.GetTempPath(), $"cymatic-mistake-{Environment.ProcessId}.glsl");
        try
        {
            File.WriteAllText(path, "nonsense");
            ShaderException refusal = Assert.Throws<ShaderException>(() => Shader.FromFile(path));
            Assert.StartsWith($"{path}, ", refusal.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void An_unknown_uniform_is_refused() => Assert.Equal(
        "The shader declares no uniform float beat.",
        Refused("// uniform float beat;\n" + TestShaders.Plain("vec4(1.0)"), With("beat", 1)).Message);

    [Fact]
    public void A_uniform_without_a_value_is_refused() => Assert.Equal(
        "The shader's uniform vec2 beat is not given.", Refused("uniform vec2 beat;" + TestShaders.Plain("vec4(beat, 0.0, 1.0)")).Message);

    [Fact]
    public void A_uniform_of_another_type_is_refused() => Assert.Equal(
        "The uniform beat is vec2 in the shader, but was given as float.",
        Refused("uniform vec2 beat;" + TestShaders.Plain("vec4(beat, 0.0, 1.0)"), With("beat", 1)).Message);

    [Fact]
    public void A_uniform_with_the_name_of_a_given_one_is_refused() =>
        Assert.StartsWith("iTime is given to every shader", Refused(TestShaders.Plain("vec4(iTime)"), With("iTime", 1)).Message);

    [Fact]
    public void A_uniform_that_is_declared_and_not_used_is_no_mistake()
    {
        using Shader shader = TestShaders.Create("uniform float beat, unused;" + TestShaders.Plain("vec4(beat)"), new()
        {
            Uniforms = new Dictionary<string, Uniform> { ["beat"] = 1, ["unused"] = 1 },
        });
        Assert.Equal([0xFFFFFFFF], TestShaders.Draw(shader, 1, 1));
    }

    [Fact]
    public void A_uniform_that_is_not_finite_is_named_with_its_time()
    {
        using Shader shader = TestShaders.Create(
            "uniform float beat;" + TestShaders.Plain("vec4(beat)"), With("beat", Uniform.Of(t => t < 1 ? t : double.NaN)));
        ArgumentException refusal = Assert.Throws<ArgumentException>("beat", () => TestShaders.Draw(shader, 1, 1, 1.5));
        Assert.StartsWith("The uniform 'beat' is NaN at 1.5 s.", refusal.Message);
        Assert.Equal([0xFF000000], TestShaders.Draw(shader, 1, 1, 0));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_time_that_is_not_finite_is_refused(double t)
    {
        using Shader shader = TestShaders.Create(TestShaders.Plain("vec4(1.0)"));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(t), () => TestShaders.Draw(shader, 1, 1, t));
    }

    [Fact]
    public void A_frame_larger_than_the_driver_can_draw_is_refused()
    {
        using Shader shader = TestShaders.Create(TestShaders.Plain("vec4(1.0)"));
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => TestShaders.Draw(shader, Frame.MaxSide, 1));
        Assert.StartsWith("A picture of 32767×1 pixels is too large for ", refusal.Message);
        Assert.Equal([0xFFFFFFFF], TestShaders.Draw(shader, 1, 1));
    }

    [Fact]
    public void A_channel_larger_than_the_driver_can_hold_is_refused()
    {
        ShaderOptions wide = new() { Channels = [ShaderChannel.Pictures(Frame.MaxSide, 1, (_, _) => { })] };
        Assert.StartsWith("iChannel0 has 32767×1 pixels, ", Refused(TestShaders.Plain("vec4(1.0)"), wide).Message);
    }

    [Fact]
    public void What_a_channel_throws_is_thrown_where_the_picture_is_asked_for()
    {
        var broken = ShaderChannel.Pictures(1, 1, (_, _) => throw new InvalidOperationException("no picture"));
        using Shader shader = TestShaders.Create(TestShaders.Plain("vec4(1.0)"), new() { Channels = [broken] });
        Assert.Equal("no picture", Assert.Throws<InvalidOperationException>(() => TestShaders.Draw(shader, 1, 1)).Message);
    }

    [Fact]
    public void A_loop_without_end_ends()
    {
        using Shader shader = TestShaders.Create(
            "void mainImage(out vec4 c, in vec2 p) { float x = p.x; while (x > 0.0) x += 1.0; c = vec4(x); }");
        Assert.Single(TestShaders.Draw(shader, 1, 1));
    }

    [Fact]
    public void Five_channels_are_refused()
    {
        var channel = ShaderChannel.Pictures(1, 1, (_, _) => { });
        Assert.Throws<ArgumentException>(() => new ShaderOptions { Channels = [channel, channel, channel, channel, channel] });
    }

    [Fact]
    public void A_missing_library_is_named_with_what_to_install()
    {
        var missing = Assert.Throws<ShadersUnavailableException>(() => ShaderLibraries.Load(ShaderLibraries.Egl, _ => 0));
        Assert.StartsWith("Shaders need libEGL", missing.Message);
        Assert.Contains("Install", missing.Message);
    }

    [Theory]
    [InlineData("0:3(10): error: `y' undeclared", 3, "`y' undeclared")]
    [InlineData("0(3) : error C1503: undefined variable \"y\"", 3, "undefined variable \"y\"")]
    [InlineData("ERROR: 0:3: 'y' : undeclared identifier", 3, "'y' : undeclared identifier")]
    [InlineData("0:1(1): warning: unused\n0:2(1): error: worse.", 2, "worse")]
    public void Compilers_name_lines_in_their_ways(string log, int line, string reason)
    {
        ShaderException refusal = new ShaderSource("1\n2\n3", "waves.glsl").Refusal(log);
        Assert.Equal((line, $"waves.glsl, line {line}: {reason}.", log), (refusal.Line, refusal.Message, refusal.Log));
    }
}
