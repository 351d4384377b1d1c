using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// One period of a loop, put wherever the song holds it: each quarter second has gain 1 where it fits, 0 where it does not.
/// </summary>
internal sealed class UnrolledLoop
{
    private const double FrameSeconds = 0.25;

    /// <summary>Share of the loop that the song must hold.</summary>
    private const double LeastProjection = 0.5;

    private readonly float[][] _one;
    private readonly double _period;
    private readonly int _frame;
    private readonly float[] _gains;

    /// <param name="song">The song in which the loop plays.</param>
    /// <param name="one">The channels of one period.</param>
    /// <param name="period">The period in samples.</param>
    public UnrolledLoop(Sound song, float[][] one, double period)
    {
        (_one, _period) = (one, period);
        _frame = Math.Max(1, (int)(FrameSeconds * song.SampleRate));
        _gains = Gains(song);
    }

    /// <summary>The loop from a sample of the song on.</summary>
    public void Render(int channel, int start, Span<float> loop)
    {
        Repeat(channel, start, loop);
        // From the middle of one frame to the middle of the next the gain changes evenly.
        for (int at = start, end = start + loop.Length, next; at < end; at = next)
        {
            int f = (int)Math.Floor((double)at / _frame - 0.5);
            next = Math.Min(end, (int)Math.Ceiling((f + 1.5) * _frame));
            Fade(loop[(at - start)..(next - start)], at, f);
        }
    }

    /// <summary>The whole loop, as long as the song.</summary>
    public Sound ToSound(Sound song)
    {
        var loop = new float[song.Channels][];
        for (int c = 0; c < loop.Length; c++)
        {
            loop[c] = new float[song.Length];
            Render(c, 0, loop[c]);
        }

        return new Sound(loop, song.SampleRate);
    }

    private void Repeat(int channel, int start, Span<float> loop)
    {
        float[] one = _one[channel];
        for (int at = start, end = start + loop.Length; at < end;)
        {
            long turn = (long)Math.Floor(at / _period);
            int next = Math.Min(end, (int)Math.Min(int.MaxValue, Math.Ceiling((turn + 1) * _period)));
            if (next <= at)
                next = at + 1;
            int phase = at - (int)Math.Round(turn * _period);
            for (; at < next; at++, phase++)
                loop[at - start] = one[Math.Clamp(phase, 0, one.Length - 1)];
        }
    }

    private void Fade(Span<float> loop, int start, int frame)
    {
        float a = _gains[Math.Clamp(frame, 0, _gains.Length - 1)], b = _gains[Math.Clamp(frame + 1, 0, _gains.Length - 1)];
        if (a == b)
        {
            TensorPrimitives.Multiply(loop, a, loop);
            return;
        }

        for (int i = 0; i < loop.Length; i++)
            loop[i] *= (float)(a + (b - a) * ((double)(start + i) / _frame - 0.5 - frame));
    }

    private float[] Gains(Sound song)
    {
        int frames = song.Length / _frame + 1;
        var fit = new (double Product, double Energy)[frames];
        var loop = new float[_frame];
        for (int f = 0; f < frames; f++)
        {
            int from = f * _frame, length = Math.Min(_frame, song.Length - from);
            for (int c = 0; c < song.Channels; c++)
            {
                Span<float> part = loop.AsSpan(0, length);
                Repeat(c, from, part);
                fit[f].Product += TensorPrimitives.Dot(song[c].Slice(from, length), part);
                fit[f].Energy += TensorPrimitives.SumOfSquares<float>(part);
            }
        }

        var gains = new float[frames];
        for (int f = 0; f < frames; f++)
        {
            ReadOnlySpan<(double Product, double Energy)> near = fit.AsSpan(Math.Max(0, f - 1)..Math.Min(frames, f + 2));
            double product = 0, energy = 1e-20;
            foreach ((double xy, double yy) in near)
                (product, energy) = (product + xy, energy + yy);
            gains[f] = product / energy > LeastProjection ? 1 : 0;
        }

        return gains;
    }
}
