namespace Cymatic.Media;

/// <summary>A part of a sound, or a sound followed by silence.</summary>
internal sealed class CutSound : AudioClip
{
    private readonly AudioClip _source;
    private readonly long _first;

    private CutSound(AudioClip source, long first, long length)
        : base(source.SampleRate, source.Channels, length) => (_source, _first) = (source, first);

    /// <inheritdoc/>
    internal override (long Head, long Tail) Beyond
    {
        get
        {
            var (head, tail) = _source.Beyond;
            long rest = _source.Length == long.MaxValue ? long.MaxValue : _source.Length - _first - Length;
            return (head + _first, Length == long.MaxValue ? 0 : rest > long.MaxValue / 2 ? rest : Math.Max(0, rest + tail));
        }
    }

    /// <summary>So many samples from one on; the clip itself when that is all of it.</summary>
    public static AudioClip Of(AudioClip source, long first, long length) =>
        first == 0 && length == source.Length ? source : new CutSound(source, first, length);

    /// <summary>All samples from one on.</summary>
    public static AudioClip From(AudioClip source, long first) =>
        Of(source, first, source.Length == long.MaxValue ? long.MaxValue : source.Length - first);

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        long frames = target.Length / Channels;
        long from = Math.Clamp(firstSample, 0, Length), to = Math.Clamp(firstSample + frames, from, Length);
        int silent = (int)(to > from ? from - firstSample : frames) * Channels, heard = (int)(to - from) * Channels;
        target[..silent].Clear();
        if (heard > 0)
            _source.Render(_first + from, target.Slice(silent, heard));
        target[(silent + heard)..].Clear();
    }

    /// <inheritdoc/>
    internal override void RenderBeyond(long firstSample, Span<float> target) => _source.RenderBeyond(_first + firstSample, target);
}
