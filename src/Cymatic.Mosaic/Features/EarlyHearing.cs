namespace Cymatic.Mosaic;

/// <summary>Hears the units of a grid while their sound is decoded: the decoder is a process of its own, and leaves a core free.</summary>
internal sealed class EarlyHearing
{
    private readonly Half[] _samples;
    private readonly UnitSound _sound;
    private readonly UnitListener _listener;
    private readonly HeardUnits _heard;
    private int _received, _next;

    private EarlyHearing(Half[] samples, UnitSound sound) =>
        (_samples, _sound, _listener, _heard) = (samples, sound, new(sound), new(sound.Count));

    /// <summary>Begins; null where units lie on no grid, where the length is unknown, or where there would be too much to keep.</summary>
    /// <param name="options">What a unit is.</param>
    /// <param name="duration">The source's length in seconds; 0 when it is unknown.</param>
    /// <param name="budget">The bytes that may be kept.</param>
    /// <param name="bytes">The bytes that will be kept until the index is written.</param>
    public static EarlyHearing? Begin(UnitOptions options, double duration, long budget, out long bytes)
    {
        bytes = 0;
        if (!options.IsGrid || duration <= 0 || duration * Analysis.SampleRate > budget / sizeof(float))
            return null;
        UnitGrid grid = UnitGrid.Of(options);
        int last = grid.WholeUnits(duration) - 1;
        bytes = (last + 1L) * Analysis.Bands * sizeof(float);
        long count = Analysis.SampleAt(grid.Rate.TimeOf(last + 1) + grid.Margin) + 2; // as rounded, a unit may end a sample later
        if (bytes + (count * sizeof(short)) > budget)
            return null;
        // What has not come yet is silence, as what lies behind the end of a sound is.
        var samples = new Half[count];
        return new(samples, new(new MemoryTable<Half>(samples, 1), grid, last + 1));
    }

    /// <summary>Hears what is whole now.</summary>
    public void Take(ReadOnlySpan<Half> samples)
    {
        int count = Math.Min(samples.Length, _samples.Length - _received);
        samples[..count].CopyTo(_samples.AsSpan(_received));
        _received += count;
        while (_next < _heard.Count && _sound.FirstSampleOf(_next) + _sound.LengthOf(_next) <= _received)
            _heard.Hear(_listener, _next++);
    }

    /// <summary>Hears the rest.</summary>
    public HeardUnits Finish()
    {
        while (_next < _heard.Count)
            _heard.Hear(_listener, _next++);
        return _heard;
    }
}
