namespace Cymatic.Signal;

/// <summary>How a convolutive factorisation is made.</summary>
public sealed record ConvolutiveOptions
{
    /// <summary>Number of components, at least 1.</summary>
    public int Components
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least one component.");
    } = 4;

    /// <summary>Rows that a template lasts, at least 1; with 1 it is an ordinary factorisation.</summary>
    public int TemplateRows
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A template has at least one row.");
    } = 10;

    /// <summary>Iterations, at least 1.</summary>
    public int Iterations
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least one iteration.");
    } = 100;

    /// <summary>Seed of the templates that the search starts with.</summary>
    public int Seed { get; init; }
}

/// <summary>A matrix as a sum of templates that start at rows.</summary>
/// <param name="Activations">How much of each template starts at each row: rows × components.</param>
/// <param name="Templates">Components × template rows × columns.</param>
/// <param name="Count">Number of components.</param>
/// <param name="TemplateRows">Rows of a template.</param>
/// <param name="Columns">Numbers in a row.</param>
public sealed record ConvolutiveFactors(float[] Activations, float[] Templates, int Count, int TemplateRows, int Columns)
{
    /// <summary>The generalised Kullback–Leibler divergence of the matrix from the model.</summary>
    public double Divergence { get; init; }

    /// <summary>One row of one template.</summary>
    public ReadOnlySpan<float> Template(int component, int row) => Templates.AsSpan((component * TemplateRows + row) * Columns, Columns);
}
