namespace Cymatic.Imaging.Tests;

/// <summary>Planes of TestData, and their comparison.</summary>
internal static class Planes
{
    public const string SciKit = "scikit-image-0.19.3";

    /// <summary>The grey picture that the scikit-image numbers were made of.</summary>
    public static Plane<float> Grey() => Read(SciKit, "grey");

    public static Plane<float> Read(string folder, string name)
    {
        Npy array = Pictures.Array(folder, name);
        Plane<float> plane = Plane.Rent<float>(array.Shape[1], array.Shape[0]);
        array.Floats.CopyTo(plane.Values);
        return plane;
    }

    public static Plane<byte> Bytes(int width, int height, ReadOnlySpan<int> values)
    {
        Plane<byte> plane = Plane.Rent<byte>(width, height);
        for (int i = 0; i < values.Length; i++)
            plane.Values[i] = (byte)values[i];
        return plane;
    }

    /// <summary>Red of the colour picture.</summary>
    public static Plane<byte> Red()
    {
        int[] values = Pictures.Array("", "image_rgb").Integers;
        Plane<byte> plane = Plane.Rent<byte>(128, 96);
        for (int i = 0; i < plane.Values.Length; i++)
            plane.Values[i] = (byte)values[3 * i];
        return plane;
    }

    public static void AssertEqual(string golden, Plane<float> plane, float tolerance)
    {
        float[] expected = Pictures.Array(SciKit, golden).Floats;
        Assert.Equal(expected.Length, plane.Values.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], plane.Values[i], tolerance);
    }
}
