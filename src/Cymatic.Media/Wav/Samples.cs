using System.Buffers.Binary;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>Samples between little-endian bytes and floats of full scale ±1.</summary>
internal static class Samples
{
    /// <summary>Decodes <paramref name="samples"/>.Length samples of the format's kind.</summary>
    public static void Decode(WavFormat format, ReadOnlySpan<byte> bytes, Span<float> samples)
    {
        switch (format.IsFloat, format.Bytes)
        {
            case (true, 4): bytes.CopyTo(MemoryMarshal.AsBytes(samples)); break;
            case (true, _): TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, double>(bytes), samples); break;
            case (_, 1): DecodeBytes(bytes, samples); break;
            case (_, 2): DecodeShorts(MemoryMarshal.Cast<byte, short>(bytes), samples); break;
            case (_, 3): DecodeThrees(bytes, samples); break;
            default: DecodeInts(MemoryMarshal.Cast<byte, int>(bytes), samples); break;
        }
    }

    /// <summary>Encodes samples: the inverse of <see cref="Decode"/>, to the nearest value.</summary>
    public static void Encode(SampleFormat format, ReadOnlySpan<float> samples, Span<byte> bytes)
    {
        if (format == SampleFormat.FloatingPoint)
            MemoryMarshal.AsBytes(samples).CopyTo(bytes);
        else if (format == SampleFormat.Pcm16)
        {
            Span<short> shorts = MemoryMarshal.Cast<byte, short>(bytes);
            for (int n = 0; n < samples.Length; n++)
                shorts[n] = (short)Quantise(samples[n], 32768f);
        }
        else
        {
            for (int n = 0; n < samples.Length; n++)
            {
                int value = Quantise(samples[n], 8388608f);
                BinaryPrimitives.WriteInt16LittleEndian(bytes[(3 * n)..], (short)value);
                bytes[3 * n + 2] = (byte)(value >> 16);
            }
        }
    }

    /// <summary>Encodes to 24 bits that stand in the top three bytes of 32.</summary>
    public static void EncodeTopThree(ReadOnlySpan<float> samples, Span<int> ints)
    {
        for (int n = 0; n < samples.Length; n++)
            ints[n] = Quantise(samples[n], 8388608f) << 8;
    }

    /// <summary>Bytes of one sample.</summary>
    public static int BytesOf(SampleFormat format) => format switch { SampleFormat.Pcm16 => 2, SampleFormat.Pcm24 => 3, _ => 4 };

    private static int Quantise(float sample, float fullScale) =>
        (int)Math.Clamp(MathF.Round(sample * fullScale), -fullScale, fullScale - 1);

    private static void DecodeBytes(ReadOnlySpan<byte> bytes, Span<float> samples)
    {
        for (int n = 0; n < samples.Length; n++)
            samples[n] = (bytes[n] - 128) * (1f / 128);
    }

    private static void DecodeShorts(ReadOnlySpan<short> shorts, Span<float> samples)
    {
        ReadOnlySpan<Vector<short>> vectors = MemoryMarshal.Cast<short, Vector<short>>(shorts);
        Span<Vector<float>> floats = MemoryMarshal.Cast<float, Vector<float>>(samples);
        Vector<float> scale = new(1f / 32768);
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector.Widen(vectors[i], out Vector<int> low, out Vector<int> high);
            floats[2 * i] = Vector.ConvertToSingle(low) * scale;
            floats[2 * i + 1] = Vector.ConvertToSingle(high) * scale;
        }

        for (int n = vectors.Length * Vector<short>.Count; n < shorts.Length; n++)
            samples[n] = shorts[n] * (1f / 32768);
    }

    private static void DecodeThrees(ReadOnlySpan<byte> bytes, Span<float> samples)
    {
        for (int n = 0; n < samples.Length; n++)
        {
            ReadOnlySpan<byte> b = bytes.Slice(3 * n, 3);
            samples[n] = (b[0] | b[1] << 8 | (sbyte)b[2] << 16) * (1f / 8388608);
        }
    }

    private static void DecodeInts(ReadOnlySpan<int> ints, Span<float> samples)
    {
        TensorPrimitives.ConvertTruncating(ints, samples);
        TensorPrimitives.Multiply(samples, 1f / 2147483648f, samples);
    }
}
