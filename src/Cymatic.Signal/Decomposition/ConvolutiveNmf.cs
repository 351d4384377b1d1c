using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>
/// Non-negative matrix factorisation whose components last several rows: rows[t] ≈ Σ_τ Σ_k activations[t − τ, k] · templates[k, τ].
/// </summary>
/// <remarks>
/// Smaragdis, "Non-negative Matrix Factor Deconvolution", ICA 2004, for the generalised Kullback–Leibler divergence. All templates and
/// all activations are each updated at once, with the denominators of what lies inside of the matrix, so that the divergence never rises
/// (the auxiliary function of Lee and Seung, NIPS 2001, holds for any model that is linear in what is updated).
/// </remarks>
public static class ConvolutiveNmf
{
    private const float Least = 1e-12f;

    /// <summary>Factorises rows × columns of numbers that are not negative, from random activations and templates.</summary>
    /// <param name="values">Row after row: usually the frames of a spectrogram.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="options">Components, rows of a template, iterations, seed; null: the defaults.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">No whole rows, or a number that is negative, infinite or NaN.</exception>
    public static ConvolutiveFactors Factorise(
        ReadOnlySpan<float> values, int columns, ConvolutiveOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new ConvolutiveOptions();
        Check(values, columns);
        var random = new Random(options.Seed);
        float[] templates = Random(random, options.Components * options.TemplateRows * columns);
        return Solve(values, columns, (templates, IsFixed: false), options, cancel);
    }

    /// <summary>How much of known templates there is in a matrix: only the activations are looked for.</summary>
    /// <param name="values">Row after row.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="templates">Components × template rows × columns, as the options say; not negative.</param>
    /// <param name="options">Components, rows of a template, iterations.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">No whole rows, a number that is negative, infinite or NaN, or templates of other
    /// sizes.</exception>
    public static ConvolutiveFactors Activations(
        ReadOnlySpan<float> values, int columns, ReadOnlySpan<float> templates, ConvolutiveOptions options,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(values, columns);
        if (templates.Length != options.Components * options.TemplateRows * columns)
        {
            string sizes = $"{options.Components} templates of {options.TemplateRows} rows of {columns}";
            throw new ArgumentException($"{templates.Length} numbers are not {sizes}.", nameof(templates));
        }

        return Solve(values, columns, (templates.ToArray(), IsFixed: true), options, cancel);
    }

    private static ConvolutiveFactors Solve(
        ReadOnlySpan<float> values, int columns, (float[] Values, bool IsFixed) templates, ConvolutiveOptions options,
        CancellationToken cancel)
    {
        int rows = values.Length / columns;
        float level = TensorPrimitives.Sum(values) / values.Length;
        var factors = new ConvolutiveFactors(
            new float[rows * options.Components], templates.Values, options.Components, options.TemplateRows, columns);
        // Even activations: each template is tried everywhere.
        float start = level / Math.Max(
            Least, options.Components * options.TemplateRows * TensorPrimitives.Average<float>(templates.Values));
        factors.Activations.AsSpan().Fill(Math.Max(start, Least));
        var step = new ConvolutiveStep(values.ToArray(), factors);
        for (int iteration = 0; iteration < options.Iterations; iteration++)
        {
            cancel.ThrowIfCancellationRequested();
            step.UpdateActivations();
            if (!templates.IsFixed)
                step.UpdateTemplates();
        }

        return factors with { Divergence = step.Divergence() };
    }

    private static float[] Random(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => 0.5f + random.NextSingle())];

    private static void Check(ReadOnlySpan<float> values, int columns)
    {
        if (columns < 1 || values.IsEmpty || values.Length % columns != 0)
            throw new ArgumentException($"{values.Length} numbers are no whole rows of {columns}.", nameof(values));
        if (!(TensorPrimitives.Min(values) >= 0) || !float.IsFinite(TensorPrimitives.Max(values)))
            throw new ArgumentException("Every number must be finite and not negative.", nameof(values));
    }
}
