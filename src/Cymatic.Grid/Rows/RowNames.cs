using System.Globalization;

namespace Cymatic.Grid;

/// <summary>Short names that say what can be measured: how bright a sound is, whether it is noise, whether it is a short hit.</summary>
internal static class RowNames
{
    private const double NoiseFlatnessDb = -8, HitTailDb = -12;

    // The envelope's stretch from 80 to 160 ms.
    private const int Tail = 5;

    /// <summary>A unique name for each sound; numbers count from the top row down.</summary>
    public static string[] For(SoundFingerprint[] sounds, IReadOnlyList<int> order)
    {
        var used = new Dictionary<string, int>();
        var names = new string[sounds.Length];
        foreach (int sound in order)
        {
            string kind = Kind(sounds[sound]);
            used[kind] = used.GetValueOrDefault(kind) + 1;
            names[sound] = string.Create(CultureInfo.InvariantCulture, $"{kind} {used[kind]}");
        }

        return names;
    }

    private static string Kind(SoundFingerprint sound)
    {
        string register = sound.CentroidHz switch
        {
            < 200 => "low",
            < 800 => "mid",
            < 3000 => "bright",
            _ => "high",
        };
        string texture = sound.FlatnessDb > NoiseFlatnessDb ? " noise" : sound.Envelope[Tail] < HitTailDb ? " hit" : "";
        return register + texture;
    }
}
