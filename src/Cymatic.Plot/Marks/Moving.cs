namespace Cymatic.Plot;

/// <summary>A mark that depends on time: what lies below it in its axes is drawn once, it and what lies above for each frame.</summary>
/// <remarks>
/// Limits and colours that follow data, the legend and its place are those of time 0. The function is called by several threads at once
/// and gives the same mark for the same time.
/// </remarks>
/// <param name="Mark">The mark at a time in seconds.</param>
public sealed record Moving(Func<double, Mark> Mark) : Mark
{
    internal override bool TakesColor => AtTime(0).TakesColor;

    internal override Mark AtTime(double t) => (Mark(t) ?? throw new InvalidOperationException($"There is no mark at {t} s.")).AtTime(t);

    internal override Reach Reach(Scale x, Scale y) => AtTime(0).Reach(x, y);

    internal override void Draw(Pen pen) => AtTime(0).Draw(pen);
}
