using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>Writes a clip's samples to the encoder's second pipe, on a thread of its own: each pipe waits for the other.</summary>
internal sealed class SoundFeed : IDisposable
{
    private const int BlockSamples = 1 << 14;
    private readonly Thread _thread;
    private Exception? _failure;

    public SoundFeed(AudioClip audio, long samples, Stream pipe)
    {
        _thread = new Thread(() => Feed(audio, samples, pipe)) { IsBackground = true, Name = "Cymatic sound" };
        _thread.Start();
    }

    /// <summary>What the clip threw; null when nothing. A broken pipe is not its fault and does not count.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    /// <summary>Throws what the clip threw.</summary>
    public void Check()
    {
        if (Failure is { } failure)
            ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>Waits for the thread; the pipe was written to the end, or is broken.</summary>
    public void Dispose() => _thread.Join();

    private void Feed(AudioClip audio, long samples, Stream pipe)
    {
        try
        {
            int blockFrames = Math.Max(1, BlockSamples / audio.Channels);
            var block = new float[blockFrames * audio.Channels];
            for (long at = 0; at < samples; at += blockFrames)
            {
                Span<float> part = block.AsSpan(0, (int)Math.Min(blockFrames, samples - at) * audio.Channels);
                Render(audio, at, part);
                if (_failure is not null)
                    break;
                pipe.Write(MemoryMarshal.AsBytes(part));
            }

            pipe.Dispose();
        }
        catch (IOException)
        {
            // The encoder has ended: whoever feeds its pictures meets the same and asks it why.
            return;
        }
    }

    private void Render(AudioClip audio, long at, Span<float> part)
    {
        try
        {
            audio.Render(at, part);
        }
        catch (Exception e)
        {
            Volatile.Write(ref _failure, e);
        }
    }
}
