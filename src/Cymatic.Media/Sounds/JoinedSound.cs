namespace Cymatic.Media;

/// <summary>Sounds one after the other, each going over into the next.</summary>
internal sealed class JoinedSound : AudioClip
{
    private readonly ISoundSequence _sequence;
    private readonly int _reach;
    private JoinedCut? _last;

    public JoinedSound(ISoundSequence sequence, SoundJoin join)
        : base(sequence.Format.SampleRate, sequence.Format.Channels, sequence.Format.Length)
    {
        _sequence = sequence;
        _reach = (int)Math.Round(join.Seconds * SampleRate / 2);
    }

    /// <inheritdoc/>
    internal override (long Head, long Tail) Beyond =>
        Length < long.MaxValue ? (First.Clip.Beyond.Head, Last.Clip.Beyond.Tail) : (First.Clip.Beyond.Head, 0);

    private (AudioClip Clip, long Start, long End) First => _sequence.Part(0)!.Value;

    private (AudioClip Clip, long Start, long End) Last => _sequence.Part(_sequence.At(Length - 1))!.Value;

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        target.Clear();
        long from = Math.Max(0, firstSample), to = Math.Min(Length, firstSample + target.Length / Channels);
        if (from >= to)
            return;
        for (long index = _sequence.At(from); _sequence.Part(index) is { } part && part.Start < to; index++)
        {
            long begin = Math.Max(from, part.Start), end = Math.Min(to, part.End);
            part.Clip.Render(begin - part.Start, Slice(target, begin - firstSample, end - begin));
        }

        if (_reach > 0)
            JoinCuts(from, to, firstSample, target);
    }

    /// <inheritdoc/>
    internal override void RenderBeyond(long firstSample, Span<float> target)
    {
        Render(firstSample, target);
        long frames = target.Length / Channels, before = Math.Clamp(-firstSample, 0, frames);
        if (before > 0)
            First.Clip.RenderBeyond(firstSample, Slice(target, 0, before));
        long after = Length == long.MaxValue ? 0 : Math.Clamp(firstSample + frames - Length, 0, frames);
        if (after > 0)
            Last.Clip.RenderBeyond(firstSample + frames - after - Last.Start, Slice(target, frames - after, after));
    }

    // Cuts whose windows reach into the block: those of the sounds that it touches, and one more to either side.
    private void JoinCuts(long from, long to, long firstSample, Span<float> target)
    {
        long index = Math.Max(1, _sequence.At(Math.Max(0, from - 2 * _reach)));
        for (; _sequence.Part(index) is { } part && part.Start - 2 * _reach < to; index++)
        {
            if (part.Start + 2 * _reach <= from)
                continue;
            JoinedCut cut = Cut(index);
            long begin = Math.Max(from, cut.First), end = Math.Min(to, cut.First + cut.Samples.Length / Channels);
            if (begin < end)
                Slice(cut.Samples, begin - cut.First, end - begin).CopyTo(Slice(target, begin - firstSample, end - begin));
        }
    }

    // A reader that goes on from block to block asks for the same cut twice.
    private JoinedCut Cut(long index)
    {
        JoinedCut? last = Volatile.Read(ref _last);
        if (last is null || last.Index != index)
        {
            last = JoinedCut.Make(index, _sequence.Part(index - 1)!.Value, _sequence.Part(index)!.Value, _reach);
            Volatile.Write(ref _last, last);
        }

        return last;
    }

    private Span<float> Slice(Span<float> samples, long start, long count) => samples.Slice((int)start * Channels, (int)count * Channels);
}
