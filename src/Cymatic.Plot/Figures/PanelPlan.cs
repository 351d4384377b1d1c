using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Room around an area.</summary>
internal readonly record struct Insets(double Left, double Top, double Right, double Bottom)
{
    internal Insets Union(Insets other) => new(
        Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>What does not depend on where axes are: the parts shown, the colours of marks, and whether inner labels are left out.</summary>
internal sealed record PanelSettings(Axes Axes, Theme Theme, Shown X, Shown Y)
{
    internal bool LabelsX { get; init; } = true;

    internal bool LabelsY { get; init; } = true;

    /// <summary>The colour of each mark: found once, since a moving mark may be costly to make.</summary>
    internal IReadOnlyList<Color> Colors { get; } = ColorsOf(Axes.Marks, Theme.Palette);

    private static Color[] ColorsOf(IReadOnlyList<Mark> marks, IReadOnlyList<Color> palette)
    {
        var colors = new Color[marks.Count];
        for (int mark = 0, turn = 0; mark < colors.Length; mark++)
        {
            colors[mark] = palette[turn % palette.Count];
            turn += mark < colors.Length - 1 && marks[mark].AtTime(0).TakesColor ? 1 : 0;
        }

        return colors;
    }
}

/// <summary>Axes at their place: projection, ticks, titles, colour bar and legend, all laid out.</summary>
internal sealed class PanelPlan
{
    private const double LabelGap = 4, TitleGap = 7;

    internal PanelPlan(PanelSettings settings, Box cell)
    {
        (Settings, Axes, Theme) = (settings, settings.Axes, settings.Theme);
        Box area = Axes.EqualAspect ? Squared(cell) : cell;
        Projection = new(new(Axes.X.Scale, settings.X, area.X, area.Right), new(Axes.Y.Scale, settings.Y, area.Bottom, area.Y), area);
        X = Axes.ShowsAxes ? TickPlan.Create(Axes.X, Projection.X, true, Theme) : TickPlan.None(Projection.X, true, Theme);
        Y = Axes.ShowsAxes ? TickPlan.Create(Axes.Y, Projection.Y, false, Theme) : TickPlan.None(Projection.Y, false, Theme);
        Title = Axes.Title is { Length: > 0 } title ? RichText.Set(title, Theme.TitleStyle) : null;
        XLabel = LabelsX ? Name(Axes.X, X.Common) : null;
        YLabel = LabelsY ? Name(Axes.Y, Y.Common) : null;
        YPower = LabelsY && YLabel is null && Y.Common is { } common ? RichText.Set(common, Theme.NumberStyle) : null;
        ColorBar = ColorBarPlan.Create(this);
        Legend = LegendPlan.Create(this);
        Insets = Measure();
    }

    internal PanelSettings Settings { get; }

    internal Axes Axes { get; }

    internal Theme Theme { get; }

    internal Projection Projection { get; }

    internal Box Area => Projection.Area;

    internal TickPlan X { get; }

    internal TickPlan Y { get; }

    internal RichText? Title { get; }

    internal RichText? XLabel { get; }

    internal RichText? YLabel { get; }

    /// <summary>The common power of the vertical axis, above it where it has no label.</summary>
    internal RichText? YPower { get; }

    internal ColorBarPlan? ColorBar { get; }

    internal LegendPlan? Legend { get; }

    /// <summary>Room that everything around the area needs.</summary>
    internal Insets Insets { get; }

    internal bool LabelsX => Axes is { ShowsAxes: true, X.Labelled: true } && Settings.LabelsX;

    internal bool LabelsY => Axes is { ShowsAxes: true, Y.Labelled: true } && Settings.LabelsY;

    internal Sides Spines => Axes.ShowsAxes ? Axes.Spines ?? Theme.Spines : Sides.None;

    /// <summary>From the area's edge to the numbers.</summary>
    internal double NumberDistance => (Theme.TicksInside ? 0 : Theme.TickLength) + LabelGap;

    /// <summary>From the area's lower edge to the middle of the label, and from the left edge.</summary>
    internal double XLabelDistance => NumberDistance + X.Depth + LabelGap;

    internal double YLabelDistance => NumberDistance + Y.Depth + LabelGap + 2;

    /// <summary>From the area's upper edge to the lower edge of the title.</summary>
    internal double TitleDistance => Math.Max(PowerHeight, ColorBar?.Room.Top ?? 0) + TitleGap;

    /// <summary>How far numbers and label reach below the area.</summary>
    internal double NamesBelow => LabelsX ? XLabelDistance - LabelGap + (XLabel is { } label ? LabelGap + label.Height : 0) : 0;

    /// <summary>How far the common power reaches above the area.</summary>
    internal double PowerHeight => YPower is { } power ? power.Height + LabelGap : 0;

    /// <summary>The colour of each mark.</summary>
    internal Color ColorOf(int mark) => Settings.Colors[mark];

    private RichText? Name(Axis axis, string? common)
    {
        if (string.IsNullOrEmpty(axis.Label))
            return common is not null && axis == Axes.X ? RichText.Set(common, Theme.NumberStyle) : null;
        return RichText.Set(common is null ? axis.Label : $"{axis.Label} ({common})", Theme.LabelStyle);
    }

    private Insets Measure()
    {
        double half = Spines == Sides.None ? 0 : Theme.SpineWidth / 2, left = half, right = half, top = half, bottom = half;
        if (LabelsX)
        {
            var (before, behind) = X.Overhang();
            (left, right) = (Math.Max(left, before), Math.Max(right, behind));
            bottom = NamesBelow;
        }

        if (LabelsY)
        {
            var (above, below) = Y.Overhang();
            (top, bottom) = (Math.Max(top, above), Math.Max(bottom, below));
            left = Math.Max(left, NumberDistance + Y.Depth + (YLabel is { } label ? LabelGap + 2 + label.Height : 0));
            top = Math.Max(top, PowerHeight);
        }

        if (Title is { } title)
            top = Math.Max(top, TitleDistance + title.Height);
        Insets room = new Insets(left, top, right, bottom).Union(ColorBar?.Room ?? default);
        return Legend is { IsOutside: true } legend
            ? room with { Right = Math.Max(room.Right, (ColorBar?.Room.Right ?? 0) + legend.Width + LegendPlan.Gap) }
            : room;
    }

    private Box Squared(Box cell)
    {
        double width = Math.Abs(Axes.X.Scale.Place(Settings.X.To) - Axes.X.Scale.Place(Settings.X.From));
        double height = Math.Abs(Axes.Y.Scale.Place(Settings.Y.To) - Axes.Y.Scale.Place(Settings.Y.From));
        double unit = Math.Min(cell.Width / width, cell.Height / height);
        if (!(unit > 0) || !double.IsFinite(unit))
            return cell;
        double w = width * unit, h = height * unit;
        return new(cell.X + (cell.Width - w) / 2, cell.Y + (cell.Height - h) / 2, w, h);
    }
}
