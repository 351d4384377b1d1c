using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>What stands for silence.</summary>
internal static class QuietUnits
{
    private const int Most = 24;

    /// <summary>The quietest units of the sources that may be used, the quietest first.</summary>
    public static int[] Of(Corpus corpus, SourceChoice choice)
    {
        var quietest = new BestList(Math.Min(Most, corpus.Count));
        foreach (CorpusSource source in corpus.Sources.Where((_, s) => choice.IsAllowed(s)))
        {
            var quiet = new float[source.Units];
            TensorPrimitives.Negate(source.Facts.Levels, quiet);
            quietest.Offer(quiet, source.FirstUnit);
        }

        return quietest.Units.ToArray();
    }
}
