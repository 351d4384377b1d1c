namespace Cymatic.Signal;

/// <summary>The onset strength of a sound that comes in blocks: the very numbers of <see cref="OnsetEnvelope"/>.</summary>
/// <remarks>
/// Levels lie within 80 dB of the loudest band of the whole sound, which a stream cannot know: a first pass of <see cref="RunningMel"/>
/// tells it.
/// Without it there is no such floor: envelopes are the same where no band is quieter than that.
/// </remarks>
public sealed class RunningOnset
{
    private const float RangeDb = 80;
    private readonly RunningMel _mel;
    private readonly OnsetOptions _options;
    private readonly Queue<float[]> _earlier = new();
    private readonly float _floor;
    private readonly Queue<float> _delayed = new();

    /// <summary>A stream that has not begun.</summary>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="loudest">The largest power of any mel band of the whole sound; null: not known.</param>
    /// <param name="options">What is compared, and how; null: librosa's onset_strength.</param>
    /// <param name="frames">Frames; null: 2048 samples every 512.</param>
    public RunningOnset(int sampleRate, float? loudest = null, OnsetOptions? options = null, StftOptions? frames = null)
    {
        frames ??= new();
        _mel = new(sampleRate, frames);
        _options = options ?? new() { DelayFrames = frames.Centred ? frames.FftLength / (2 * frames.HopLength) : 0 };
        _floor = float.NegativeInfinity;
        if (loudest is { } power)
        {
            var level = new float[1];
            Decibels.FromPower([power], level, rangeDb: null);
            _floor = level[0] - RangeDb;
        }

        Fill();
    }

    /// <summary>Takes the next samples and gives the strength of every frame that they complete.</summary>
    public void Push(ReadOnlySpan<float> block, Action<int, float> handler) => _mel.Push(block, Compared(handler));

    /// <summary>Ends the sound and gives the frames that reach beyond its end.</summary>
    public void Complete(Action<int, float> handler)
    {
        _mel.Complete(Compared(handler));
        Fill();
    }

    private void Fill()
    {
        _earlier.Clear();
        _delayed.Clear();
        for (int i = 0; i < _options.DelayFrames; i++)
            _delayed.Enqueue(0);
    }

    private BandHandler Compared(Action<int, float> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (frame, bands) =>
        {
            var levels = new float[bands.Length];
            Decibels.FromPower(bands, levels, rangeDb: null);
            System.Numerics.Tensors.TensorPrimitives.Max(levels, _floor, levels);
            _delayed.Enqueue(_earlier.Count == _options.LagFrames ? OnsetEnvelope.Rise(_earlier.Dequeue(), levels, _options) : 0);
            _earlier.Enqueue(levels);
            handler(frame, _delayed.Dequeue());
        };
    }
}
