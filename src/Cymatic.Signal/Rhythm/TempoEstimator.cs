namespace Cymatic.Signal;

/// <summary>Estimates one tempo for a whole sound.</summary>
/// <remarks>
/// Equals librosa.feature.tempo: mean tempogram with a log-normal prior (Ellis, Journal of New Music Research 2007, section 3.2).
/// </remarks>
public static class TempoEstimator
{
    private const int PartFrames = 8192;

    /// <summary>The tempo in beats a minute; one of those whose beat is a whole number of the envelope's frames.</summary>
    /// <param name="envelope">The onset envelope, at least one frame long.</param>
    /// <param name="options">The prior; null: 120 beats a minute within an octave.</param>
    /// <param name="cancel">Ends the work.</param>
    public static double Bpm(OnsetEnvelope envelope, TempoOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        options ??= new TempoOptions();
        int window = Math.Max(2, (int)(options.WindowSeconds * envelope.Grid.FramesPerSecond));
        double[] mean = Mean(envelope, window, cancel);
        double perMinute = 60 * envelope.Grid.FramesPerSecond;
        int best = 0;
        double bestScore = double.NegativeInfinity;
        for (int lag = 1; lag < window; lag++)
        {
            double bpm = perMinute / lag, octaves = Math.Log2(bpm / options.LikelyBpm) / options.SpreadOctaves;
            double score = bpm < options.BelowBpm ? Math.Log(1 + 1e6 * mean[lag]) - 0.5 * octaves * octaves : double.NegativeInfinity;
            if (score > bestScore)
                (best, bestScore) = (lag, score);
        }

        return best == 0 ? options.LikelyBpm : perMinute / best;
    }

    /// <summary>The mean over all frames for each lag; a part of the tempogram at a time.</summary>
    private static double[] Mean(OnsetEnvelope envelope, int window, CancellationToken cancel)
    {
        var mean = new double[window];
        int frames = envelope.Values.Length;
        for (int first = 0; first < frames; first += PartFrames)
        {
            Tempogram part = Tempogram.Of(envelope, window, (first, Math.Min(PartFrames, frames - first)), cancel);
            for (int frame = 0; frame < part.Frames; frame++)
            {
                ReadOnlySpan<float> lags = part[frame];
                for (int lag = 0; lag < mean.Length; lag++)
                    mean[lag] += lags[lag];
            }
        }

        for (int lag = 0; lag < mean.Length; lag++)
            mean[lag] = Math.Max(0, mean[lag] / Math.Max(1, frames));
        return mean;
    }
}
