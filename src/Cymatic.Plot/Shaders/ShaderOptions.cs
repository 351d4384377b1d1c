namespace Cymatic.Plot;

/// <summary>What runs a shader.</summary>
public enum ShaderDevice
{
    /// <summary>A graphics card where one can be used, else a program. Pixels differ a little from one card to another.</summary>
    Fastest,

    /// <summary>A program (Mesa's llvmpipe): the same pixels at each run.</summary>
    Software,
}

/// <summary>What a shader is given besides time and size.</summary>
public sealed record ShaderOptions
{
    private const int MostChannels = 4;

    /// <summary>Own uniforms by name; the program declares each: <c>uniform vec3 tint;</c>.</summary>
    public IReadOnlyDictionary<string, Uniform> Uniforms { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); }
        = new Dictionary<string, Uniform>();

    /// <summary>iChannel0 to iChannel3; those that are not given are black.</summary>
    /// <exception cref="ArgumentException">More than four.</exception>
    public IReadOnlyList<ShaderChannel> Channels
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value.Count <= MostChannels ? value
                : throw new ArgumentException($"A shader has {MostChannels} channels, not {value.Count}.", nameof(value));
        }
    } = [];

    /// <summary>Frames a second, from which iFrame, iFrameRate and iTimeDelta follow; the picture can be asked for at any time.</summary>
    public double FrameRate
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A frame rate is positive and finite.");
    } = 30;

    /// <summary>Whether the fourth part of the program's colour is alpha. By default it is ignored, as Shadertoy does.</summary>
    public bool IsTransparent { get; init; }

    /// <summary>What runs it.</summary>
    public ShaderDevice Device { get; init; }
}
