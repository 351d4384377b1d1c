using System.Buffers;
using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Finds, among all units of a corpus, those that seem likest by their 64 components.</summary>
/// <remarks>
/// Of a unit u of source s with mean μ, whole spectrum X₀ = μ + c·X₁: so ⟨t, X₀⟩ = ⟨t, μ⟩ + c·⟨t, X₁⟩, and the components of X₁ alone
/// give both the likeness of whole spectra and that of centred ones.
/// </remarks>
internal sealed class UnitSearch(Corpus corpus, SourceChoice choice, double centredWeight)
{
    private const int Tile = 1024;

    /// <summary>Offers every unit of the corpus to the lists of a block's targets.</summary>
    /// <param name="block">The targets.</param>
    /// <param name="likest">By A, one list for each target.</param>
    /// <param name="likestCentred">By X₁.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Search(TargetBlock block, BestList[] likest, BestList[] likestCentred, CancellationToken cancel)
    {
        int n = block.Count;
        float[] whole = ArrayPool<float>.Shared.Rent(n * Tile), centred = ArrayPool<float>.Shared.Rent(n * Tile);
        for (int s = 0; s < corpus.Sources.Count; s++)
        {
            CorpusSource source = corpus.Sources[s];
            if (!choice.IsAllowed(s))
                continue;
            float[] withMean = new float[n];
            RowProducts.Of(block.Whole, source.Facts.Mean, Analysis.Bands, withMean);
            for (int first = 0; first < source.Units; first += Tile)
            {
                cancel.ThrowIfCancellationRequested();
                int units = Math.Min(Tile, source.Units - first);
                using TableWindow<float> rows = corpus.Features.Map(source.FirstUnit + first, units);
                RowProducts.Of(block.WholeComponents, rows.Span, Analysis.Components, whole.AsSpan(0, n * units));
                RowProducts.Of(block.CentredComponents, rows.Span, Analysis.Components, centred.AsSpan(0, n * units));
                for (int i = 0; i < n; i++)
                {
                    Span<float> a = whole.AsSpan(i * units, units), x1 = centred.AsSpan(i * units, units);
                    Likeness(source.Facts, first, (withMean[i], (float)centredWeight), x1, a);
                    likest[i].Offer(a, source.FirstUnit + first);
                    likestCentred[i].Offer(x1, source.FirstUnit + first);
                }
            }
        }

        ArrayPool<float>.Shared.Return(whole);
        ArrayPool<float>.Shared.Return(centred);
    }

    /// <summary>A = (1−m)·⟨X₀⟩ + m·⟨X₁⟩ in place of the products of whole spectra's components.</summary>
    private static void Likeness(SourceFacts facts, int first, (float Mean, float Weight) target, ReadOnlySpan<float> x1, Span<float> a)
    {
        ReadOnlySpan<float> deviations = facts.Deviations.AsSpan(first, a.Length);
        TensorPrimitives.Multiply(a, deviations, a);
        TensorPrimitives.Add(a, target.Mean, a);
        TensorPrimitives.Multiply(a, 1 - target.Weight, a);
        TensorPrimitives.MultiplyAdd(x1, target.Weight, a, a);
        for (int i = 0; i < a.Length; i++)
        {
            if (deviations[i] == 0)
                a[i] = 0; // Silence is like nothing.
        }
    }
}
