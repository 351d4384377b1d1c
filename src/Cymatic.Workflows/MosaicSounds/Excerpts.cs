using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>Excerpts of long sounds.</summary>
internal static class Excerpts
{
    private const double Seconds = 1;
    private const int Most = 20;

    /// <summary>Up to twenty seconds of a sound, spread over all of it; all of a shorter one.</summary>
    public static IEnumerable<AudioClip> Of(AudioClip sound)
    {
        if (sound.Duration <= Most * Seconds)
            return [sound];
        double step = (sound.Duration - Seconds) / (Most - 1);
        return Enumerable.Range(0, Most).Select(i => new Clip(null, sound).With(new Subclip(i * step, i * step + Seconds)).Audio!);
    }
}
