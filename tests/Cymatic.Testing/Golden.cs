using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Cymatic.Testing;

/// <summary>The golden numbers' single values and sounds.</summary>
public static class Golden
{
    /// <summary>An array by its name in the manifest.</summary>
    public static Npy Array(string name) => Npy.Read(Repository.Golden(name + ".npy"));

    /// <summary>A single value by its name in the manifest, and within it by its field when it has several.</summary>
    public static double Value(string name, string? field = null)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Repository.Golden("manifest.json")));
        JsonElement value = manifest.RootElement.GetProperty(name).GetProperty("value");
        return (field is null ? value : value.GetProperty(field)).GetDouble();
    }

    /// <summary>A 16-bit mono WAV file as samples of ±1 and their rate.</summary>
    public static (float[] Samples, int SampleRate) Sound(string file) => Read(Repository.Golden(file));

    /// <summary>The same of our own golden sounds, wherever the others are.</summary>
    public static (float[] Samples, int SampleRate) OwnSound(string file) => Read(Repository.OwnGolden(file));

    private static (float[] Samples, int SampleRate) Read(string file)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
        int rate = 0;
        for (int at = 12; at + 8 <= bytes.Length;)
        {
            string id = Encoding.ASCII.GetString(bytes.Slice(at, 4));
            int length = BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 4)..]);
            ReadOnlySpan<byte> body = bytes.Slice(at + 8, length);
            if (id == "fmt ")
                rate = BinaryPrimitives.ReadInt32LittleEndian(body[4..]);
            if (id == "data")
                return (Samples(body), rate);
            at += 8 + length + (length & 1);
        }

        throw new InvalidDataException($"{file} has no data chunk.");
    }

    private static float[] Samples(ReadOnlySpan<byte> body)
    {
        var samples = new float[body.Length / 2];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(body[(2 * i)..]) / 32768f;
        return samples;
    }
}
