namespace Cymatic.Grid;

/// <summary>Scores the evidence for a start: a network of thirteen inputs, twelve units of hyperbolic tangent, and one output.</summary>
/// <remarks>docs/decisions/onset-scores.md says how it was fitted, and has the held-out figures.</remarks>
internal static class OnsetNetwork
{
    /// <summary>Inputs: what <see cref="OnsetEvidence.CopyTo"/> writes.</summary>
    private const int Inputs = 13;
    private const double Bias = -0.439;

    /// <summary>Inputs that lie farther from the mean count as so many spreads.</summary>
    private const double Farthest = 4;

    private static readonly double[] _mean = [0.178, -0.74, 0.769, 0.561, 2.37, 1.519, 2.339, -0.446, -0.519, -2.429, 0.297, 0.299, 0.099];
    private static readonly double[] _spread =
        [0.382, 1.053, 0.84, 0.425, 0.625, 1.031, 1.195, 1.469, 0.902, 0.873, 0.026, 0.013, 0.816];

    /// <summary>A row for each unit: the weight of its output, its bias, the weights of the inputs.</summary>
    private static readonly double[] _units =
    [
        1.328, 0.985, -0.043, 0.028, -0.129, -0.166, 0.043, -0.291, -0.041, -0.89, -0.692, -0.026, 0.651, 0.049, 0.309,
        -1.319, -0.686, -0.294, 0.079, 0.028, 0.5, -0.128, 0.057, -0.393, 0.563, 0.501, -0.332, 0.172, -0.078, -0.452,
        -0.824, 0.48, -0.02, -0.152, 0.049, -0.1, -0.409, 0.125, -0.125, 0.058, -0.368, -0.105, -0.106, -0.113, -0.453,
        -0.921, 0.222, -0.016, -0.01, 0, -0.135, -0.348, 0.171, -0.352, -0.024, -0.246, -0.158, 0.214, -0.165, -0.515,
        1.287, 0.159, -0.204, -0.104, -0.917, -0.005, 0.033, -0.558, 0.201, 0.375, 0.433, -0.205, 0.071, 0.176, 0.115,
        0.87, 0.849, -0.102, 0.062, 0.103, 0.258, 0.315, 0.091, 0.297, 0.296, 0.489, -0.227, 0.088, 0.155, 0.06,
        -1.024, 0.857, 0.518, 0.112, -0.049, 0.068, -0.616, 0.138, -0.38, 0.157, 0.065, -0.067, -0.057, -0.169, -0.287,
        1.234, 1.429, -0.239, 0.207, 0.031, 0.137, 0.205, -0.03, 0.375, 0.279, 0.745, -0.168, 0.235, 0.238, -0.022,
        1.24, -0.739, 0.117, -0.154, 0.002, -0.138, 0.066, -0.02, 0.279, -0.01, 0.21, 1.213, 0.081, 0.086, -0.258,
        -0.675, 0.076, 0.055, -0.023, -0.02, -0.098, -0.288, 0.06, -0.271, -0.099, -0.167, -0.055, 0.13, -0.128, -0.412,
        -0.847, 0.121, 0.097, -0.057, -0.056, -0.154, -0.387, 0.047, -0.26, -0.19, -0.195, 0.035, -0.111, -0.132, -0.476,
        -1.163, 0.917, -0.03, -0.542, -0.279, 0.234, -0.319, 0.359, -0.24, -0.309, 0.322, 0.377, 0.058, -0.115, -0.498,
    ];

    /// <summary>Logarithm of the odds that it is a start; the <paramref name="phase"/> is 0 where no pulse is known.</summary>
    public static double Score(OnsetEvidence evidence, double phase)
    {
        Span<double> inputs = stackalloc double[Inputs];
        evidence.CopyTo(inputs, phase);
        for (int k = 0; k < Inputs; k++)
            inputs[k] = Math.Clamp((inputs[k] - _mean[k]) / _spread[k], -Farthest, Farthest);
        double score = Bias;
        for (int unit = 0; unit < _units.Length; unit += Inputs + 2)
        {
            double sum = _units[unit + 1];
            for (int k = 0; k < Inputs; k++)
                sum += _units[unit + 2 + k] * inputs[k];
            score += _units[unit] * Math.Tanh(sum);
        }

        return score;
    }
}
