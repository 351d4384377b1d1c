using System.Runtime.Intrinsics;

namespace Cymatic.Media;

/// <summary>Takes a sound block by block and keeps its power in steps of 100 ms.</summary>
internal sealed class LoudnessMeter
{
    private const double AbsoluteGate = -70, RelativeGate = -10;
    private readonly int _channels, _step;
    private readonly KWeighting _weighting;
    private readonly Vector128<double>[] _states, _weights;
    private readonly List<double> _powers = [];
    private double _sum;
    private int _taken;

    public LoudnessMeter(int sampleRate, int channels)
    {
        (_channels, _step, _weighting) = (channels, Math.Max(1, (int)Math.Round(sampleRate / 10.0)), new KWeighting(sampleRate));
        int pairs = (channels + 1) / 2;
        // Channels go through the filters in pairs.
        _states = new Vector128<double>[pairs * KWeighting.States];
        _weights = [.. Enumerable.Range(0, pairs).Select(pair =>
            Vector128.Create(Weight(2 * pair, channels), Weight(2 * pair + 1, channels)))];
    }

    public void Add(ReadOnlySpan<float> block)
    {
        while (block.Length > 0)
        {
            int frames = Math.Min(block.Length / _channels, _step - _taken);
            for (int pair = 0; pair < _weights.Length; pair++)
            {
                Span<Vector128<double>> state = _states.AsSpan(pair * KWeighting.States, KWeighting.States);
                _sum += Vector128.Sum(_weights[pair] * _weighting.SquareSum(block[..(frames * _channels)], (_channels, 2 * pair), state));
            }

            block = block[(frames * _channels)..];
            _taken += frames;
            if (_taken < _step)
                return;
            _powers.Add(_sum / _step);
            (_taken, _sum) = (0, 0);
        }
    }

    /// <summary>The loudness of all that was added, in LUFS.</summary>
    public double Integrated()
    {
        IEnumerable<double> blocks = Enumerable.Range(0, Math.Max(0, _powers.Count - 3))
            .Select(n => (_powers[n] + _powers[n + 1] + _powers[n + 2] + _powers[n + 3]) / 4);
        double[] heard = [.. blocks.Where(power => Lufs(power) > AbsoluteGate)];
        if (heard.Length == 0)
            return double.NegativeInfinity;
        double gate = Lufs(heard.Average()) + RelativeGate;
        return Lufs(heard.Where(power => Lufs(power) > gate).Average());
    }

    private static double Lufs(double power) => -0.691 + 10 * Math.Log10(power);

    // Of 5.1 channels the bass is left out, and those behind the listener count more.
    private static double Weight(int channel, int channels) =>
        channel >= channels || (channels == 6 && channel == 3) ? 0 : channels == 6 && channel >= 4 ? 1.41 : 1;
}
