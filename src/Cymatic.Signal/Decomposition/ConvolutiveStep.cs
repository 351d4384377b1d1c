using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The multiplicative updates of a convolutive factorisation, in place.</summary>
internal sealed class ConvolutiveStep
{
    private const float Least = 1e-12f;

    private readonly float[] _values, _model, _quotient, _gain, _weight;
    private readonly ConvolutiveFactors _factors;
    private readonly int _rows;

    public ConvolutiveStep(float[] values, ConvolutiveFactors factors)
    {
        (_values, _factors, _rows) = (values, factors, values.Length / factors.Columns);
        _model = new float[values.Length];
        _quotient = new float[values.Length];
        _gain = new float[factors.Templates.Length];
        _weight = new float[factors.Count * factors.TemplateRows];
    }

    /// <summary>
    /// activations[t, k] ·= Σ_τ ⟨templates[k, τ], (values / model)[t + τ]⟩ / Σ_τ Σ templates[k, τ], over τ with t + τ in the matrix.
    /// </summary>
    public void UpdateActivations()
    {
        Compare();
        for (int k = 0; k < _factors.Count; k++)
        {
            for (int t = 0; t < _rows; t++)
            {
                float product = 0, sum = 0;
                for (int tau = 0; tau < _factors.TemplateRows && t + tau < _rows; tau++)
                {
                    ReadOnlySpan<float> template = _factors.Template(k, tau);
                    product += TensorPrimitives.Dot(template, Row(_quotient, t + tau));
                    sum += TensorPrimitives.Sum(template);
                }

                _factors.Activations[t * _factors.Count + k] *= product / Math.Max(sum, Least);
            }
        }
    }

    /// <summary>templates[k, τ] ·= Σ_t activations[t − τ, k] · (values / model)[t] / Σ_t activations[t − τ, k].</summary>
    public void UpdateTemplates()
    {
        Compare();
        _gain.AsSpan().Clear();
        _weight.AsSpan().Clear();
        for (int start = 0; start < _rows; start++)
        {
            for (int part = 0; part < _weight.Length; part++)
            {
                (int k, int tau) = Math.DivRem(part, _factors.TemplateRows);
                float activation = _factors.Activations[start * _factors.Count + k];
                if (start + tau >= _rows || activation == 0)
                    continue;
                _weight[part] += activation;
                Span<float> gain = Row(_gain, part);
                TensorPrimitives.MultiplyAdd(Row(_quotient, start + tau), activation, gain, gain);
            }
        }

        for (int part = 0; part < _weight.Length; part++)
        {
            Span<float> gain = Row(_gain, part), template = Row(_factors.Templates, part);
            TensorPrimitives.Divide(gain, Math.Max(_weight[part], Least), gain);
            TensorPrimitives.Multiply(template, gain, template);
        }
    }

    /// <summary>Σ v log(v / m) − v + m.</summary>
    public double Divergence()
    {
        Model();
        double divergence = 0;
        for (int i = 0; i < _values.Length; i++)
        {
            double v = _values[i], m = Math.Max(_model[i], Least);
            divergence += (v > 0 ? v * Math.Log(v / m) : 0) - v + m;
        }

        return divergence;
    }

    private void Compare()
    {
        Model();
        TensorPrimitives.Max(_model, Least, _model);
        TensorPrimitives.Divide(_values, _model, _quotient);
    }

    private void Model()
    {
        _model.AsSpan().Clear();
        for (int start = 0; start < _rows; start++)
        {
            for (int k = 0; k < _factors.Count; k++)
            {
                float activation = _factors.Activations[start * _factors.Count + k];
                for (int tau = 0; activation > 0 && tau < _factors.TemplateRows && start + tau < _rows; tau++)
                {
                    Span<float> row = Row(_model, start + tau);
                    TensorPrimitives.MultiplyAdd(_factors.Template(k, tau), activation, row, row);
                }
            }
        }
    }

    private Span<float> Row(float[] matrix, int row) => matrix.AsSpan(row * _factors.Columns, _factors.Columns);
}
