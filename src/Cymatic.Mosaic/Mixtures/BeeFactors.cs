using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Activations of fixed templates that explain spectra, found with the rules of "Let it Bee".</summary>
/// <remarks>
/// Each round: what is not the largest of its template within ±r, then what is not among the p largest of its time, is multiplied by
/// 1 − l/L; activations are added up along diagonals of ±c; then a Kullback–Leibler update (Lee and Seung, NIPS 2000, eq. 5).
/// </remarks>
internal sealed class BeeFactors
{
    private const float Tiny = 1e-12f;
    private readonly BeeOptions _options;
    private readonly int[] _units;
    private readonly float[] _templates, _byBand, _sums;
    private readonly Func<int, int> _sourceOf;
    private readonly int _count;

    /// <param name="units">Numbers of the corpus' units, rising.</param>
    /// <param name="templates">Their spectra of length one, row after row.</param>
    /// <param name="sourceOf">Which source a unit belongs to.</param>
    /// <param name="options">The rules.</param>
    public BeeFactors(int[] units, float[] templates, Func<int, int> sourceOf, BeeOptions options)
    {
        (_units, _templates, _sourceOf, _options, _count) = (units, templates, sourceOf, options, units.Length);
        _byBand = new float[templates.Length];
        _sums = new float[_count];
        for (int k = 0; k < _count; k++)
        {
            for (int band = 0; band < Analysis.Bands; band++)
                _byBand[(band * _count) + k] = templates[(k * Analysis.Bands) + band];
            _sums[k] = TensorPrimitives.Sum<float>(templates.AsSpan(k * Analysis.Bands, Analysis.Bands)) + Tiny;
        }
    }

    /// <summary>Activations: times × templates.</summary>
    public float[] Run(float[] spectra, int seed, CancellationToken cancel)
    {
        int times = spectra.Length / Analysis.Bands;
        var random = new Random(seed);
        float[] h = new float[times * _count], next = new float[h.Length];
        for (int i = 0; i < h.Length; i++)
            h[i] = 0.5f + random.NextSingle();
        for (int round = 1; round <= _options.Rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            float keep = 1 - ((float)round / _options.Rounds);
            Repetition(h, next, times, keep);
            Polyphony(next, times, keep);
            Continuity(next, h, times);
            Update(spectra, h);
        }

        return h;
    }

    private void Repetition(float[] h, float[] next, int times, float keep) => Parallel.For(0, times, t =>
    {
        Span<float> target = next.AsSpan(t * _count, _count);
        ReadOnlySpan<float> own = h.AsSpan(t * _count, _count);
        var largest = new float[_count];
        for (int other = Math.Max(0, t - _options.Repetition); other <= Math.Min(times - 1, t + _options.Repetition); other++)
            TensorPrimitives.Max(largest, h.AsSpan(other * _count, _count), largest);
        for (int k = 0; k < target.Length; k++)
            target[k] = own[k] >= largest[k] ? own[k] : own[k] * keep;
    });

    private void Polyphony(float[] h, int times, float keep) => Parallel.For(0, times, t =>
    {
        Span<float> own = h.AsSpan(t * _count, _count);
        var best = new BestList(Math.Min(_options.Polyphony, _count));
        best.Offer(own, 0);
        float least = best.Threshold;
        for (int k = 0; k < own.Length; k++)
            own[k] = own[k] >= least ? own[k] : own[k] * keep;
    });

    private void Continuity(float[] from, float[] to, int times)
    {
        from.CopyTo(to, 0);
        for (int step = 1; step <= _options.Continuity; step++)
        {
            int ahead = step;
            bool[] follows = [.. Enumerable.Range(0, _count).Select(k => Follows(k, ahead))];
            Parallel.For(0, times, t =>
            {
                for (int k = 0; k < _count; k++)
                {
                    if (t + ahead < times && follows[k])
                        to[(t * _count) + k] += from[((t + ahead) * _count) + k + ahead];
                    if (t >= ahead && k >= ahead && follows[k - ahead])
                        to[(t * _count) + k] += from[((t - ahead) * _count) + k - ahead];
                }
            });
        }
    }

    private bool Follows(int k, int step) =>
        k + step < _count && _units[k + step] == _units[k] + step && _sourceOf(_units[k]) == _sourceOf(_units[k + step]);

    private void Update(float[] spectra, float[] h) => UnitBlocks.Run(spectra.Length / Analysis.Bands, (first, count) =>
    {
        Span<float> own = h.AsSpan(first * _count, count * _count);
        float[] model = new float[count * Analysis.Bands], factors = new float[own.Length];
        RowProducts.Of(own, _byBand, _count, model);
        TensorPrimitives.Add(model, Tiny, model);
        TensorPrimitives.Divide(spectra.AsSpan(first * Analysis.Bands, model.Length), model, model);
        RowProducts.Of(model, _templates, Analysis.Bands, factors);
        for (int t = 0; t < count; t++)
        {
            Span<float> part = own.Slice(t * _count, _count);
            TensorPrimitives.Multiply(part, factors.AsSpan(t * _count, _count), part);
            TensorPrimitives.Divide(part, _sums, part);
        }
    }, default, block: 64);
}
