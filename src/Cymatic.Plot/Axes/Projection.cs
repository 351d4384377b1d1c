using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>From numbers to places on the figure, and back, along one axis.</summary>
public sealed class AxisProjection
{
    private readonly Scale _scale;
    private readonly double _factor, _offset;

    internal AxisProjection(Scale scale, Shown range, double start, double end)
    {
        double from = scale.Place(range.From), to = scale.Place(range.To);
        (_scale, Start, End, From, To) = (scale, start, end, range.From, range.To);
        _factor = (end - start) / (to - from);
        _offset = start - from * _factor;
        IsStraight = scale.IsStraight;
    }

    /// <summary>The number where the axis starts: left or below.</summary>
    public double From { get; }

    /// <summary>The number where it ends: right or above.</summary>
    public double To { get; }

    /// <summary>The place where the axis starts, in layout units.</summary>
    public double Start { get; }

    /// <summary>The place where it ends.</summary>
    public double End { get; }

    internal bool IsStraight { get; }

    internal double Least => Math.Min(From, To);

    internal double Greatest => Math.Max(From, To);

    internal double Length => Math.Abs(End - Start);

    internal Scale Scale => _scale;

    /// <summary>Layout units for a step of 1; meaningful where the axis is straight.</summary>
    internal double Factor => _factor;

    /// <summary>The place of a number; not finite where it has none.</summary>
    public double Place(double value) => IsStraight ? _offset + value * _factor : _offset + _scale.Place(value) * _factor;

    /// <summary>The number at a place.</summary>
    public double Number(double place) => IsStraight ? (place - _offset) / _factor : _scale.Number((place - _offset) / _factor);
}

/// <summary>From numbers to places on the figure, in layout units (pixels at 96 dots an inch), y downwards.</summary>
/// <param name="X">Along the horizontal axis.</param>
/// <param name="Y">Along the vertical axis.</param>
/// <param name="Area">The rectangle between the axes.</param>
public sealed record Projection(AxisProjection X, AxisProjection Y, Box Area)
{
    /// <summary>The place of a point.</summary>
    public (double X, double Y) Place(double x, double y) => (X.Place(x), Y.Place(y));
}

/// <summary>What an axis shows, from its start to its end, which may lie lower.</summary>
internal readonly record struct Shown(double From, double To);
