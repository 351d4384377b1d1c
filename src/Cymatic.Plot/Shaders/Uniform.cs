using System.Numerics;

namespace Cymatic.Plot;

/// <summary>A number, or a vector of two to four, that a shader is given: the same at all times, or a function of time.</summary>
/// <remarks>A function is called by several threads at once and gives the same value for the same time (in seconds).</remarks>
public sealed class Uniform
{
    private readonly Action<double, Span<float>> _write;

    private Uniform(int size, Action<double, Span<float>> write) => (Size, _write) = (size, write);

    /// <summary>How many numbers: 1 to 4.</summary>
    public int Size { get; }

    /// <summary>A float that depends on time.</summary>
    public static Uniform Of(Func<double, double> value) => Create(value, 1, static (value, numbers) => numbers[0] = (float)value);

    /// <summary>A vec2 that depends on time.</summary>
    public static Uniform Of(Func<double, Vector2> value) => Create(value, 2, static (value, numbers) => value.CopyTo(numbers));

    /// <summary>A vec3 that depends on time.</summary>
    public static Uniform Of(Func<double, Vector3> value) => Create(value, 3, static (value, numbers) => value.CopyTo(numbers));

    /// <summary>A vec4 that depends on time.</summary>
    public static Uniform Of(Func<double, Vector4> value) => Create(value, 4, static (value, numbers) => value.CopyTo(numbers));

    /// <summary>A float.</summary>
    public static implicit operator Uniform(double value) => Of(_ => value);

    /// <summary>A vec2.</summary>
    public static implicit operator Uniform(Vector2 value) => Of(_ => value);

    /// <summary>A vec3.</summary>
    public static implicit operator Uniform(Vector3 value) => Of(_ => value);

    /// <summary>A vec4.</summary>
    public static implicit operator Uniform(Vector4 value) => Of(_ => value);

    /// <summary>Writes the value at a time.</summary>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    internal void Write(string name, double t, Span<float> numbers)
    {
        _write(t, numbers);
        foreach (float number in numbers)
        {
            if (!float.IsFinite(number))
                throw new ArgumentException($"The uniform '{name}' is {string.Join(", ", numbers.ToArray())} at {t} s.", name);
        }
    }

    private static Uniform Create<T>(Func<double, T> value, int size, Action<T, Span<float>> write)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(size, (t, numbers) => write(value(t), numbers));
    }
}
