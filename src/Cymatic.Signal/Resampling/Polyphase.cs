using System.Collections.Concurrent;
using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>A filter that is evaluated between samples: one set of taps for each fraction of a sample.</summary>
/// <remarks>
/// Output n lies at input time n · Step / Phases. When that takes too many sets, taps are interpolated linearly between
/// <see cref="MaxPhases"/> sets: an error of π²/8 / 2048², −131 dB.
/// </remarks>
internal sealed unsafe class Polyphase
{
    private const int MaxPhases = 2048;
    private const int Remembered = 16;
    private static readonly ConcurrentDictionary<(SincDesign, long), Polyphase> Made = new();
    private readonly long _phases;
    private readonly bool _interpolated;
    private readonly float[] _taps;

    private Polyphase(SincDesign design, long phases)
    {
        _phases = phases;
        _interpolated = phases > MaxPhases;
        HalfLength = design.HalfLength;
        int lane = ComplexKernels.Widest<float>(), sets = _interpolated ? MaxPhases : (int)phases;
        Taps = ((2 * HalfLength) + lane - 1) / lane * lane;
        _taps = new float[checked(Taps * (_interpolated ? sets + 1 : sets))];
        Parallel.For(0, _taps.Length / Taps, set =>
        {
            // Tap k weighs the sample k + 1 − HalfLength places from the one at or before the output's time.
            for (int k = 0; k < 2 * HalfLength; k++)
                _taps[(set * Taps) + k] = (float)design.At(k + 1 - HalfLength - ((double)set / sets));
        });
    }

    /// <summary>Fractions of a sample at which outputs may lie.</summary>
    public long Phases => _phases;

    /// <summary>Samples behind the time of an output that it is made of, and as many before.</summary>
    public int HalfLength { get; }

    /// <summary>Taps in a set: whole vectors; the last may be zeros.</summary>
    public int Taps { get; }

    /// <summary>The filter for outputs at multiples of 1/phases of a sample; the last few are remembered.</summary>
    public static Polyphase Of(SincDesign design, long phases)
    {
        if (Made.Count > Remembered)
            Made.Clear();
        return Made.GetOrAdd((design, phases), static key => new Polyphase(key.Item1, key.Item2));
    }

    /// <summary>The input sample at or before an output.</summary>
    public long TimeOf(long output, long step) => (long)((Int128)output * step / _phases);

    /// <summary>Outputs First, First + 1, … for input whose sample at <paramref name="origin"/> is x[0].</summary>
    /// <remarks>x holds every sample that a tap falls on.</remarks>
    public void Run(ReadOnlySpan<float> x, long origin, (long First, long Step) outputs, Span<float> y)
    {
        if (Vector512.IsHardwareAccelerated)
            Run<Lane512<float>>(x, origin, outputs, y);
        else if (Vector256.IsHardwareAccelerated)
            Run<Lane256<float>>(x, origin, outputs, y);
        else
            Run<Lane128<float>>(x, origin, outputs, y);
    }

    private void Run<TLane>(ReadOnlySpan<float> x, long origin, (long First, long Step) outputs, Span<float> y)
        where TLane : unmanaged, ILane<TLane, float>
    {
        fixed (float* samples = x, taps = _taps)
        {
            Int128 start = (Int128)outputs.First * outputs.Step;
            long whole = (long)(start / _phases), phase = (long)(start % _phases);
            long wholeStep = outputs.Step / _phases, phaseStep = outputs.Step % _phases;
            for (int n = 0; n < y.Length; n++)
            {
                float* at = samples + (whole + 1 - HalfLength - origin);
                y[n] = _interpolated ? Between<TLane>(at, taps, (double)phase / _phases * MaxPhases)
                    : Dot<TLane>(at, taps + (phase * Taps));
                whole += wholeStep;
                phase += phaseStep;
                if (phase >= _phases)
                {
                    phase -= _phases;
                    whole++;
                }
            }
        }
    }

    private float Between<TLane>(float* x, float* taps, double set)
        where TLane : unmanaged, ILane<TLane, float>
    {
        int below = (int)set;
        float fraction = (float)(set - below), low = Dot<TLane>(x, taps + ((nint)below * Taps)),
            high = Dot<TLane>(x, taps + ((nint)(below + 1) * Taps));
        return low + (fraction * (high - low));
    }

    private float Dot<TLane>(float* x, float* taps)
        where TLane : unmanaged, ILane<TLane, float>
    {
        int lane = TLane.Count, k = 0;
        TLane a = TLane.All(0), b = a, c = a, d = a;
        for (; k <= Taps - (4 * lane); k += 4 * lane)
        {
            a = TLane.MultiplyAdd(TLane.Load(x + k), TLane.Load(taps + k), a);
            b = TLane.MultiplyAdd(TLane.Load(x + k + lane), TLane.Load(taps + k + lane), b);
            c = TLane.MultiplyAdd(TLane.Load(x + k + (2 * lane)), TLane.Load(taps + k + (2 * lane)), c);
            d = TLane.MultiplyAdd(TLane.Load(x + k + (3 * lane)), TLane.Load(taps + k + (3 * lane)), d);
        }

        for (; k < Taps; k += lane)
            a = TLane.MultiplyAdd(TLane.Load(x + k), TLane.Load(taps + k), a);
        return TLane.Sum(a + b + (c + d));
    }
}
