using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Plot;

/// <summary>
/// What a shader reads through iChannel0 … iChannel3: sound or pictures. Coordinates run from 0 to 1, upwards as on the screen; between
/// texels colours are interpolated, beyond the edges they stay.
/// </summary>
public abstract class ShaderChannel
{
    private protected ShaderChannel(int width, int height, int components) => (Width, Height, Components) = (width, height, components);

    /// <summary>Texels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows of texels.</summary>
    public int Height { get; }

    /// <summary>Bytes of a texel: 1 (red) or 4 (red, green, blue, alpha; not premultiplied).</summary>
    internal int Components { get; }

    internal int Bytes => Width * Height * Components;

    /// <summary>Samples a second of a sound; 0 where there is none.</summary>
    internal virtual int SampleRate => 0;

    /// <summary>Whether it is the same at all times.</summary>
    internal virtual bool IsStill => false;

    /// <summary>
    /// A sound as Shadertoy gives it: 512×2 texels of which red counts, the spectrum at the bottom (y = 0.25), the waveform above
    /// (y = 0.75).
    /// </summary>
    /// <remarks>
    /// The 2048 samples before the time, as the Web Audio API analyses them ("AnalyserNode", W3C 2021): Blackman window, bins 0 to 511
    /// of 1025 (so up to a quarter of the sample rate), smoothed by 0.8 from one sixtieth of a second to the next, −100 to −30 dB as
    /// 0 to 1. The waveform is the first 512 of these samples, −1 to 1 as 0 to 1. Both are functions of time alone.
    /// </remarks>
    /// <param name="sound">Its channels are mixed.</param>
    /// <exception cref="ArgumentException">A sample that is not finite.</exception>
    public static ShaderChannel Audio(Sound sound) => new AudioTexture(sound);

    /// <summary>A picture that stands still.</summary>
    /// <param name="picture">Copied; it may be disposed afterwards.</param>
    public static ShaderChannel Picture(Frame picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        byte[] texels = new byte[picture.Width * picture.Height * 4];
        PictureTexture.Copy(picture, texels);
        return new PictureTexture(picture.Width, picture.Height, still: true, (_, target) => texels.CopyTo(target));
    }

    /// <summary>
    /// Pictures that depend on time, such as those of a clip: <c>ShaderChannel.Pictures(clip.Width, clip.Height, clip.Render)</c>.
    /// </summary>
    /// <param name="width">In pixels, 1 to <see cref="Frame.MaxSide"/>.</param>
    /// <param name="height">In pixels, 1 to <see cref="Frame.MaxSide"/>.</param>
    /// <param name="render">Fills all of a frame for a time in seconds; thread-safe and pure.</param>
    public static ShaderChannel Pictures(int width, int height, Action<double, Frame> render)
    {
        ArgumentNullException.ThrowIfNull(render);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Frame.MaxSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Frame.MaxSide);
        return new PictureTexture(width, height, still: false, (t, target) =>
        {
            using Frame frame = Frame.Rent(width, height);
            render(t, frame);
            PictureTexture.Copy(frame, target);
        });
    }

    /// <summary>Fills all texels for a time, the lowest row first.</summary>
    internal abstract void Write(double t, Span<byte> texels);
}
