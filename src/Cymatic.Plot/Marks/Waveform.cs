using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Plot;

/// <summary>A channel of a sound over time in seconds; where a pixel holds many samples, all that lies between the least and the
/// greatest.</summary>
/// <param name="Sound">The sound.</param>
/// <param name="Channel">Which channel, from 0.</param>
public sealed record Waveform(Sound Sound, int Channel = 0) : Mark
{
    private readonly Numbers _samples = Numbers.From(Samples(Sound, Channel));

    /// <summary>Its colour. Null: the next of the palette.</summary>
    public Color? Color { get; init; }

    internal override bool TakesColor => Color is null;

    private Numbers Times => Numbers.Steps(_samples.Count, 0, 1.0 / Sound.SampleRate);

    internal override Reach Reach(Scale x, Scale y)
    {
        Interval times = new(0, Sound.Duration), levels = Plot.Reach.Along(y, _samples);
        double reach = Math.Max(Math.Abs(levels.Least), Math.Abs(levels.Greatest));
        return new(times, double.IsNaN(reach) ? levels : new(-reach, reach)) { FirmX = [0, Sound.Duration] };
    }

    // Samples that are far apart are joined by a line; those that fall together fill what lies between them.
    internal override void Draw(Pen pen)
    {
        double samples = (pen.Projection.X.Greatest - pen.Projection.X.Least) * Sound.SampleRate;
        Mark mark = samples > 8 * pen.Area.Width * pen.Surface.Scale
            ? new FillBetween(Times, _samples, _samples) { Color = Color, Opacity = Opacity }
            : new Line(Times, _samples) { Color = Color, Opacity = Opacity, Width = pen.Theme.LineWidth * 0.6 };
        mark.Draw(pen);
    }

    private static float[] Samples(Sound sound, int channel)
    {
        ArgumentNullException.ThrowIfNull(sound);
        return channel >= 0 && channel < sound.Channels ? sound[channel].ToArray()
            : throw new ArgumentOutOfRangeException(nameof(channel), channel,
                $"A sound of {sound.Channels} channels has no channel {channel}.");
    }
}
