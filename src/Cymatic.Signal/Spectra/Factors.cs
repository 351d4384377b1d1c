namespace Cymatic.Signal;

/// <summary>How lengths are taken apart.</summary>
internal static class Factors
{
    // A block of columns of a prime length, or of its cofactor, shall stay in the second cache.
    private const int LongestColumn = 1 << 13;
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

    /// <summary>
    /// The one prime factor above 13 when it lies on a smooth number and leaves one, at least as wide as a vector: such lengths are
    /// transformed as columns of that prime; else 0.
    /// </summary>
    public static int ConvolvedPrime(int n, int lane)
    {
        int rest = n >> int.TrailingZeroCount(n);
        foreach (int prime in Primes)
        {
            while (rest % prime == 0)
                rest /= prime;
        }

        bool fits = rest > Primes[0] && rest <= LongestColumn && n / rest >= lane && n / rest <= LongestColumn;
        return fits && IsPrime(rest) && Radices(rest - 1) is not null ? rest : 0;
    }

    /// <summary>The least number whose powers are all of 1 … prime − 1.</summary>
    public static int PrimitiveRoot(int prime)
    {
        for (int root = 2; ; root++)
        {
            long power = root;
            int order = 1;
            for (; power != 1; order++)
                power = power * root % prime;
            if (order == prime - 1)
                return root;
        }
    }

    private static bool IsPrime(int n)
    {
        for (int divisor = 3; divisor * divisor <= n; divisor += 2)
        {
            if (n % divisor == 0)
                return false;
        }

        return true;
    }
}
