using System.Numerics;

namespace Cymatic.Signal;

/// <summary>A filter of finite length for samples that come in blocks: the very numbers of <see cref="FirFilter"/>, later.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class RunningFir<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly FftConvolver<T> _convolver;
    private readonly EdgePadding _padding;
    private readonly int _taps, _delay;
    private readonly T[] _block;

    // Samples with their extension before the first, from number _first of the extended ones on.
    private readonly List<T> _extended = [];
    private long _first, _count, _given;
    private bool _begun;

    internal RunningFir(FftConvolver<T> convolver, EdgePadding padding, int taps, int delay)
    {
        (_convolver, _padding, _taps, _delay) = (convolver, padding, taps, delay);
        _block = new T[convolver.Step];
    }

    /// <summary>Takes the next samples and gives all that can be given, in order.</summary>
    public void Push(ReadOnlySpan<T> samples, Action<ReadOnlyMemory<T>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (!Finite.All(samples))
            throw new ArgumentException($"One of {samples.Length} samples is not finite.", nameof(samples));
        _extended.AddRange(samples);
        _count += samples.Length;
        if (!_begun && _count >= _taps)
            Begin();
        while (_begun && _given + _convolver.Step + Offset <= _first + _extended.Count)
            Give(_convolver.Step, handler);
    }

    /// <summary>Ends the samples and gives the rest; then the stream may begin anew.</summary>
    public void Complete(Action<ReadOnlyMemory<T>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (!_begun)
            Begin();
        int edge = Edge;
        T[] tail = _padding.Extend<T>([.. _extended.TakeLast(edge + 1)], 0, edge);
        _extended.AddRange(tail.AsSpan(Math.Min(edge + 1, _extended.Count)));
        while (_given < _count)
            Give((int)Math.Min(_convolver.Step, _count - _given), handler);
        _extended.Clear();
        (_first, _count, _given, _begun) = (0, 0, 0, false);
    }

    private int Edge => (int)Math.Max(Math.Min(_taps, _count) - 1, 0);

    private int Offset => Edge + _delay;

    private void Begin()
    {
        _begun = true;
        int edge = Edge;
        T[] head = _padding.Extend<T>([.. _extended.Take(edge + 1)], edge, 0);
        _extended.InsertRange(0, head.AsSpan(0, edge));
    }

    private void Give(int count, Action<ReadOnlyMemory<T>> handler)
    {
        ReadOnlySpan<T> extended = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_extended);
        _convolver.Run(extended, checked((int)(_given + Offset - _first)), _block.AsSpan(0, count));
        handler(_block.AsMemory(0, count));
        _given += count;

        // What the next block and the turned end are made of has to stay.
        long needed = Math.Min(_given + Offset - _convolver.Taps + 1, _first + _extended.Count - _taps);
        if (needed - _first > 4L * _convolver.Step)
        {
            _extended.RemoveRange(0, (int)(needed - _first));
            _first = needed;
        }
    }
}
