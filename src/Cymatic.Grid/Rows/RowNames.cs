using System.Globalization;

namespace Cymatic.Grid;

/// <summary>
/// Short names that say what can be measured: a note where there is one, else how bright a sound is, noise or not, how long.
/// </summary>
internal static class RowNames
{
    private const double NoiseFlatnessDb = -8, HitTailDb = -12;

    /// <summary>Below it a tone is heard as a thump rather than as a note, unless most of what is heard are its overtones.</summary>
    private const double LowestNoteHz = 60;
    private const double OvertonesShare = 3;

    // The envelope's stretch from 80 to 160 ms.
    private const int Tail = 5;

    private static readonly string[] Notes = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    /// <summary>A unique name for each sound; where several would have the same, numbers count from the top row down.</summary>
    public static string[] For(SoundFingerprint[] sounds, IReadOnlyList<int> order)
    {
        string[] kinds = [.. sounds.Select(Kind)];
        Dictionary<string, int> alike = kinds.CountBy(kind => kind).ToDictionary(), used = [];
        var names = new string[sounds.Length];
        foreach (int sound in order)
        {
            string kind = kinds[sound];
            used[kind] = used.GetValueOrDefault(kind) + 1;
            names[sound] = alike[kind] == 1 ? kind : string.Create(CultureInfo.InvariantCulture, $"{kind} {used[kind]}");
        }

        return names;
    }

    private static string Kind(SoundFingerprint sound)
    {
        bool isShort = sound.Envelope[Tail] < HitTailDb, isNoise = sound.FlatnessDb > NoiseFlatnessDb;
        if (sound.PitchHz is { } hz && (hz >= LowestNoteHz || sound.CentroidHz > OvertonesShare * hz) && !isNoise)
            return isShort ? $"pluck {Note(hz)}" : $"tone {Note(hz)}";
        return (sound.CentroidHz, isNoise, isShort) switch
        {
            ( < 200, _, true) => "low thump",
            ( < 200, _, _) => "low boom",
            ( < 800, false, true) => "mid knock",
            ( < 800, false, false) => "mid sound",
            ( < 800, true, true) => "mid thud",
            ( < 800, true, false) => "mid noise",
            ( < 3000, false, true) => "bright hit",
            ( < 3000, false, false) => "bright sound",
            ( < 3000, true, true) => "bright snap",
            ( < 3000, true, false) => "bright noise",
            (_, _, true) => "high tick",
            _ => "high hiss",
        };
    }

    /// <summary>The nearest note of the equal temperament at A4 = 440 Hz, in scientific pitch notation.</summary>
    private static string Note(double hz)
    {
        int key = (int)Math.Round(69 + 12 * Math.Log2(hz / 440));
        return string.Create(CultureInfo.InvariantCulture, $"{Notes[(key % 12 + 12) % 12]}{(int)Math.Floor(key / 12.0) - 1}");
    }
}
