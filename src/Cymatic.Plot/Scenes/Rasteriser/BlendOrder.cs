namespace Cymatic.Plot;

/// <summary>What is not opaque, from far to near over all objects, sorted into bands.</summary>
internal sealed unsafe class BlendOrder
{
    private readonly NativeBuffer<ulong> _keys = new();
    private readonly NativeBuffer<(int Pieces, int Code)> _order = new();
    private int[] _starts = [];

    internal long Bytes => _keys.Bytes + _order.Bytes;

    /// <summary>Sorts all that is seen of these.</summary>
    /// <param name="all">Pieces that are not opaque.</param>
    /// <param name="bands">How many bands there are.</param>
    internal void Sort(List<Pieces> all, int bands)
    {
        long count = all.Sum(pieces => (long)pieces.Count);
        _keys.Reserve(Math.Max(1, count));
        if (_starts.Length < bands + 2)
            _starts = new int[bands + 2];
        Array.Clear(_starts);
        ulong* key = _keys.Pointer;
        for (int owner = 0; owner < all.Count; owner++)
        {
            for (int i = 0; i < all[owner].Count; i++)
            {
                Pieces.Seen seen = all[owner].List[i];
                *key = ((ulong)Ascending(seen.Depth) << 32) | (uint)(key - _keys.Pointer);
                key++;
                for (int band = seen.First; band <= seen.Last; band++)
                    _starts[band + 2]++;
            }
        }

        new Span<ulong>(_keys.Pointer, checked((int)count)).Sort();
        for (int band = 2; band < bands + 2; band++)
            _starts[band] += _starts[band - 1];
        _order.Reserve(Math.Max(1, _starts[bands + 1]));
        Fill(all, (int)count);
    }

    /// <summary>A band's pieces, from far to near.</summary>
    internal ReadOnlySpan<(int Pieces, int Code)> In(int band) => new(_order.Pointer + _starts[band], _starts[band + 1] - _starts[band]);

    private void Fill(List<Pieces> all, int count)
    {
        Span<int> firsts = all.Count <= 256 ? stackalloc int[256] : new int[all.Count];
        for (int owner = 1; owner < all.Count; owner++)
            firsts[owner] = firsts[owner - 1] + all[owner - 1].Count;
        firsts = firsts[..all.Count];
        for (int i = 0; i < count; i++)
        {
            int index = (int)(uint)_keys.Pointer[i], found = firsts.BinarySearch(index), owner = found >= 0 ? found : ~found - 1;
            // Of owners with nothing, all begin where the next does: the last of them has it.
            while (owner + 1 < firsts.Length && firsts[owner + 1] == firsts[owner])
                owner++;
            Pieces.Seen seen = all[owner].List[index - firsts[owner]];
            for (int band = seen.First; band <= seen.Last; band++)
                _order.Pointer[_starts[band + 1]++] = (owner, seen.Code);
        }
    }

    // Bits that rise as the number does.
    private static uint Ascending(float depth)
    {
        int bits = BitConverter.SingleToInt32Bits(depth);
        return (uint)(bits < 0 ? ~bits : bits ^ int.MinValue);
    }
}
