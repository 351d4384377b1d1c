using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Sounds that play but once or twice and are two of the others together: they need no row.</summary>
/// <remarks>
/// Each row that plays more often has a template of several frames, the median of its patches. A convolutive factorisation with these
/// templates (Smaragdis 2004) says which two lie in a single patch; when their sum is nearer to the patch than the cut, it is them.
/// </remarks>
internal sealed class MixedPatches
{
    private const int Frames = PatchCutter.Compared + 2 * PatchCutter.Lead, Cells = Frames * PatchCutter.Bands;

    /// <summary>Playings of a row from which on its template is trusted, and how many of them are looked at.</summary>
    private const int LeastPlayings = 3, MostPlayings = 15;

    /// <summary>Rows whose templates are tried: the most similar ones.</summary>
    private const int MostTried = 6;

    private const int Iterations = 40;

    /// <summary>
    /// Power that the weaker of two has at least, as a share of the stronger one's: what is less cannot be told from a tail.
    /// </summary>
    private const double LeastShare = 0.02;

    private readonly TimbrePatch[] _patches;
    private readonly (int Label, float[] Powers)[] _templates;

    private MixedPatches(TimbrePatch[] patches, int[] labels)
    {
        _patches = patches;
        _templates = [.. Enumerable.Range(0, labels.Length).GroupBy(i => labels[i]).Where(row => row.Count() >= LeastPlayings)
            .Select(row => (row.Key, Template([.. row])))];
    }

    /// <summary>
    /// For each patch whose label has too few to make a template of, all of them the same two others' sum: its index and the two labels.
    /// </summary>
    public static IReadOnlyDictionary<int, (int First, int Second)> Find(
        TimbrePatch[] patches, int[] labels, double cutDb, CancellationToken cancel)
    {
        var mixes = new MixedPatches(patches, labels);
        var counts = labels.CountBy(label => label).ToDictionary();
        int[] rare = [.. Enumerable.Range(0, labels.Length).Where(i => counts[labels[i]] < LeastPlayings)];
        var found = new (int, int)?[rare.Length];
        Parallel.For(0, rare.Length, new ParallelOptions { CancellationToken = cancel }, i => found[i] = mixes.Two(rare[i], cutDb));
        return rare.Zip(found).GroupBy(patch => labels[patch.First])
            .Where(row => row.First().Second is { } two && row.All(patch => patch.Second == two))
            .SelectMany(row => row).ToDictionary(patch => patch.First, patch => patch.Second!.Value);
    }

    private (int First, int Second)? Two(int single, double cutDb)
    {
        TimbrePatch patch = _patches[single];
        float[] powers = Powers(patch.Least);
        (int Label, float[] Powers)[] near = [.. _templates.OrderByDescending(t => Similarity(t.Powers, powers)).Take(MostTried)];
        if (near.Length < 2 || TensorPrimitives.Sum<float>(powers) <= 0)
            return null;
        // The templates may start up to the lead earlier or later: so many rows are added before.
        var values = new float[(Frames + PatchCutter.Lead) * PatchCutter.Bands];
        powers.CopyTo(values, PatchCutter.Lead * PatchCutter.Bands);
        var options = new ConvolutiveOptions { Components = near.Length, TemplateRows = Frames, Iterations = Iterations };
        float[] templates = [.. near.SelectMany(t => t.Powers)];
        ConvolutiveFactors found = ConvolutiveNmf.Activations(values, PatchCutter.Bands, templates, options);
        (int Component, double Power, int Start)[] loudest = [.. Enumerable.Range(0, near.Length)
            .Select(k => Activation(found, k, TensorPrimitives.Sum<float>(near[k].Powers))).OrderByDescending(a => a.Power).Take(2)];
        if (loudest[1].Power < LeastShare * loudest[0].Power)
            return null;
        float[] model = Levels([.. loudest.Select(a => (near[a.Component].Powers, Gain(found, a), a.Start - PatchCutter.Lead))]);
        return PatchDistance.Between(patch, new TimbrePatch(model, model, patch.Frames)) < cutDb
            ? Ordered(near[loudest[0].Component].Label, near[loudest[1].Component].Label)
            : null;
    }

    private static (int First, int Second) Ordered(int a, int b) => a < b ? (a, b) : (b, a);

    /// <summary>A template's power and where most of it starts, of the starts near the onset.</summary>
    private static (int Component, double Power, int Start) Activation(ConvolutiveFactors found, int component, float size)
    {
        double sum = 0;
        int start = 0;
        for (int t = 0; t <= 2 * PatchCutter.Lead; t++)
        {
            sum += found.Activations[t * found.Count + component];
            if (found.Activations[t * found.Count + component] > found.Activations[start * found.Count + component])
                start = t;
        }

        return (component, sum * size, start);
    }

    private static float Gain(ConvolutiveFactors found, (int Component, double Power, int Start) at)
    {
        float gain = 0;
        for (int t = 0; t <= 2 * PatchCutter.Lead; t++)
            gain += found.Activations[t * found.Count + at.Component];
        return gain;
    }

    /// <summary>Levels of a sum of templates, each with a gain and moved by frames.</summary>
    private static float[] Levels((float[] Powers, float Gain, int Move)[] parts)
    {
        var sum = new float[Cells];
        foreach ((float[] powers, float gain, int move) in parts)
        {
            int skipped = Math.Max(0, -move) * PatchCutter.Bands, moved = Math.Max(0, move) * PatchCutter.Bands;
            Span<float> target = sum.AsSpan(moved, Cells - moved - skipped);
            TensorPrimitives.MultiplyAdd(powers.AsSpan(skipped, target.Length), gain, target, target);
        }

        return PatchCutter.Levels(sum, TensorPrimitives.Max<float>(sum));
    }

    private float[] Template(int[] playings)
    {
        int taken = Math.Min(MostPlayings, playings.Length);
        float[][] powers =
        [
            .. Enumerable.Range(0, taken).Select(i => Powers(_patches[playings[(int)((long)i * playings.Length / taken)]].Least)),
        ];
        return Quantiles.OfColumns(powers, 0.5);
    }

    private static double Similarity(float[] a, float[] b)
    {
        double product = 0, energyA = 1e-20, energyB = 1e-20;
        for (int i = 0; i < Cells; i++)
        {
            // Square roots, so that the loudest cell does not decide alone.
            product += Math.Sqrt((double)a[i] * b[i]);
            energyA += a[i];
            energyB += b[i];
        }

        return product / Math.Sqrt(energyA * energyB);
    }

    /// <summary>Levels as powers, the loudest 1, what is at the floor 0.</summary>
    private static float[] Powers(float[] levels) =>
        [.. levels.Select(level => level > 0 ? MathF.Pow(10, (level - PatchCutter.FloorDb) / 10) : 0)];
}
