using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Imaging;

/// <summary>A tone curve applied to rows of premultiplied pixels: the table is one of straight colours.</summary>
internal static class ToneRow
{
    public static void Apply(ToneCurve curve, Span<uint> pixels)
    {
        int start = Avx512Vbmi.IsSupported && Avx512BW.IsSupported ? ApplyVectors(curve, pixels) : 0;
        ref byte red = ref MemoryMarshal.GetReference(curve.Red), green = ref MemoryMarshal.GetReference(curve.Green);
        ref byte blue = ref MemoryMarshal.GetReference(curve.Blue);
        for (int i = start; i < pixels.Length; i++)
        {
            uint pixel = pixels[i], alpha = pixel >> 24;
            if (alpha == 255)
            {
                pixels[i] = 0xFF000000 | ((uint)Unsafe.Add(ref red, (pixel >> 16) & 255) << 16)
                    | ((uint)Unsafe.Add(ref green, (pixel >> 8) & 255) << 8) | Unsafe.Add(ref blue, pixel & 255);
            }
            else if (alpha > 0)
            {
                pixels[i] = Translucent(curve, pixel, alpha);
            }
        }
    }

    // Tables of 256 bytes lie in four registers; an instruction looks up 64 bytes in 128 entries. Stops at the first translucent pixel.
    private static int ApplyVectors(ToneCurve curve, Span<uint> pixels)
    {
        ReadOnlySpan<byte> red = curve.Red, green = curve.Green, blue = curve.Blue;
        Vector512<byte> r0 = Vector512.Create(red), r1 = Vector512.Create(red[64..]);
        Vector512<byte> r2 = Vector512.Create(red[128..]), r3 = Vector512.Create(red[192..]);
        Vector512<byte> g0 = Vector512.Create(green), g1 = Vector512.Create(green[64..]);
        Vector512<byte> g2 = Vector512.Create(green[128..]), g3 = Vector512.Create(green[192..]);
        Vector512<byte> b0 = Vector512.Create(blue), b1 = Vector512.Create(blue[64..]);
        Vector512<byte> b2 = Vector512.Create(blue[128..]), b3 = Vector512.Create(blue[192..]);
        Vector512<byte> isRed = Vector512.Create(0x00FF0000u).AsByte(), isGreen = Vector512.Create(0x0000FF00u).AsByte();
        Vector512<uint> opaque = Vector512.Create(0xFF000000u);
        int i = 0;
        for (; i <= pixels.Length - 16; i += 16)
        {
            Vector512<uint> next = Vector512.Create<uint>(pixels[i..]);
            if ((next & opaque) != opaque)
                break;
            Vector512<byte> x = next.AsByte(), upper = Vector512.LessThan(x.AsSByte(), Vector512<sbyte>.Zero).AsByte();
            Vector512<byte> r = Vector512.ConditionalSelect(
                upper, Avx512Vbmi.PermuteVar64x8x2(r2, x, r3), Avx512Vbmi.PermuteVar64x8x2(r0, x, r1));
            Vector512<byte> g = Vector512.ConditionalSelect(
                upper, Avx512Vbmi.PermuteVar64x8x2(g2, x, g3), Avx512Vbmi.PermuteVar64x8x2(g0, x, g1));
            Vector512<byte> b = Vector512.ConditionalSelect(
                upper, Avx512Vbmi.PermuteVar64x8x2(b2, x, b3), Avx512Vbmi.PermuteVar64x8x2(b0, x, b1));
            Vector512<byte> mixed = Vector512.ConditionalSelect(isRed, r, Vector512.ConditionalSelect(isGreen, g, b));
            (mixed.AsUInt32() | opaque).CopyTo(pixels[i..]);
        }

        return i;
    }

    private static uint Translucent(ToneCurve curve, uint pixel, uint alpha)
    {
        uint red = curve.Red[(int)PixelLanes.Straight((pixel >> 16) & 255, alpha)];
        uint green = curve.Green[(int)PixelLanes.Straight((pixel >> 8) & 255, alpha)];
        uint blue = curve.Blue[(int)PixelLanes.Straight(pixel & 255, alpha)];
        return (PixelLanes.Scale((red << 16) | (green << 8) | blue, alpha) & 0x00FFFFFF) | (alpha << 24);
    }
}
