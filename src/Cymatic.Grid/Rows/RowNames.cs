using System.Globalization;

namespace Cymatic.Grid;

/// <summary>Short names that a musician would give: what a sound is where that is clear, else what can be measured.</summary>
/// <remarks>docs/decisions/row-names.md says how sure a name has to be.</remarks>
internal static class RowNames
{
    /// <summary>How likely a sound has to be what it is called.</summary>
    private const double LeastSure = 0.55;

    /// <summary>The same of toms and hand drums, which much else that is struck is taken for.</summary>
    private const double LeastSureOfDrum = 0.75;

    /// <summary>How likely it has to be of a family for the family's name.</summary>
    private const double LeastSureOfFamily = 0.5;
    private const double NoiseFlatnessDb = -8, HitTailDb = -12;

    /// <summary>Sounds of one name whose centroids differ by a tone are told apart as low and high.</summary>
    private const double ClearlyHigher = 1.12;

    // The envelope's stretch from 80 to 160 ms.
    private const int Tail = 5;

    private static readonly string[] _notes = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
    private static readonly string[] _registers = ["low ", "mid ", "high "];

    /// <summary>Names of what comes in several sizes.</summary>
    private static readonly string[] _sized = ["tom", "drum", "bell"];

    /// <summary>A unique name for each sound; where several would have the same, numbers count from the top row down.</summary>
    public static string[] For(SoundFingerprint[] sounds, IReadOnlyList<int> order) =>
        Unique([.. sounds.Select(sound => Of(SoundKindModel.Of(sound.Traits), sound))], sounds, order);

