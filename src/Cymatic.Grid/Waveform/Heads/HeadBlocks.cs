namespace Cymatic.Grid;

/// <summary>
/// The spectra of a song's heads, two blocks of places at a time: those of an hour are 400 MB, and cost less to make again than to keep.
/// </summary>
internal sealed class HeadBlocks(HeadCorrelator correlator, WhitenedSong song, int[] starts)
{
    /// <summary>Places in a block: 32 MB of spectra.</summary>
    private const int Places = 2048;

    private readonly HeadSpectrum[][] _held = [[], []];
    private readonly int[] _numbers = [-1, -1];

    /// <summary>Number of blocks.</summary>
    public int Count => (starts.Length + Places - 1) / Places;

    /// <summary>The fingerprints of all heads, one after the other.</summary>
    public float[] Prints()
    {
        var prints = new float[starts.Length * HeadCorrelator.Bands];
        for (int block = 0; block < Count; block++)
        {
            Block held = Get(block, 0);
            for (int i = 0; i < held.Heads.Count; i++)
                held.Heads[i].Fingerprint.CopyTo(prints, (held.First + i) * HeadCorrelator.Bands);
        }

        return prints;
    }

    /// <summary>A block's spectra, in one of two slots; what the slot held before is gone.</summary>
    public Block Get(int block, int slot)
    {
        int first = block * Places, count = Math.Min(Places, starts.Length - first);
        if (_numbers[slot] != block)
            Fill(slot, first, count);
        _numbers[slot] = block;
        return new Block(first, new ArraySegment<HeadSpectrum>(_held[slot], 0, count));
    }

    private void Fill(int slot, int first, int count)
    {
        if (_held[slot].Length == 0)
            _held[slot] = new HeadSpectrum[count];
        HeadSpectrum[] heads = _held[slot];
        Parallel.For(0, count, i => heads[i] = correlator.Analyse(
            song.Channels, c => song.WindowMemory(c, starts[first + i], correlator.Length), heads[i]));
    }

    /// <summary>Spectra of neighbouring places.</summary>
    /// <param name="First">Index of the first place.</param>
    /// <param name="Heads">The spectra from that on.</param>
    internal readonly record struct Block(int First, ArraySegment<HeadSpectrum> Heads);
}
