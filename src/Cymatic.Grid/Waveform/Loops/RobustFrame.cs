using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>What the repetitions of a period have in common around one moment of it.</summary>
internal sealed class RobustFrame
{
    /// <summary>Samples of a frame.</summary>
    public const int Length = 2048;

    private readonly Sound _song;
    private readonly double _period;
    private readonly int _repetitions;
    private readonly int _most;
    private readonly RealFft<float> _fft = RealFft.Shared<float>(Length);
    private readonly float[] _window;

    /// <param name="song">The song that repeats.</param>
    /// <param name="period">Its period in samples.</param>
    /// <param name="most">How many repetitions are looked at, evenly spread.</param>
    public RobustFrame(Sound song, double period, int most)
    {
        (_song, _period, _most) = (song, period, most);
        _repetitions = (int)Math.Ceiling(song.Length / period);
        SquaredWindow = [.. Enumerable.Range(0, Length).Select(n => (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * n / Length)))];
        _window = [.. SquaredWindow.Select(MathF.Sqrt)];
    }

    /// <summary>By what a frame is weighted: √Hann before the transform and again after the inverse one.</summary>
    public float[] SquaredWindow { get; }

    /// <summary>Working memory for one thread.</summary>
    public Scratch NewScratch() => new(_fft, Math.Min(_most, _repetitions + 2));

    /// <summary>The frame around <paramref name="centre"/> samples after a period's start, windowed twice.</summary>
    public float[] At(int channel, int centre, Scratch s)
    {
        int[] starts = [.. Enumerable.Range(-1, _repetitions + 2).Select(k => centre + (int)Math.Round(k * _period) - Length / 2)
            .Where(start => start >= -Length / 2 && start + Length <= _song.Length + Length / 2)];
        int count = Math.Min(_most, starts.Length), bins = _fft.Bins;
        var time = new float[Length];
        // What plays once may be anything.
        if (count < 2)
            return time;
        for (int k = 0; k < count; k++)
        {
            Cut(_song[channel], starts[(int)((long)k * starts.Length / count)], time);
            _fft.Forward(time, s.Re.AsSpan(k * bins, bins), s.Im.AsSpan(k * bins, bins));
        }

        RobustMean.Of(s.Re.AsSpan(0, count * bins), s.Im.AsSpan(0, count * bins), s.MeanRe, s.MeanIm);
        _fft.Inverse(s.MeanRe, s.MeanIm, time);
        TensorPrimitives.Multiply(time, _window, time);
        return time;
    }

    private void Cut(ReadOnlySpan<float> x, int start, Span<float> time)
    {
        time.Clear();
        int from = Math.Max(0, start), to = Math.Min(x.Length, start + Length);
        x[from..to].CopyTo(time[(from - start)..]);
        TensorPrimitives.Multiply(time, _window, time);
    }

    /// <summary>One thread's working memory.</summary>
    internal sealed class Scratch(RealFft<float> fft, int repetitions)
    {
        public float[] Re { get; } = new float[fft.Bins * repetitions];

        public float[] Im { get; } = new float[fft.Bins * repetitions];

        public float[] MeanRe { get; } = new float[fft.Bins];

        public float[] MeanIm { get; } = new float[fft.Bins];
    }
}
