namespace Cymatic.Media;

/// <summary>Sound by a function of time.</summary>
internal sealed class FunctionSound(int sampleRate, int channels, double duration, Action<double, Span<double>> wave)
    : AudioClip(sampleRate, channels, SampleTime.Count(duration, sampleRate))
{
    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        Span<double> values = Channels <= 16 ? stackalloc double[Channels] : new double[Channels];
        for (int n = 0; n < target.Length / Channels; n++)
        {
            values.Clear();
            long sample = firstSample + n;
            if (sample >= 0 && sample < Length)
                wave((double)sample / SampleRate, values);
            for (int c = 0; c < values.Length; c++)
                target[n * Channels + c] = (float)values[c];
        }
    }
}
