namespace Cymatic.Imaging.Tests;

/// <summary>Arrays of TestData as frames, and frames that tests make up.</summary>
internal static class Pictures
{
    public static Npy Array(string folder, string name) =>
        Npy.Read(Repository.File("tests", "Cymatic.Imaging.Tests", "TestData", folder, name + ".npy"));

    /// <summary>An opaque or premultiplied H×W×3 or H×W×4 array of bytes, red first.</summary>
    public static Frame Read(string folder, string name)
    {
        Npy array = Array(folder, name);
        int[] values = array.Integers;
        int depth = array.Shape[2];
        Frame frame = Frame.Rent(array.Shape[1], array.Shape[0]);
        for (int y = 0; y < frame.Height; y++)
        {
            Span<byte> row = frame.Row(y);
            for (int x = 0; x < frame.Width; x++)
            {
                ReadOnlySpan<int> pixel = values.AsSpan(((y * frame.Width) + x) * depth, depth);
                row[4 * x] = (byte)pixel[2];
                row[(4 * x) + 1] = (byte)pixel[1];
                row[(4 * x) + 2] = (byte)pixel[0];
                row[(4 * x) + 3] = depth == 4 ? (byte)pixel[3] : (byte)255;
            }
        }

        return frame;
    }

    /// <summary>Valid premultiplied pixels of a seed: no part above alpha; one pixel of four is opaque, one of eight transparent.</summary>
    public static Frame Random(int width, int height, int seed, bool opaque = false)
    {
        var random = new Random(seed);
        Frame frame = Frame.Rent(width, height);
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = frame.Row(y);
            for (int x = 0; x < width; x++)
            {
                int alpha = opaque ? 255 : random.Next(8) switch { 0 or 1 => 255, 2 => 0, _ => random.Next(256) };
                for (int c = 0; c < 3; c++)
                    row[(4 * x) + c] = (byte)random.Next(alpha + 1);
                row[(4 * x) + 3] = (byte)alpha;
            }
        }

        return frame;
    }

    /// <summary>The largest difference of any part of any pixel.</summary>
    public static int Difference(Frame one, Frame other)
    {
        Assert.Equal((one.Width, one.Height), (other.Width, other.Height));
        int largest = 0;
        for (int y = 0; y < one.Height; y++)
        {
            ReadOnlySpan<byte> a = one.Row(y), b = other.Row(y);
            for (int i = 0; i < a.Length; i++)
                largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
        }

        return largest;
    }

    /// <summary>Whether no colour exceeds its alpha.</summary>
    public static bool IsPremultiplied(Frame frame)
    {
        for (int y = 0; y < frame.Height; y++)
        {
            ReadOnlySpan<byte> row = frame.Row(y);
            for (int i = 0; i < row.Length; i += 4)
            {
                if (Math.Max(row[i], Math.Max(row[i + 1], row[i + 2])) > row[i + 3])
                    return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Bytes that one call allocates on this thread: the least of several, as scratch comes from pools that collections empty.
    /// </summary>
    public static long Allocated(Action call) => Enumerable.Range(0, 20).Min(_ =>
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
