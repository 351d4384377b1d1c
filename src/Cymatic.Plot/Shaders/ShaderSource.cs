using System.Globalization;
using System.Text.RegularExpressions;

namespace Cymatic.Plot;

/// <summary>A fragment program in the Shadertoy convention, and what is put around it.</summary>
internal sealed partial class ShaderSource
{
    internal const string Vertex = """
        #version 300 es
        void main() { gl_Position = vec4(vec2((gl_VertexID << 1) & 2, gl_VertexID & 2) * 2.0 - 1.0, 0.0, 1.0); }
        """;

    // There is no mouse, and no date but time 0: the picture is a function of time.
    private const string Head = """
        #version 300 es
        precision highp float;
        precision highp int;
        precision highp sampler2D;
        uniform vec3 iResolution;
        uniform float iTime, iTimeDelta, iFrameRate, iSampleRate;
        uniform int iFrame;
        uniform float iChannelTime[4];
        uniform vec3 iChannelResolution[4];
        uniform sampler2D iChannel0, iChannel1, iChannel2, iChannel3;
        const vec4 iMouse = vec4(0.0);
        #define iDate vec4(0.0, 0.0, 0.0, iTime)
        layout(location = 0) out vec4 cymatic_pixel;
        #line 1

        """;

    // Red and blue change places here, because frames are blue, green, red, alpha; what is not a number is black.
    private const string Tail = """

        void main()
        {
            vec4 color = vec4(0.0, 0.0, 0.0, 1.0);
            mainImage(color, gl_FragCoord.xy);
            color = clamp(mix(color, vec4(0.0), isnan(color)), 0.0, 1.0);
            cymatic_pixel = ALPHA;
        }

        """;

    private readonly string _name;
    private readonly int _lines;

    /// <exception cref="ShaderException">The source is empty.</exception>
    internal ShaderSource(string source, string name)
    {
        if (string.IsNullOrWhiteSpace(source))
            throw new ShaderException($"{name} is empty: a fragment program has a function void mainImage(out vec4 color, in vec2 place).");
        (Text, _name) = (source, name);
        _lines = source.Count(letter => letter == '\n') + 1;
    }

    /// <summary>What the user wrote.</summary>
    internal string Text { get; }

    /// <summary>The whole program.</summary>
    internal string Fragment(bool transparent) =>
        Head + Text + Tail.Replace(
            "ALPHA", transparent ? "vec4(color.bgr * color.a, color.a)" : "vec4(color.bgr, 1.0)", StringComparison.Ordinal);

    /// <summary>Whether a uniform is declared, be it used or not.</summary>
    internal bool Declares(string uniform) => Declarations().Matches(Comments().Replace(Text, " "))
        .SelectMany(match => Names().Matches(match.Value))
        .Any(match => match.Value == uniform);

    /// <summary>What a compiler said, with the user's line and the reason in front.</summary>
    internal ShaderException Refusal(string log)
    {
        foreach (string said in log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Match match = Said().Match(said);
            if (!match.Success)
                continue;
            int line = int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture);
            string reason = match.Groups["reason"].Value.Trim();
            if (line <= _lines)
                return new($"{_name}, line {line}: {reason}.", line, log);
            return reason.Contains("mainImage", StringComparison.Ordinal)
                ? new($"{_name} has no function void mainImage(out vec4 color, in vec2 place).", null, log)
                : new($"{_name}, at its end: {reason}.", _lines, log);
        }

        string all = string.IsNullOrWhiteSpace(log) ? "the driver gives no reason" : log.Trim();
        return new($"{_name} is no fragment program: {all}.", null, log);
    }

    // Mesa: "0:3(10): error: …"; NVIDIA: "0(3) : error C1008: …"; ANGLE: "ERROR: 0:3: …".
    [GeneratedRegex(
        @"^(?:0:(?<line>\d+)\(\d+\): error:|0\((?<line>\d+)\) *: *error(?: *C\d+)? *:|ERROR: *0:(?<line>\d+):)(?<reason>.*?)\.?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Said();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\buniform\b[^;]*;")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Names();
}
