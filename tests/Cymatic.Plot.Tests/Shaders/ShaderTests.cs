using System.Numerics;
using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class ShaderTests
{
    private const uint Red = 0xFFFF0000, Green = 0xFF00FF00, Blue = 0xFF0000FF, Black = 0xFF000000;

    [Fact]
    public void Colours_arrive_as_they_are() => Assert.Equal(0xFFFF8040, TestShaders.Pixel("vec4(1.0, 0.502, 0.251, 1.0)"));

    [Fact]
    public void Alpha_is_ignored() => Assert.Equal(Red, TestShaders.Pixel("vec4(1.0, 0.0, 0.0, 0.25)"));

    [Fact]
    public void Transparent_shaders_give_premultiplied_colours() =>
        Assert.Equal(0x80800000, TestShaders.Pixel("vec4(1.0, 0.0, 0.0, 0.502)", new() { IsTransparent = true }));

    [Fact]
    public void Places_start_in_the_lower_left_corner()
    {
        using Shader shader = TestShaders.Create(TestShaders.Plain("vec4(fragCoord / iResolution.xy, 0.0, 1.0)"));
        Assert.Equal([0xFF40BF00, 0xFFBFBF00, 0xFF404000, 0xFFBF4000], TestShaders.Draw(shader, 2, 2));
    }

    [Fact]
    public void Rows_of_frames_with_padding_are_whole()
    {
        using Shader shader = TestShaders.Create(TestShaders.Plain("vec4(vec2(lessThan(fragCoord, vec2(1.0))), 1.0, 1.0)"));
        const uint magenta = 0xFFFF00FF, cyan = 0xFF00FFFF, white = 0xFFFFFFFF;
        Assert.Equal([magenta, Blue, Blue, magenta, Blue, Blue, white, cyan, cyan], TestShaders.Draw(shader, 3, 3));
    }

    [Fact]
    public void Time_and_frame_number_follow_the_rate()
    {
        const string seen = "vec4(iTime / 4.0, float(iFrame) / 255.0, iTimeDelta, 1.0)";
        Assert.Equal(0xFFBF3C0D, TestShaders.Pixel(seen, new() { FrameRate = 20 }, 3));
    }

    [Fact]
    public void Uniforms_are_given_by_name()
    {
        using Shader shader = TestShaders.Create(
            "uniform float a; uniform vec2 b; uniform vec3 c; uniform vec4 d;" + TestShaders.Plain("vec4(a, b.y, c.z + d.w, 1.0)"),
            new()
            {
                Uniforms = new Dictionary<string, Uniform>
                {
                    ["a"] = Uniform.Of(t => t),
                    ["b"] = new Vector2(0, 0.2f),
                    ["c"] = Uniform.Of(t => new Vector3(0, 0, (float)t)),
                    ["d"] = new Vector4(0, 0, 0, 0.2f),
                },
            });
        Assert.Equal([0xFF663399], TestShaders.Draw(shader, 1, 1, 0.4));
    }

    [Fact]
    public void Pictures_stand_upright()
    {
        using Frame picture = Frame.Rent(1, 2);
        (picture.PixelRow(0)[0], picture.PixelRow(1)[0]) = (Red, Green);
        using Shader shader = TestShaders.Create(
            TestShaders.Plain("texture(iChannel1, fragCoord / iResolution.xy)"),
            new() { Channels = [ShaderChannel.Picture(picture), ShaderChannel.Picture(picture)] });
        Assert.Equal([Red, Green], TestShaders.Draw(shader, 1, 2));
    }

    [Fact]
    public void Transparent_pictures_come_back_as_they_are()
    {
        using Frame picture = Frame.Rent(1, 1);
        picture.PixelRow(0)[0] = 0x80402010;
        using Shader shader = TestShaders.Create(
            TestShaders.Plain("texture(iChannel0, vec2(0.5))"),
            new() { Channels = [ShaderChannel.Picture(picture)], IsTransparent = true });
        Assert.Equal([0x80402010], TestShaders.Draw(shader, 1, 1));
    }

    [Fact]
    public void Moving_pictures_are_those_of_the_time()
    {
        var film = ShaderChannel.Pictures(1, 1, (t, frame) => frame.PixelRow(0)[0] = t < 1 ? Red : Blue);
        using Shader shader = TestShaders.Create(TestShaders.Plain("texture(iChannel0, vec2(0.5))"), new() { Channels = [film] });
        Assert.Equal((Red, Blue, Red),
            (TestShaders.Draw(shader, 1, 1, 0)[0], TestShaders.Draw(shader, 1, 1, 2)[0], TestShaders.Draw(shader, 1, 1, 0)[0]));
    }

    [Fact]
    public void Channels_that_are_not_given_are_black() => Assert.Equal(Black, TestShaders.Pixel("texture(iChannel3, vec2(0.5))"));

    [Fact]
    public void Numbers_that_are_none_are_black() =>
        Assert.Equal(Black, TestShaders.Pixel("vec4(log(-1.0 - iTime), sqrt(-1.0 - iTime), 0.0, 1.0)"));

    [Fact]
    public void Sizes_may_change_from_picture_to_picture()
    {
        using Shader shader = TestShaders.Create(TestShaders.Plain("vec4(iResolution.xy / 255.0, 0.0, 1.0)"));
        Assert.All(TestShaders.Draw(shader, 7, 5), pixel => Assert.Equal(0xFF070500, pixel));
        Assert.All(TestShaders.Draw(shader, 40, 30), pixel => Assert.Equal(0xFF281E00, pixel));
    }

    [Fact]
    public void The_same_time_gives_the_same_pixels_on_any_thread()
    {
        using Shader shader = TestShaders.Create(TestShaders.Plain("vec4(0.5 + 0.5 * sin(fragCoord.xyx * 0.1 + iTime), 1.0)"));
        uint[] alone = TestShaders.Draw(shader, 33, 21, 1.25);
        uint[][] together = new uint[24][];
        Parallel.For(0, together.Length, i => together[i] = TestShaders.Draw(shader, 33, 21, i % 2 == 0 ? 1.25 : i));
        Assert.All(together.Where((_, i) => i % 2 == 0), pixels => Assert.Equal(alone, pixels));
    }

    [Fact]
    public void Several_shaders_do_not_disturb_each_other()
    {
        using Shader red = TestShaders.Create(TestShaders.Plain("vec4(1.0, 0.0, 0.0, 1.0)"));
        using Shader blue = TestShaders.Create(TestShaders.Plain("vec4(0.0, 0.0, 1.0, 1.0)"));
        Assert.Equal((Red, Blue, Red), (TestShaders.Draw(red, 1, 1)[0], TestShaders.Draw(blue, 1, 1)[0], TestShaders.Draw(red, 1, 1)[0]));
    }

    [Fact]
    public void A_disposed_shader_ends_its_thread()
    {
        Shader shader = TestShaders.Create(TestShaders.Plain("vec4(1.0)"));
        shader.Dispose();
        shader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => TestShaders.Draw(shader, 1, 1));
    }

    [Fact]
    public void A_file_is_compiled()
    {
        TestShaders.Require();
        string path = Path.Combine(Path.GetTempPath(), $"cymatic-shader-{Environment.ProcessId}.glsl");
        try
        {
            File.WriteAllText(path, "// Grün\n" + TestShaders.Plain("vec4(0.0, 1.0, 0.0, 1.0)"));
            using Shader shader = Shader.FromFile(path, new() { Device = ShaderDevice.Software });
            Assert.Equal(Green, TestShaders.Draw(shader, 1, 1)[0]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
