using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// The filters by which a song is whitened; all pieces of a long song have the same, so that their sounds can be compared.
/// </summary>
/// <param name="Coder">Where a lossy coder has cut the song, or null.</param>
/// <param name="First">The filter for all that a coder has kept.</param>
/// <param name="Final">The filter that does not lift what a coder has spoilt; the first, when none has.</param>
internal sealed record Whitening(CodecCutoff? Coder, double[] First, double[] Final)
{
    /// <summary>Fitted to a song.</summary>
    public static Whitening Of(Sound song)
    {
        CodecCutoff? coder = CodecCutoff.Find(song);
        double[] first = coder is null ? LinearPredictor.Fit(song) : LinearPredictor.Fit(coder, distrust: false);
        return new Whitening(coder, first, coder is null ? first : LinearPredictor.Fit(coder, distrust: true));
    }
}
