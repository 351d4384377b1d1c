using System.Runtime.InteropServices;
using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>Collects interleaved samples whose number is not known beforehand, and becomes a sound with one copy.</summary>
/// <remarks>
/// Blocks lie outside the managed heap, and while the channels are filled their pages are given back to the system one after another: at
/// the peak there are the samples once, and little more.
/// </remarks>
internal sealed unsafe class SampleSpool : IDisposable
{
    private const nuint BlockBytes = 48 << 20; // a block is a mapping of its own: the C library keeps smaller ones when they are freed
    private const int SliceBytes = 1 << 20;
    private readonly List<nint> _blocks = [];
    private readonly int _channels;
    private readonly nuint _blockBytes;
    private nuint _filled;

    public SampleSpool(int channels)
    {
        _channels = channels;
        _blockBytes = BlockBytes / (nuint)FrameBytes * (nuint)FrameBytes;
        _filled = _blockBytes;
    }

    /// <summary>Frames that are whole.</summary>
    public long Frames => Bytes / FrameBytes;

    private int FrameBytes => _channels * sizeof(float);

    private long Bytes => (long)_blocks.Count * (long)_blockBytes - (long)(_blockBytes - _filled);

    /// <summary>Room for the next bytes; call <see cref="Advance"/> with how many came.</summary>
    public Span<byte> Room()
    {
        if (_filled == _blockBytes)
        {
            _blocks.Add((nint)NativeMemory.Alloc(_blockBytes));
            _filled = 0;
        }

        return new Span<byte>((byte*)_blocks[^1] + _filled, (int)(_blockBytes - _filled));
    }

    /// <summary>So many bytes of <see cref="Room"/> were filled.</summary>
    public void Advance(int bytes) => _filled += (nuint)bytes;

    /// <summary>Moves the samples into a sound; the spool is empty afterwards.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="mono">Take the mean of the channels.</param>
    /// <param name="silenced">Samples that were not finite and became 0.</param>
    public Sound ToSound(int sampleRate, bool mono, out long silenced)
    {
        int length = checked((int)Frames), at = 0;
        var channels = new float[mono ? 1 : _channels][];
        for (int c = 0; c < channels.Length; c++)
            channels[c] = GC.AllocateUninitializedArray<float>(length);
        silenced = 0;
        for (int i = 0; i < _blocks.Count; i++)
        {
            int end = (int)Math.Min(at + (long)(_blockBytes / (nuint)FrameBytes), length);
            for (byte* from = (byte*)_blocks[i]; at < end;)
            {
                int frames = Math.Min(end - at, Math.Max(1, SliceBytes / FrameBytes));
                var samples = new Span<float>(from, frames * _channels);
                silenced += NonFinite.Silence(samples);
                if (mono && _channels > 1)
                    Interleaving.Mean(samples, _channels, channels[0].AsSpan(at, frames));
                else
                    Interleaving.Split(samples, channels, at);
                at += frames;
                from += frames * FrameBytes;
                Libc.GiveBack((byte*)_blocks[i], from);
            }

            Free(i);
        }

        return new Sound(channels, sampleRate);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (int i = 0; i < _blocks.Count; i++)
            Free(i);
        _blocks.Clear();
        _filled = _blockBytes;
    }

    private void Free(int block)
    {
        NativeMemory.Free((void*)_blocks[block]);
        _blocks[block] = 0;
    }
}
