namespace Cymatic.Signal;

/// <summary>Takes a frame of a transform.</summary>
/// <param name="frame">Its number.</param>
/// <param name="re">Real parts of its bins; valid during the call.</param>
/// <param name="im">Imaginary parts.</param>
public delegate void FrameHandler(int frame, ReadOnlySpan<float> re, ReadOnlySpan<float> im);

/// <summary>The short-time Fourier transform of a sound that comes in blocks: the very numbers of <see cref="Stft"/>, in memory of one
/// frame.</summary>
public sealed class RunningStft
{
    private readonly StftOptions _options;
    private readonly FrameCutter _cutter;
    private readonly RealFft<float> _fft;
    private readonly float[] _time, _re, _im;
    private float[] _samples;
    private long _first, _end;
    private int _frame;

    /// <summary>A stream that has not begun.</summary>
    public RunningStft(StftOptions? options = null)
    {
        _options = options ?? new();
        _cutter = new(_options);
        _fft = RealFft.Shared<float>(_options.FftLength);
        (_time, _re, _im) = (new float[_options.FftLength], new float[_options.Bins], new float[_options.Bins]);
        _samples = new float[2 * _options.FftLength];
    }

    /// <summary>Takes the next samples and gives every frame that they complete.</summary>
    public void Push(ReadOnlySpan<float> block, FrameHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Keep(block);
        while (Math.Max(Start(_frame) + _options.FftLength, Mirrored(_frame)) <= _end)
            Give(handler);
    }

    /// <summary>Ends the sound and gives the frames that reach beyond its end; then the stream may begin anew.</summary>
    public void Complete(FrameHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        int frames = _options.FramesOf(checked((int)_end));
        while (_frame < frames)
            Give(handler);
        (_first, _end, _frame) = (0, 0, 0);
    }

    private long Start(int frame) => ((long)frame * _options.HopLength) - _options.Padding;

    /// <summary>Samples that the mirror before the sound takes: one more than its length.</summary>
    private long Mirrored(int frame) => _options.Edges == FrameEdges.Reflect && Start(frame) < 0 ? 1 - Start(frame) : 0;

    private void Give(FrameHandler handler)
    {
        _cutter.CutAt(_samples.AsSpan(0, (int)(_end - _first)), Start(_frame) - _first, _time);
        _fft.Forward(_time, _re, _im);
        handler(_frame++, _re, _im);
    }

    /// <summary>Forgets samples before the next frame and adds new ones.</summary>
    private void Keep(ReadOnlySpan<float> block)
    {
        long needed = Math.Clamp(Start(_frame) - 1, _first, _end); // one more, for the mirror at the end
        int kept = (int)(_end - needed);
        if (_samples.Length < kept + block.Length)
            Array.Resize(ref _samples, Math.Max((int)(_end - _first), kept + block.Length));
        _samples.AsSpan((int)(needed - _first), kept).CopyTo(_samples);
        block.CopyTo(_samples.AsSpan(kept));
        (_first, _end) = (needed, _end + block.Length);
    }
}
