namespace Cymatic.Signal.Tests;

/// <summary>What scipy makes of 73 points (the script that made it lies beside the numbers).</summary>
internal static class ScipyClustering
{
    public static Npy Array(string name) => Npy.Read(Repository.File("tests", "data", "scipy-1.10.1", name + ".npy"));

    public static DistanceMatrix Distances()
    {
        float[] pairs = Array("distances").Floats;
        return new DistanceMatrix(pairs, (int)Math.Round((1 + Math.Sqrt(1 + 8.0 * pairs.Length)) / 2));
    }
}
