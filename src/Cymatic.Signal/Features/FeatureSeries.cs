namespace Cymatic.Signal;

/// <summary>Numbers over time: frames × features, at the times of a grid.</summary>
public class FeatureSeries : DenseMatrix
{
    /// <summary>Wraps numbers without copying: the caller hands them over and writes to them no more.</summary>
    /// <param name="values">Frame after frame.</param>
    /// <param name="features">Numbers in a frame, at least 1.</param>
    /// <param name="grid">The frames' times.</param>
    /// <exception cref="ArgumentException">The numbers are no whole frames.</exception>
    public FeatureSeries(float[] values, int features, FrameGrid grid)
        : base(values, features) => Grid = grid;

    /// <summary>When the frames are.</summary>
    public FrameGrid Grid { get; }

    /// <summary>Number of frames.</summary>
    public int Frames => Rows;
}
