namespace Cymatic.Mosaic;

/// <summary>The units with the largest scores of all that were offered; of equal ones the first.</summary>
internal sealed class BestList(int capacity)
{
    private readonly float[] _scores = new float[capacity];
    private readonly int[] _units = new int[capacity];
    private int _count;

    /// <summary>The units, the best first.</summary>
    public ReadOnlySpan<int> Units => _units.AsSpan(0, _count);

    /// <summary>What a score must exceed to count.</summary>
    public float Threshold => _count < capacity ? float.NegativeInfinity : _scores[^1];

    /// <summary>Offers consecutive units.</summary>
    public void Offer(ReadOnlySpan<float> scores, int firstUnit)
    {
        const int Chunk = 128;
        for (int start = 0; start < scores.Length; start += Chunk)
        {
            ReadOnlySpan<float> chunk = scores.Slice(start, Math.Min(Chunk, scores.Length - start));
            if (System.Numerics.Tensors.TensorPrimitives.Max(chunk) <= Threshold)
                continue;
            for (int i = 0; i < chunk.Length; i++)
            {
                if (chunk[i] > Threshold)
                    Insert(chunk[i], firstUnit + start + i);
            }
        }
    }

    /// <summary>Offers one unit.</summary>
    public void Offer(float score, int unit)
    {
        if (score > Threshold)
            Insert(score, unit);
    }

    private void Insert(float score, int unit)
    {
        int at = _count < capacity ? _count++ : capacity - 1;
        for (; at > 0 && _scores[at - 1] < score; at--)
            (_scores[at], _units[at]) = (_scores[at - 1], _units[at - 1]);
        (_scores[at], _units[at]) = (score, unit);
    }
}
