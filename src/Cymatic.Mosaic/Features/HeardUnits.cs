namespace Cymatic.Mosaic;

/// <summary>Spectra and levels of units that were heard already, so that no later pass hears them again.</summary>
internal sealed class HeardUnits(int count)
{
    private readonly float[] _bands = new float[count * Analysis.Bands], _levels = new float[count];

    /// <summary>Number of units.</summary>
    public int Count => count;

    /// <summary>Keeps what one unit sounds like.</summary>
    public void Hear(UnitListener listener, int unit) =>
        _levels[unit] = listener.Hear(unit, _bands.AsSpan(unit * Analysis.Bands, Analysis.Bands));

    /// <summary>Copies the bands of a unit and gives its level in decibels.</summary>
    public float Read(int unit, Span<float> bands)
    {
        _bands.AsSpan(unit * Analysis.Bands, Analysis.Bands).CopyTo(bands);
        return _levels[unit];
    }
}
