using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>Numbers of any type as bytes: whole-number types reach from 0 to their largest value, others from 0 to 1.</summary>
internal static class NumberRange<T>
    where T : INumber<T>
{
    // The largest value of a whole-number type, or 1.
    private static readonly double White = Largest();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte ToByte(T number)
    {
        if (typeof(T) == typeof(byte))
            return (byte)(object)number;
        if (typeof(T) == typeof(float))
            return Limit((float)(object)number * 255);
        if (typeof(T) == typeof(ushort))
            return (byte)((((uint)(ushort)(object)number * 255) + 32767) / 65535);
        return Limit(double.CreateSaturating(number) / White * 255);
    }

    public static T FromByte(byte value) => T.CreateSaturating(
        White == 1 ? value / 255.0 : Math.Round(value / 255.0 * White));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Limit(float scaled) => scaled > 0 ? (byte)Math.Min(scaled + 0.5f, 255) : (byte)0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Limit(double scaled) => scaled > 0 ? (byte)Math.Min(scaled + 0.5, 255) : (byte)0;

    // A whole-number type cannot hold a half; where its largest value has no end, 2³¹ − 1 has to do.
    private static double Largest()
    {
        if (T.CreateSaturating(0.5) != T.Zero)
            return 1;
        T saturated = T.CreateSaturating(double.MaxValue);
        double largest = double.CreateSaturating(saturated);
        return largest < 1e40 ? largest : int.MaxValue;
    }
}
