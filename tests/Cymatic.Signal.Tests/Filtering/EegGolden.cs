namespace Cymatic.Signal.Tests;

/// <summary>Four channels of ten seconds at 256 Hz, and what MNE made of them.</summary>
internal static class EegGolden
{
    public const double Rate = 256;

    public static double[][] Channels() => Rows("eeg4_in");

    public static double[][] Rows(string name)
    {
        Npy array = Golden.Array(name);
        return [.. array.Doubles.Chunk(array.Shape[^1])];
    }

    public static void Same(string golden, double[][] ours, double share) =>
        Near.Same(Golden.Array(golden).Doubles, [.. ours.SelectMany(row => row)], share);
}
