namespace Cymatic.Media;

/// <summary>A sentence about pictures: an immutable record that makes a clip of a clip.</summary>
/// <remarks>The clip that comes in stays as it was. What comes out is thread-safe and pure in time, as every clip is.</remarks>
public interface IVideoEffect
{
    /// <summary>The clip with this effect.</summary>
    VideoClip Apply(VideoClip clip);
}
