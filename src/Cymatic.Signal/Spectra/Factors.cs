namespace Cymatic.Signal;

/// <summary>How lengths are taken apart.</summary>
internal static class Factors
{
    private static readonly int[] Primes = [13, 11, 7, 5, 3];

    /// <summary>The radices whose product is n, odd ones first; null when n has a prime factor above 13.</summary>
    public static int[]? Radices(int n)
    {
        var radices = new List<int>();
        foreach (int prime in Primes)
        {
            for (; n % prime == 0; n /= prime)
                radices.Add(prime);
        }

        int twos = int.TrailingZeroCount(n);
        if (n >> twos != 1)
            return null;

        // 2^(3a) = 8…; 2^(3a+1) = 8…·4·4 (or 2); 2^(3a+2) = 8…·4.
        int fours = twos switch { 1 => 0, _ => (twos % 3) switch { 0 => 0, 1 => 2, _ => 1 } };
        int eights = twos == 1 ? 0 : (twos - (2 * fours)) / 3;
        radices.AddRange(Enumerable.Repeat(8, eights));
        radices.AddRange(Enumerable.Repeat(4, fours));
        if (twos == 1)
            radices.Add(2);
        return [.. radices];
    }

    /// <summary>The smallest length from n up that is 1, 3 or 5 times a power of two: what a convolution is padded to.</summary>
    public static int FastLength(int n)
    {
        long best = (long)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)n);
        foreach (int odd in (ReadOnlySpan<int>)[3, 5])
        {
            long candidate = odd * (long)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)((n + odd - 1) / odd));
            best = Math.Min(best, candidate);
        }

        return checked((int)best);
    }
}
