namespace Cymatic.Media.Tests;

/// <summary>At least one of each effect on sound, for the contract that all of them keep.</summary>
internal static class AudioEffects
{
    public static IEnumerable<IAudioEffect> All =>
    [
        .. VideoEffects.All.OfType<IAudioEffect>(),
        new Speed(0.8) { KeepPitch = true }, new Loop(3) { Join = SoundJoin.Exact }, Loop.For(5),
        new Volume(0.5), Volume.Decibels(-6), new Volume(t => 1 - t / 2), new AudioFadeIn(0.7), new AudioFadeOut(0.7) { EqualPower = true },
        new Normalize(), new NormalizeLoudness(-20), new Echo(0.21), new Pan(-0.4), new Pan(t => t - 1), new ToMono(), new ToStereo(),
        new Resample(5512), new Resample(11025),
    ];

    public static AudioClip Source(int channels) => SampleArrays.Noise(16_000, channels);
}
