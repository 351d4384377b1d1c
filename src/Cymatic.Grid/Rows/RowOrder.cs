using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Orders sounds so that similar ones become neighbouring rows, bright ones on top, and names them.</summary>
/// <remarks>
/// Fingerprints are compared by <see cref="FingerprintDistance"/>, clustered by average linkage, and laid out in the optimal leaf order
/// (Bar-Joseph et al. 2001). Beyond <see cref="MostCompared"/> sounds, which no one can read as rows, they are ordered by centroid.
/// </remarks>
public static class RowOrder
{
    /// <summary>Sounds up to which all pairs are compared.</summary>
    public const int MostCompared = 1000;

    /// <summary>Arranges the sounds of a song.</summary>
    /// <param name="song">The song.</param>
    /// <param name="occurrences">
    /// For each sound its playings: first sample and number of samples. Parts outside of the song are silent.
    /// </param>
    /// <param name="cancel">Stops the work.</param>
    public static RowArrangement Arrange(
        Sound song, IReadOnlyList<IReadOnlyList<(int Start, int Length)>> occurrences, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentNullException.ThrowIfNull(occurrences);
        SoundFingerprint[] fingerprints = Fingerprints(song, occurrences, cancel);
        cancel.ThrowIfCancellationRequested();
        return Arrange(fingerprints);
    }

    /// <summary>Arranges sounds by their fingerprints.</summary>
    internal static RowArrangement Arrange(SoundFingerprint[] fingerprints)
    {
        int[] order = Order(fingerprints);
        return new RowArrangement(order, RowNames.For(fingerprints, order), [.. fingerprints.Select(print => print.CentroidHz)]);
    }

    /// <summary>The fingerprint of every sound.</summary>
    internal static SoundFingerprint[] Fingerprints(
        Sound song, IReadOnlyList<IReadOnlyList<(int Start, int Length)>> occurrences, CancellationToken cancel)
    {
        var bands = new FingerprintBands(song.SampleRate);
        var fingerprints = new SoundFingerprint[occurrences.Count];
        Parallel.For(
            0,
            fingerprints.Length,
            new ParallelOptions { CancellationToken = cancel },
            () => new Fingerprinter(song, bands),
            (sound, _, maker) =>
            {
                fingerprints[sound] = maker.Of(occurrences[sound]);
                return maker;
            },
            _ => { });
        return fingerprints;
    }

    private static int[] Order(SoundFingerprint[] fingerprints)
    {
        int[] byBrightness = [.. Enumerable.Range(0, fingerprints.Length).OrderByDescending(sound => fingerprints[sound].CentroidHz)];
        if (fingerprints.Length is < 3 or > MostCompared)
            return byBrightness;
        DistanceMatrix distances = FingerprintDistance.Between(fingerprints);
        int[] order = OptimalLeafOrder.Of(Linkage.Average(distances), distances);
        double Brightness(IEnumerable<int> sounds) => sounds.Average(sound => Math.Log(1 + fingerprints[sound].CentroidHz));
        int half = order.Length / 2;
        if (Brightness(order.Take(half)) < Brightness(order.TakeLast(half)))
            Array.Reverse(order);
        return order;
    }
}
