namespace Cymatic.Signal;

/// <summary>
/// How a sound is cut into frames. The defaults are those of music analysis: 2048 samples, three quarters overlapped, Hann.
/// </summary>
public sealed record StftOptions
{
    /// <summary>Samples of each transform.</summary>
    public int FftLength
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The FFT length must be positive.");
    } = 2048;

    /// <summary>Samples from a frame to the next; a quarter of the window when not given.</summary>
    public int HopLength
    {
        get => field > 0 ? field : Math.Max(1, WindowLength / 4);
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The hop must be positive.");
    }

    /// <summary>
    /// Samples of the window, at most <see cref="FftLength"/>, which it is when not given; zeros on both sides fill the rest.
    /// </summary>
    public int WindowLength
    {
        get => field > 0 ? field : FftLength;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The window length must be positive.");
    }

    /// <summary>The window's shape, periodic.</summary>
    public WindowShape Window { get; init; }

    /// <summary>Whether frame t is centred on sample t · hop and reaches beyond the sound; else it begins there.</summary>
    public bool Centred { get; init; } = true;

    /// <summary>What centred frames see before and behind the sound.</summary>
    public FrameEdges Edges { get; init; }

    /// <summary>Bins from 0 to half the rate.</summary>
    public int Bins => (FftLength / 2) + 1;

    /// <summary>Samples beyond each end that frames see.</summary>
    internal int Padding => Centred ? FftLength / 2 : 0;

    /// <summary>How many frames a sound of that many samples has; none when an uncentred sound is shorter than a frame.</summary>
    public int FramesOf(int samples)
    {
        long padded = samples + (2L * Padding);
        return padded < FftLength ? 0 : checked((int)(1 + ((padded - FftLength) / HopLength)));
    }

    /// <summary>The periodic window in the middle of FftLength zeros.</summary>
    internal float[] PaddedWindow()
    {
        if (WindowLength > FftLength)
            throw new ArgumentException($"A window of {WindowLength} samples does not fit into transforms of {FftLength}.");
        var padded = new float[FftLength];
        float[] window = Window == WindowShape.Hann
            ? Windows.Hann(WindowLength)
            : [.. Windows.Of(Window, WindowLength).Select(w => (float)w)];
        window.CopyTo(padded, (FftLength - WindowLength) / 2);
        return padded;
    }
}
