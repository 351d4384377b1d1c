namespace Cymatic.Media;

/// <summary>An effect on time, which pictures and sound follow together: <c>clip.With(new Subclip(2, 5))</c> cuts both.</summary>
public interface ITimeEffect : IVideoEffect, IAudioEffect;
