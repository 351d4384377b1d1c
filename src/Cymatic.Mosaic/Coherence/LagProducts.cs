using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>How coherent a target is with some units: the largest |Σ T·C*·exp(iωτ)| of lags τ up to a millisecond.</summary>
internal sealed class LagProducts
{
    private const int MostLag = Analysis.SampleRate / 1000;
    private readonly PhaseTransform _transform;
    private readonly float[] _waves;

    public LagProducts(PhaseTransform transform)
    {
        _transform = transform;
        int bins = transform.Bins;
        _waves = new float[2 * (MostLag + 1) * bins];
        for (int lag = 0; lag <= MostLag; lag++)
        {
            for (int k = 0; k < bins; k++)
            {
                double angle = 2 * Math.PI * (transform.FirstBin + k) * lag / transform.Length;
                _waves[(lag * bins) + k] = (float)Math.Cos(angle);
                _waves[((MostLag + 1 + lag) * bins) + k] = (float)Math.Sin(angle);
            }
        }
    }

    /// <summary>Fills in the coherence with each unit at its best lag, and, where wanted, at none.</summary>
    public void Run(float[] target, IReadOnlyList<float[]> units, Span<float> best, Span<float> without = default)
    {
        int bins = _transform.Bins, lags = MostLag + 1;
        float[] products = new float[2 * units.Count * bins], sums = new float[2 * units.Count * 2 * lags];
        var scratch = new float[bins];
        for (int i = 0; i < units.Count; i++)
            Product(target, units[i], products.AsSpan(2 * i * bins, 2 * bins), scratch);
        RowProducts.Of(products, _waves, bins, sums);
        for (int i = 0; i < units.Count; i++)
        {
            ReadOnlySpan<float> re = sums.AsSpan(4 * i * lags, 2 * lags), im = sums.AsSpan(((4 * i) + 2) * lags, 2 * lags);
            float largest = 0;
            for (int lag = 0; lag < lags; lag++)
            {
                float a = re[lag], b = im[lags + lag], c = re[lags + lag], d = im[lag];
                largest = Math.Max(largest, Math.Max(((a - b) * (a - b)) + ((c + d) * (c + d)), ((a + b) * (a + b)) + ((d - c) * (d - c))));
                if (lag == 0 && !without.IsEmpty)
                    without[i] = MathF.Sqrt((a * a) + (d * d));
            }

            best[i] = Math.Min(1, MathF.Sqrt(largest));
        }
    }

    /// <summary>T·C*: real parts, then imaginary parts.</summary>
    internal static void Product(ReadOnlySpan<float> t, ReadOnlySpan<float> c, Span<float> product, Span<float> scratch)
    {
        int bins = scratch.Length;
        ReadOnlySpan<float> tr = t[..bins], ti = t[bins..], cr = c[..bins], ci = c[bins..];
        TensorPrimitives.Multiply(ti, ci, scratch);
        TensorPrimitives.MultiplyAdd(tr, cr, scratch, product[..bins]);
        TensorPrimitives.Multiply(tr, ci, scratch);
        TensorPrimitives.Negate<float>(scratch, scratch);
        TensorPrimitives.MultiplyAdd(ti, cr, scratch, product[bins..]);
    }
}
