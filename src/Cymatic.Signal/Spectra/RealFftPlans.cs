using System.Collections.Concurrent;
using System.Numerics;

namespace Cymatic.Signal;

/// <summary>Plans of real transforms that the whole process shares.</summary>
public static class RealFft
{
    /// <summary>The plan for a length, made once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A length below 1.</exception>
    public static RealFft<T> Shared<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T> => Plans<T>.OfLength.GetOrAdd(length, static n => new RealFft<T>(n));

    private static class Plans<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static readonly ConcurrentDictionary<int, RealFft<T>> OfLength = new();
    }
}
