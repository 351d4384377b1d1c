namespace Cymatic.Signal.Tests;

/// <summary>The sounds of which peers made the golden numbers.</summary>
internal static class GoldenSounds
{
    public static Sound Signal() => Read("signal5s_22k.wav");

    public static Sound Song() => Read("song40s_22k.wav");

    private static Sound Read(string file)
    {
        (float[] samples, int rate) = Golden.Sound(file);
        return new Sound(samples, rate);
    }
}
