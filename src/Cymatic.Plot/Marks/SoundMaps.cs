using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Plot;

/// <summary>Heat maps of what is made from sounds.</summary>
public static class SoundMaps
{
    /// <summary>A spectrogram over time in seconds and frequency in Hz, on whatever scale the axes have.</summary>
    /// <param name="spectrogram">Power, or what <paramref name="toDecibels"/> says otherwise.</param>
    /// <param name="rangeDb">Decibels below the loudest that are seen.</param>
    /// <param name="toDecibels">How numbers become decibels: null for power (10 log₁₀); for numbers that are decibels, x ↦ x.</param>
    /// <exception cref="ArgumentOutOfRangeException">A range that is not positive.</exception>
    public static HeatMap ToHeatMap(this Spectrogram spectrogram, double rangeDb = 80, Func<float, float>? toDecibels = null)
    {
        ArgumentNullException.ThrowIfNull(spectrogram);
        if (!(rangeDb > 0))
            throw new ArgumentOutOfRangeException(nameof(rangeDb), rangeDb, "A range of decibels must be positive.");
        toDecibels ??= power => 10 * MathF.Log10(MathF.Max(power, 1e-20f));
        int frames = spectrogram.Frames, bins = spectrogram.Bins;
        var decibels = new float[spectrogram.Values.Length];
        for (int frame = 0; frame < frames; frame++)
        {
            ReadOnlySpan<float> levels = spectrogram[frame];
            for (int bin = 0; bin < bins; bin++)
                decibels[bin * frames + frame] = toDecibels(levels[bin]);
        }

        Matrix values = new(decibels, Math.Max(1, frames));
        double loudest = float.IsNaN(values.Range.Greatest) ? 0 : values.Range.Greatest;
        double hop = 1 / spectrogram.Grid.FramesPerSecond, start = spectrogram.Grid.FirstSeconds;
        return new(values)
        {
            ExtentX = (start - hop / 2, start + (Math.Max(1, frames) - 0.5) * hop),
            Y = Numbers.From(spectrogram.FrequenciesHz),
            Map = ColorMap.Magma,
            Normalisation = Normalisation.Linear with { Low = loudest - rangeDb, High = loudest },
        };
    }

    /// <summary>A matrix of how alike each moment is to each other: square, both axes in seconds from the lower left.</summary>
    /// <param name="likeness">Rows and columns are moments.</param>
    /// <param name="secondsPerFrame">From a moment to the next.</param>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static HeatMap Recurrence(Matrix likeness, double secondsPerFrame = 1)
    {
        ArgumentNullException.ThrowIfNull(likeness);
        if (likeness.Rows != likeness.Columns)
            throw new ArgumentException($"A matrix of {likeness.Rows} rows and {likeness.Columns} columns is not square.",
                nameof(likeness));
        double end = Math.Max(1, likeness.Rows) * secondsPerFrame;
        return new(likeness) { ExtentX = (0, end), ExtentY = (0, end), Map = ColorMap.Grey.Reversed() };
    }
}
