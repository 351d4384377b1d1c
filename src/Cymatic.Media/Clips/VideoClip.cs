using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A picture for every time: a function that draws.</summary>
/// <remarks><see cref="Render"/> may be called by several threads at once, in any order; the same time gives the same picture.</remarks>
public abstract class VideoClip
{
    /// <param name="width">In pixels, 1 to <see cref="Frame.MaxSide"/>.</param>
    /// <param name="height">In pixels, 1 to <see cref="Frame.MaxSide"/>.</param>
    /// <param name="duration">In seconds, positive; infinite for a clip that never ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side or the duration is out of range.</exception>
    protected VideoClip(int width, int height, double duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Frame.MaxSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Frame.MaxSide);
        if (!(duration > 0))
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A clip lasts longer than 0 seconds.");
        (Width, Height, Duration) = (width, height, duration);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Length in seconds; infinite for a clip that never ends.</summary>
    public double Duration { get; }

    /// <summary>A clip that draws by a function; thread-safe and pure in time, as <see cref="Render"/> must be.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="duration">In seconds.</param>
    /// <param name="render">Fills all of the frame for a time in seconds.</param>
    public static VideoClip From(int width, int height, double duration, Action<double, Frame> render)
    {
        ArgumentNullException.ThrowIfNull(render);
        return new Function(width, height, duration, render);
    }

    /// <summary>Draws the picture at time <paramref name="t"/>.</summary>
    /// <param name="t">In seconds, from 0 to <see cref="Duration"/>.</param>
    /// <param name="target">Of this clip's size, with whatever it held before; all of it is filled.</param>
    public abstract void Render(double t, Frame target);

    private sealed class Function(int width, int height, double duration, Action<double, Frame> render) : VideoClip(width, height, duration)
    {
        public override void Render(double t, Frame target) => render(t, target);
    }
}
