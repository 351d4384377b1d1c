namespace Cymatic.Signal;

/// <summary>Which sample of a sound is heard when, in a stretched one: straight lines, with slope 1 around attacks.</summary>
internal sealed class TimeMap
{
    private readonly double _rate;
    private readonly List<(long Output, long Source, long Before, long After)> _zones = [];
    private int _next;

    /// <param name="attacks">Samples at which something strikes, in order.</param>
    /// <param name="rate">Source samples for each output sample.</param>
    /// <param name="reach">Samples before and after an attack that are played at their own speed, where there is room.</param>
    public TimeMap(List<int> attacks, double rate, int reach)
    {
        _rate = rate;
        foreach (int attack in attacks)
        {
            long output = (long)Math.Round(attack / rate), room = Math.Min(attack, output);
            if (_zones.Count > 0)
            {
                (long lastOutput, long lastSource, long before, long after) = _zones[^1];
                long gap = Math.Min(attack - lastSource, output - lastOutput), half = gap / 2;
                _zones[^1] = (lastOutput, lastSource, before, Math.Min(after, half));
                room = half;
            }

            _zones.Add((output, attack, Math.Min(reach, room), reach));
        }
    }

    /// <summary>
    /// The source sample at an output sample, and the attack at whose own speed it is played (−1: none). Ask in rising order.
    /// </summary>
    public (long Source, int Attack) At(long output)
    {
        while (_next < _zones.Count && output > _zones[_next].Output + _zones[_next].After)
            _next++;
        if (_next < _zones.Count && output >= _zones[_next].Output - _zones[_next].Before)
            return (_zones[_next].Source + output - _zones[_next].Output, _next);
        (double startOutput, double startSource) = _next > 0
            ? (_zones[_next - 1].Output + _zones[_next - 1].After, _zones[_next - 1].Source + _zones[_next - 1].After) : (0, 0);
        if (_next == _zones.Count)
            return ((long)Math.Round(startSource + ((output - startOutput) * _rate)), -1);
        double endOutput = _zones[_next].Output - _zones[_next].Before, endSource = _zones[_next].Source - _zones[_next].Before;
        return ((long)Math.Round(startSource + ((output - startOutput) * (endSource - startSource) / (endOutput - startOutput))), -1);
    }

    /// <summary>The source sample of an attack.</summary>
    public long SourceOf(int attack) => _zones[attack].Source;
}
