using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>Refuses pictures of different sizes with a sentence that says both.</summary>
internal static class SameSize
{
    public static void Check(Frame source, Frame target, [CallerArgumentExpression(nameof(target))] string name = "") =>
        Check(Size(source), Size(target), name);

    public static void Check<T>(Frame source, Plane<T> target, [CallerArgumentExpression(nameof(target))] string name = "")
        where T : unmanaged => Check(Size(source), Size(target), name);

    public static void Check<T>(Plane<T> source, Frame target, [CallerArgumentExpression(nameof(target))] string name = "")
        where T : unmanaged => Check(Size(source), Size(target), name);

    public static void Check<TSource, TTarget>(
        Plane<TSource> source, Plane<TTarget> target, [CallerArgumentExpression(nameof(target))] string name = "")
        where TSource : unmanaged
        where TTarget : unmanaged => Check(Size(source), Size(target), name);

    private static (int Width, int Height) Size(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return (frame.Width, frame.Height);
    }

    private static (int Width, int Height) Size<T>(Plane<T> plane)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(plane);
        return (plane.Width, plane.Height);
    }

    private static void Check((int Width, int Height) source, (int Width, int Height) target, string name)
    {
        if (source != target)
        {
            throw new ArgumentException(
                $"A picture of {source.Width}×{source.Height} pixels does not fit one of {target.Width}×{target.Height}.", name);
        }
    }
}
