namespace Cymatic.Signal;

/// <summary>A low-pass filter as a sinc under a Kaiser window, at any point in time.</summary>
/// <remarks>
/// Kaiser, 1974: a stop band of A dB takes β = 0.1102 (A − 8.7) and (A − 8) / (2.285 · 2πΔf) samples for a transition Δf.
/// </remarks>
/// <param name="PassEdge">End of the pass band, in cycles a sample of the input.</param>
/// <param name="StopEdge">Begin of the stop band.</param>
internal readonly record struct SincDesign(double PassEdge, double StopEdge)
{
    /// <summary>Attenuation of the stop band: below the noise of 20 bits.</summary>
    public const double StopbandDb = 122;

    private const double Beta = 0.1102 * (StopbandDb - 8.7);
    private static readonly double Peak = Windows.Bessel0(Beta);

    /// <summary>Samples on either side of the middle.</summary>
    public int HalfLength => (int)Math.Ceiling((StopbandDb - 8) / (2.285 * 2 * Math.PI * (StopEdge - PassEdge)) / 2);

    /// <summary>The impulse response at a time in samples.</summary>
    public double At(double time)
    {
        double cutoff = PassEdge + StopEdge, angle = Math.PI * cutoff * time;
        double sinc = Math.Abs(angle) < 1e-9 ? 1 : Math.Sin(angle) / angle;
        double place = time / HalfLength;
        return Math.Abs(place) > 1 ? 0 : cutoff * sinc * Windows.Bessel0(Beta * Math.Sqrt(1 - (place * place))) / Peak;
    }
}
