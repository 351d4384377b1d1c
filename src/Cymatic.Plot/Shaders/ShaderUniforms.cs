namespace Cymatic.Plot;

/// <summary>The user's uniforms of a program with their places.</summary>
internal sealed class ShaderUniforms
{
    // GL_FLOAT, GL_FLOAT_VEC2, GL_FLOAT_VEC3, GL_FLOAT_VEC4.
    private static readonly int[] Types = [0x1406, 0x8B50, 0x8B51, 0x8B52];
    private static readonly string[] Words = ["float", "vec2", "vec3", "vec4"];

    private readonly List<(string Name, int Location, Uniform Value)> _places = [];

    /// <exception cref="ShaderException">A uniform that is given but not declared, declared but not given, or of another type.</exception>
    internal ShaderUniforms(uint program, ShaderSource source, IReadOnlyDictionary<string, Uniform> given)
    {
        Dictionary<string, (int Type, int Count)> used = Used(program);
        foreach (var (name, value) in given)
        {
            if (name.StartsWith("iChannel", StringComparison.Ordinal) || BuiltIn.Contains(name))
                throw new ShaderException($"{name} is given to every shader: another uniform needs another name.");
            string word = Words[value.Size - 1];
            if (!used.TryGetValue(name, out (int Type, int Count) declared))
            {
                // One that is declared and not used is no mistake: compilers leave it out.
                if (!source.Declares(name))
                    throw new ShaderException($"The shader declares no uniform {word} {name}.");
                continue;
            }

            if (declared != (Types[value.Size - 1], 1))
                throw new ShaderException($"The uniform {name} is {Word(declared)} in the shader, but was given as {word}.");
            _places.Add((name, Gles.UniformLocation(program, name), value));
        }

        foreach (var (name, declared) in used)
        {
            if (!given.ContainsKey(name))
                throw new ShaderException($"The shader's uniform {Word(declared)} {name} is not given.");
        }
    }

    private static HashSet<string> BuiltIn { get; } =
        ["iResolution", "iTime", "iTimeDelta", "iFrameRate", "iSampleRate", "iFrame", "iMouse", "iDate"];

    /// <summary>The values at a time, four numbers for each uniform.</summary>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    internal float[] At(double t)
    {
        float[] values = new float[4 * _places.Count];
        for (int i = 0; i < _places.Count; i++)
            _places[i].Value.Write(_places[i].Name, t, values.AsSpan(4 * i, _places[i].Value.Size));
        return values;
    }

    /// <summary>Hands values to the program in use.</summary>
    internal unsafe void Set(float[] values)
    {
        fixed (float* first = values)
        {
            for (int i = 0; i < _places.Count; i++)
                Set(_places[i].Location, _places[i].Value.Size, first + 4 * i);
        }
    }

    /// <summary>Hands one to four numbers to the program in use.</summary>
    internal static unsafe void Set(int location, int size, float* numbers)
    {
        switch (size)
        {
            case 1: Gles.Uniform1(location, 1, numbers); break;
            case 2: Gles.Uniform2(location, 1, numbers); break;
            case 3: Gles.Uniform3(location, 1, numbers); break;
            default: Gles.Uniform4(location, 1, numbers); break;
        }
    }

    private static Dictionary<string, (int Type, int Count)> Used(uint program)
    {
        Gles.GetProgram(program, Gles.ActiveUniforms, out int count);
        Dictionary<string, (int, int)> used = [];
        for (int i = 0; i < count; i++)
        {
            var (name, type, length) = Gles.ActiveUniform(program, i);
            if (!name.StartsWith("iChannel", StringComparison.Ordinal) && !BuiltIn.Contains(name))
                used[name.EndsWith("[0]", StringComparison.Ordinal) ? name[..^3] : name] = (type, length);
        }

        return used;
    }

    private static string Word((int Type, int Count) declared)
    {
        int size = Array.IndexOf(Types, declared.Type);
        string word = size < 0 ? "of a type other than float, vec2, vec3 and vec4" : Words[size];
        return declared.Count > 1 ? $"an array of {declared.Count} ({word})" : word;
    }
}
