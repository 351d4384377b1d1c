namespace Cymatic.Signal;

/// <summary>Estimates one tempo for a whole sound.</summary>
/// <remarks>Equals librosa.feature.tempo: mean tempogram with a log-normal prior (Ellis, Journal of New Music Research 2007, section 3.2).</remarks>
public static class TempoEstimator
{
    /// <summary>The tempo in beats a minute; one of those whose beat is a whole number of the envelope's frames.</summary>
    /// <param name="envelope">The onset envelope, at least one frame long.</param>
    /// <param name="options">The prior; null: 120 beats a minute within an octave.</param>
    /// <param name="cancel">Ends the work.</param>
    public static double Bpm(OnsetEnvelope envelope, TempoOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        options ??= new TempoOptions();
        int window = Math.Max(2, (int)(options.WindowSeconds * envelope.Grid.FramesPerSecond));
        Tempogram tempogram = Tempogram.Of(envelope, window, cancel);
        double[] mean = Mean(tempogram);
        int best = 0;
        double bestScore = double.NegativeInfinity;
        for (int lag = 1; lag < window; lag++)
        {
            double bpm = tempogram.BpmOf(lag), octaves = Math.Log2(bpm / options.LikelyBpm) / options.SpreadOctaves;
            double score = bpm < options.BelowBpm ? Math.Log(1 + 1e6 * mean[lag]) - 0.5 * octaves * octaves : double.NegativeInfinity;
            if (score > bestScore)
                (best, bestScore) = (lag, score);
        }

        return best == 0 ? options.LikelyBpm : tempogram.BpmOf(best);
    }

    private static double[] Mean(Tempogram tempogram)
    {
        var mean = new double[tempogram.Lags];
        for (int frame = 0; frame < tempogram.Frames; frame++)
        {
            ReadOnlySpan<float> lags = tempogram[frame];
            for (int lag = 0; lag < mean.Length; lag++)
                mean[lag] += lags[lag];
        }

        for (int lag = 0; lag < mean.Length; lag++)
            mean[lag] = Math.Max(0, mean[lag] / Math.Max(1, tempogram.Frames));
        return mean;
    }
}
