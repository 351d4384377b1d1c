namespace Cymatic.Signal.Tests;

/// <summary>The sounds of which peers made the golden numbers.</summary>
internal static class GoldenSounds
{
    public static Sound Signal() => Of(Golden.Sound("signal5s_22k.wav"));

    public static Sound Song() => Of(Golden.Sound("song40s_22k.wav"));

    /// <summary>The signal in tests/data/golden, of which other folders of tests/data hold numbers.</summary>
    public static Sound OwnSignal() => Of(Golden.OwnSound("signal5s_22k.wav"));

    /// <summary>The song in tests/data/golden.</summary>
    public static Sound OwnSong() => Of(Golden.OwnSound("song40s_22k.wav"));

    private static Sound Of((float[] Samples, int Rate) sound) => new(sound.Samples, sound.Rate);
}
