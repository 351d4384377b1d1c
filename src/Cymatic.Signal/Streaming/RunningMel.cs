namespace Cymatic.Signal;

/// <summary>Takes a frame of bands.</summary>
/// <param name="frame">Its number.</param>
/// <param name="bands">Power in each band; valid during the call.</param>
public delegate void BandHandler(int frame, ReadOnlySpan<float> bands);

/// <summary>The mel spectrogram of a sound that comes in blocks: the very numbers of <see cref="MelSpectrogram"/>.</summary>
public sealed class RunningMel
{
    private readonly RunningStft _frames;
    private readonly FilterBank _bank;
    private readonly float[] _power, _bands;

    /// <summary>A stream that has not begun.</summary>
    /// <inheritdoc cref="FilterBank.Mel"/>
    public RunningMel(int sampleRate, StftOptions? frames = null, MelOptions? bands = null)
    {
        frames ??= new();
        _frames = new(frames);
        _bank = FilterBank.Mel(sampleRate, frames.FftLength, bands);
        (_power, _bands) = (new float[frames.Bins], new float[_bank.Bands]);
    }

    /// <summary>The largest power of any band so far: what <see cref="RunningOnset"/> needs to know before it begins.</summary>
    public float Loudest { get; private set; }

    /// <summary>Takes the next samples and gives every frame that they complete.</summary>
    public void Push(ReadOnlySpan<float> block, BandHandler handler) => _frames.Push(block, Banded(handler));

    /// <summary>Ends the sound and gives the frames that reach beyond its end.</summary>
    public void Complete(BandHandler handler) => _frames.Complete(Banded(handler));

    private FrameHandler Banded(BandHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (frame, re, im) =>
        {
            Stft.Powers(re, im, _power);
            _bank.Apply(_power, _bands);
            Loudest = Math.Max(Loudest, System.Numerics.Tensors.TensorPrimitives.Max<float>(_bands));
            handler(frame, _bands);
        };
    }
}
