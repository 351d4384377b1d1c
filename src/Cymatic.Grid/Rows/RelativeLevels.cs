namespace Cymatic.Grid;

/// <summary>Powers as levels below the largest.</summary>
internal static class RelativeLevels
{
    /// <summary>10 log₁₀ of each power over the largest, not below −<paramref name="floorDb"/>; silence is all at the floor.</summary>
    public static float[] Of(ReadOnlySpan<float> powers, float floorDb)
    {
        float largest = System.Numerics.Tensors.TensorPrimitives.Max(powers);
        var levels = new float[powers.Length];
        for (int i = 0; i < levels.Length; i++)
            levels[i] = largest > 0 && powers[i] > 0 ? Math.Max(-floorDb, 10 * MathF.Log10(powers[i] / largest)) : -floorDb;
        return levels;
    }
}
