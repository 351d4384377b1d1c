namespace Cymatic.Media;

/// <summary>What is played or encoded: pictures, sound, or both, from time 0 on.</summary>
/// <param name="Video">The pictures, if any.</param>
/// <param name="Audio">The sound, if any.</param>
public sealed record Clip(VideoClip? Video, AudioClip? Audio = null)
{
    /// <summary>Seconds that it lasts: as long as the pictures, or as the sound when they never end or there are none.</summary>
    public double Duration => Video is { } video && double.IsFinite(video.Duration) ? video.Duration : Audio?.Duration ?? double.PositiveInfinity;
}
