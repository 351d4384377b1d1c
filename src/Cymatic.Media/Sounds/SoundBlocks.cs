namespace Cymatic.Media;

/// <summary>Whole sounds, read block by block from their beginning.</summary>
internal static class SoundBlocks
{
    private const int Frames = 1 << 14;

    public delegate void Taker(ReadOnlySpan<float> block);

    /// <summary>Gives each block in turn, channels side by side; the last one may be shorter.</summary>
    public static void Read(AudioClip clip, Taker take)
    {
        var block = new float[(int)Math.Min(Frames, clip.Length) * clip.Channels];
        for (long at = 0; at < clip.Length; at += Frames)
        {
            Span<float> part = block.AsSpan(0, (int)Math.Min(Frames, clip.Length - at) * clip.Channels);
            clip.Render(at, part);
            take(part);
        }
    }
}