    /// <summary>Tells sounds of the same name apart by size or number.</summary>
    /// <param name="kinds">What each sound is called by itself.</param>
    /// <param name="sounds">The sounds.</param>
    /// <param name="order">The sounds from the top row down.</param>
    public static string[] Unique(string[] kinds, SoundFingerprint[] sounds, IReadOnlyList<int> order)
    {
        foreach (string sized in _sized)
            NameSizes(sized, kinds, sounds);
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

    /// <summary>The name of a sound of some likely kinds.</summary>
    /// <param name="likely">Probabilities by <see cref="SoundKind"/>.</param>
    /// <param name="sound">What else is known of it.</param>
    public static string Of(ReadOnlySpan<double> likely, SoundFingerprint sound) =>
        Certain(likely, sound) ?? Family(likely, sound.PitchHz) ?? Texture(sound);

    private static string? Certain(ReadOnlySpan<double> likely, SoundFingerprint sound)
    {
        string? best = null;
        double highest = 0;
        foreach ((SoundKind kind, SoundKind near, string name) in Names)
        {
            // What is nearly the same counts for the likelier of the two.
            double own = likely[(int)kind], both = own + (own >= likely[(int)near] && near != kind ? likely[(int)near] : 0);
            double? hz = NoteOf(kind, sound);
            if (both >= Math.Max(highest, IsDrum(kind) ? LeastSureOfDrum : LeastSure) && (hz is not null || !IsNote(kind)))
                (best, highest) = (hz is { } note ? $"{name} {Note(note)}" : name, both);
        }

        return best;
    }

    private static (SoundKind Kind, SoundKind Near, string Name)[] Names { get; } =
    [
        (SoundKind.Kick, SoundKind.Kick, "kick"),
        (SoundKind.Snare, SoundKind.Clap, "snare"),
        (SoundKind.Clap, SoundKind.Clap, "clap"),
        (SoundKind.ClosedHat, SoundKind.ClosedHat, "closed hat"),
        (SoundKind.OpenHat, SoundKind.OpenHat, "open hat"),
        (SoundKind.Cymbal, SoundKind.OpenHat, "cymbal"),
        (SoundKind.Tom, SoundKind.HandDrum, "tom"),
        (SoundKind.HandDrum, SoundKind.Tom, "drum"),
        (SoundKind.Bell, SoundKind.Bell, "bell"),
        (SoundKind.Click, SoundKind.Click, "click"),
        (SoundKind.Shaker, SoundKind.Shaker, "shaker"),
        (SoundKind.Bass, SoundKind.Bass, "bass"),
        (SoundKind.Pluck, SoundKind.Pluck, "pluck"),
        (SoundKind.Tone, SoundKind.Pad, "tone"),
        (SoundKind.Pad, SoundKind.Tone, "pad"),
        (SoundKind.Noise, SoundKind.Noise, "noise"),
        (SoundKind.Blip, SoundKind.Blip, "blip"),
    ];

    /// <summary>The frequency that a kind of sound is called by; a bell's partials have no common period.</summary>
    private static double? NoteOf(SoundKind kind, SoundFingerprint sound) => kind switch
    {
        _ when IsNote(kind) => sound.PitchHz,
        SoundKind.Bell => sound.LoudestHz,
        _ => null,
    };

    private static bool IsNote(SoundKind kind) => kind is SoundKind.Bass or SoundKind.Pluck or SoundKind.Tone or SoundKind.Pad;

    private static bool IsDrum(SoundKind kind) => kind is SoundKind.Tom or SoundKind.HandDrum;

    private static string? Family(ReadOnlySpan<double> likely, double? pitchHz)
    {
        double hat = Sum(likely, SoundKind.ClosedHat, SoundKind.OpenHat, SoundKind.Shaker);
        double drum = Sum(likely, SoundKind.Kick, SoundKind.Tom, SoundKind.HandDrum);
        double note = Sum(likely, SoundKind.Bass, SoundKind.Pluck, SoundKind.Tone, SoundKind.Pad, SoundKind.Bell, SoundKind.Blip);
        if (hat >= LeastSureOfFamily)
            return "hat";
        if (drum >= LeastSureOfDrum)
            return "drum";
        return note >= LeastSureOfFamily && pitchHz is { } hz ? $"note {Note(hz)}" : null;
    }

    private static double Sum(ReadOnlySpan<double> likely, params ReadOnlySpan<SoundKind> kinds)
    {
        double sum = 0;
        foreach (SoundKind kind in kinds)
            sum += likely[(int)kind];
        return sum;
    }

    /// <summary>How bright it is, noise or not, how long: what holds of every sound.</summary>
    private static string Texture(SoundFingerprint sound)
    {
        string register = sound.CentroidHz switch { < 200 => "low", < 800 => "mid", < 3000 => "bright", _ => "high" };
        bool isNoise = sound.FlatnessDb > NoiseFlatnessDb, isShort = sound.Envelope[Tail] < HitTailDb;
        return $"{register} {(isShort ? "hit" : isNoise ? "noise" : "sound")}";
    }

    /// <summary>Two or three of a kind that clearly differ in pitch are the low, the mid and the high one.</summary>
    private static void NameSizes(string kind, string[] kinds, SoundFingerprint[] sounds)
    {
        int[] alike =
        [
            .. Enumerable.Range(0, kinds.Length).Where(sound => kinds[sound] == kind).OrderBy(sound => sounds[sound].CentroidHz),
        ];
        bool differ = alike.Zip(alike.Skip(1), (a, b) => sounds[b].CentroidHz >= ClearlyHigher * sounds[a].CentroidHz).All(clear => clear);
        if (alike.Length is not (2 or 3) || !differ)
            return;
        for (int i = 0; i < alike.Length; i++)
            kinds[alike[i]] = _registers[i == alike.Length - 1 ? 2 : i] + kind;
    }

    /// <summary>The nearest note of the equal temperament at A4 = 440 Hz, in scientific pitch notation.</summary>
    private static string Note(double hz)
    {
        int key = (int)Math.Round(69 + 12 * Math.Log2(hz / 440));
        return string.Create(CultureInfo.InvariantCulture, $"{_notes[(key % 12 + 12) % 12]}{(int)Math.Floor(key / 12.0) - 1}");
    }
}
