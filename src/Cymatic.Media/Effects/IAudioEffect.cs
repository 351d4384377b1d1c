namespace Cymatic.Media;

/// <summary>A sentence about sound: an immutable record that makes a clip of a clip.</summary>
/// <remarks>
/// The clip that comes in stays as it was. What comes out gives the same samples for blocks of any size, in any order and from any thread,
/// and holds no more of its source than a few blocks.
/// </remarks>
public interface IAudioEffect
{
    /// <summary>The clip with this effect.</summary>
    AudioClip Apply(AudioClip clip);
}
