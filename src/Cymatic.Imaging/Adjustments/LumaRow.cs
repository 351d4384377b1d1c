using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>Grey values of one row of pixels: of premultiplied colours, as they look over black.</summary>
internal readonly struct LumaRow
{
    private readonly uint _red, _green, _blue;
    private readonly (float Red, float Green, float Blue) _shares;

    public LumaRow(LumaWeights weights)
    {
        (_red, _green, _blue) = weights.Fixed();
        _shares = weights.Shares();
    }

    /// <summary>Greys as bytes, rounded.</summary>
    public void ToBytes(ReadOnlySpan<uint> pixels, Span<byte> greys)
    {
        int lanes = Vector<uint>.Count, i = 0;
        for (; i <= pixels.Length - (4 * lanes); i += 4 * lanes)
        {
            ReadOnlySpan<uint> next = pixels[i..];
            Vector<ushort> low = Vector.Narrow(Grey(new Vector<uint>(next)), Grey(new Vector<uint>(next[lanes..])));
            Vector<ushort> high = Vector.Narrow(Grey(new Vector<uint>(next[(2 * lanes)..])), Grey(new Vector<uint>(next[(3 * lanes)..])));
            Vector.Narrow(low, high).CopyTo(greys[i..]);
        }

        for (; i < pixels.Length; i++)
            greys[i] = (byte)Grey(pixels[i]);
    }

    /// <summary>Greys of 0 … 1.</summary>
    public void ToFloats(ReadOnlySpan<uint> pixels, Span<float> greys)
    {
        int lanes = Vector<uint>.Count, i = 0;
        var (red, green, blue) = (_shares.Red / 255, _shares.Green / 255, _shares.Blue / 255);
        for (; i <= pixels.Length - lanes; i += lanes)
        {
            var next = new Vector<uint>(pixels[i..]);
            ((Part(next >>> 16) * red) + (Part(next >>> 8) * green) + (Part(next) * blue)).CopyTo(greys[i..]);
        }

        for (; i < pixels.Length; i++)
            greys[i] = (((pixels[i] >> 16) & 255) * red) + (((pixels[i] >> 8) & 255) * green) + ((pixels[i] & 255) * blue);
    }

    /// <summary>Makes every pixel grey; alpha stays.</summary>
    public void Desaturate(Span<uint> pixels)
    {
        int lanes = Vector<uint>.Count, i = 0;
        for (; i <= pixels.Length - lanes; i += lanes)
        {
            var next = new Vector<uint>(pixels[i..]);
            Vector<uint> grey = Grey(next);
            ((next & new Vector<uint>(0xFF000000)) | (grey << 16) | (grey << 8) | grey).CopyTo(pixels[i..]);
        }

        for (; i < pixels.Length; i++)
            pixels[i] = (pixels[i] & 0xFF000000) | (Grey(pixels[i]) * 0x010101);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Part(Vector<uint> shifted) =>
        Vector.ConvertToSingle(Vector.AsVectorInt32(shifted & new Vector<uint>(255)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<uint> Grey(Vector<uint> pixels)
    {
        var low = new Vector<uint>(255);
        Vector<uint> sum = (((pixels >>> 16) & low) * _red) + (((pixels >>> 8) & low) * _green) + ((pixels & low) * _blue);
        return (sum + new Vector<uint>(32768)) >>> 16;
    }

    private uint Grey(uint pixel) =>
        ((((pixel >> 16) & 255) * _red) + (((pixel >> 8) & 255) * _green) + ((pixel & 255) * _blue) + 32768) >> 16;
}
