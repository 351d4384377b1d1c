namespace Cymatic.Media;

/// <summary>Clips on top of each other: pictures are blended in their order, the last on top; sounds are mixed.</summary>
public static class Composite
{
    /// <summary>Layers in a frame of the first one's size, on a transparent ground.</summary>
    /// <param name="layers">At least one; a clip by itself lies in the upper left corner from the beginning.</param>
    public static Clip Of(params Layer[] layers) => Of(layers, new CompositeOptions());

    /// <summary>Layers in a frame.</summary>
    /// <param name="layers">At least one.</param>
    /// <param name="options">Size, background and duration.</param>
    /// <exception cref="ArgumentException">There is no layer, or one ends before it begins.</exception>
    public static Clip Of(IReadOnlyList<Layer> layers, CompositeOptions options)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(options);
        if (layers.Count == 0)
            throw new ArgumentException("A composite has at least one layer.", nameof(layers));
        foreach (Layer layer in layers)
        {
            if (!(layer.Ending > layer.Start))
                throw new ArgumentException($"A layer from {layer.Start} to {layer.Ending} s is never there.", nameof(layers));
        }

        double duration = options.Duration ?? LastEnd(layers);
        Layer[] seen = [.. layers.Where(layer => layer.Clip.Video is not null)];
        if (seen.Length == 0)
            return new Clip(null, Sound(layers, duration));
        VideoClip first = seen[0].Clip.Video!;
        var video = new CompositeClip(options.Size ?? (first.Width, first.Height), duration, seen, options.Background);
        return new Clip(video, Sound(layers, duration));
    }

    private static double LastEnd(IReadOnlyList<Layer> layers)
    {
        double[] ends = [.. layers.Select(layer => layer.Ending).Where(double.IsFinite)];
        double end = ends.Length == 0 ? double.PositiveInfinity : ends.Max();
        return end > 0 ? end : throw new ArgumentException("Every layer ends before the composite begins.", nameof(layers));
    }

    private static MixedSound? Sound(IReadOnlyList<Layer> layers, double duration)
    {
        Layer[] heard = [.. layers.Where(layer => layer.Clip.Audio is not null && layer.Ending > 0)];
        if (heard.Length == 0)
            return null;
        SoundFormat format = SoundFormat.Widest(heard.Select(layer => layer.Clip.Audio!));
        var parts = heard.Select(layer => new MixedPart(
            Until(format.Of(layer.Clip.Audio!), layer.Ending - layer.Start), SampleTime.At(layer.Start, format.SampleRate)));
        return new MixedSound([.. parts], SampleTime.Count(duration, format.SampleRate));
    }

    // A sound that goes on beyond its layer fades to the layer's end.
    private static AudioClip Until(AudioClip clip, double seconds) => clip.Duration <= seconds
        ? clip
        : new FadedEnds(
            CutSound.Of(clip, 0, SampleTime.Count(seconds, clip.SampleRate)),
            fadeIn: 0,
            fadeOut: SampleTime.At(SoundJoin.Default.Seconds / 2, clip.SampleRate));
}
