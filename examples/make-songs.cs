// Sequences the demo song and the test songs, with their truth, from CC0 one-shots and from sounds made here.
//
//   dotnet run examples/make-songs.cs SAMPLES      SAMPLES: the folder etc/samples of github.com/sonic-pi-net/sonic-pi
//
// Writes examples/demo-song.{flac,truth.json} and tests/data/songs/*.{flac,truth.json}. ffmpeg must be installed.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

string samples = args.Length == 1 ? args[0] : throw new ArgumentException("Usage: dotnet run examples/make-songs.cs SAMPLES");
string root = Path.GetFullPath(Path.Combine(Here(), ".."));
string tests = Path.Combine(root, "tests", "data", "songs");
Directory.CreateDirectory(tests);

const string Amen = "loop_amen_full", Tabla = "loop_tabla", Bass = "bass_woodsy_c", Piano = "ambi_piano", Bell = "elec_bell";

// A pattern holds a sixteenth in each character: X loud, x medium, o soft, a dot silent; a bar is between bars.
Write(Path.Combine(root, "examples"), new Song("demo-song", "medium", 112, 44100, 2, 0.1,
[
    new("kick", "drums", Cut(Amen, 1.7130, 0.205), "X.........X.....|X.........X.....|X.........X..x..|X.........X.....|X.........X.....|X...............", 0.62, 0),
    new("snare", "drums", Cut(Amen, 3.0000, 0.200), "................|....X.......X...|....X.......X...|....X.......X...|....X.......X.x.|....X...........", 0.50, 0.1),
    new("ride", "drums", Cut(Amen, 2.3595, 0.200), "..x...x...x...x.|..x...x...x...x.|..x...x.....x...|..x...x...x...x.|..x...x...x.....|..x.............", 0.55, -0.3),
    new("tabla", "drums", Cut(Tabla, 8.0050, 0.150), "................|.......x.......x|.......x.......x|.......x.......x|.......x........|................", 0.90, 0.4),
    new("bass F", "bass", Tone(Bass, -7, 0.42), "...X....X.......|...X....X.......|................|...X....X.......|................|...X............", 0.34, 0),
    new("bass B flat", "bass", Tone(Bass, -2, 0.42), "................|................|...X....X.......|................|................|................", 0.34, 0),
    new("bass C", "bass", Tone(Bass, 0, 0.42), "................|................|................|................|...X....X.......|................", 0.34, 0),
    new("piano F minor", "lead", Tone(Piano, 0, 1.7), "X...............|................|................|X...............|................|X...............", 0.42, -0.2),
    new("piano B flat minor", "lead", Tone(Piano, 5, 1.5), "................|................|X...............|................|X...............|................", 0.40, -0.2),
    new("bell C", "lead", Tone(Bell, 0, 0.27), "................|......X.....X...|................|.............X..|......X.........|......X.........", 0.34, 0.3),
    new("bell E flat", "lead", Tone(Bell, 3, 0.23), "................|.........X......|.....X....X....X|.....X...........|.........X......|.........X......", 0.34, 0.35),
    new("bell F", "lead", Tone(Bell, 5, 0.20), "................|..............X.|......X........|.........X......|.............X..|..............X.", 0.34, 0.4),
]));

Write(tests, new Song("drums-and-bells", "easy", 120, 22050, 1, 0.05,
[
    new("kick", "lead", Cut(Amen, 1.7130, 0.205), "X.......X.......|X.......X.......|X.......X.......", 0.8, 0),
    new("snare", "lead", Cut(Amen, 3.0000, 0.200), "....X.......X...|....X.......X...|....X.......X...", 0.8, 0),
    new("tabla", "lead", Cut(Tabla, 8.0050, 0.150), "......x.........|......X.......x.|......x.........", 1.0, 0),
    new("bell C", "lead", Tone(Bell, 0, 0.24), "..x.......X.....|..X.............|..........X.....", 0.6, 0),
    new("bell F", "lead", Tone(Bell, 5, 0.20), "..............X.|..........X.....|..x...........X.", 0.6, 0),
]));

Write(tests, new Song("bass-under-drums", "medium", 100, 22050, 2, 0.1,
[
    new("kick", "drums", Cut(Amen, 1.7130, 0.205), "X.........X.....|X.........X.....|X.......X.......", 0.6, 0),
    new("snare", "drums", Cut(Amen, 3.0000, 0.200), "....X.......X...|....X.......X.x.|....X.......X...", 0.5, 0.1),
    new("bass C", "bass", Tone(Bass, 0, 0.55), "..X....X........|..............X.|.X....X.........", 0.4, 0),
    new("bass F", "bass", Tone(Bass, 5, 0.55), "..............X.|..X....X........|..........X.....", 0.4, 0),
    new("bell F", "lead", Tone(Bell, 5, 0.20), "......x...x.....|......X.....x...|........x.....X.", 0.5, -0.4),
]));

// Oscillators that run free and noise that is new each time: no waveform ever repeats.
Write(tests, new Song("never-the-same", "hard", 110, 22050, 1, 0.1,
[
    new("saw A", "lead", Saw(220, 0.36), "X.......X.......|X.......x.......|X.......X.......", 0.5, 0),
    new("saw E", "lead", Saw(330, 0.36), "....X...........|....X.......X...|....x.......X...", 0.5, 0),
    new("organ A", "lead", Organ(880, 0.30), "............X...|................|................", 0.5, 0),
    new("hat", "lead", Noise(0.06, 0.9), "..x...X...x...X.|..x...X...x...X.|..x...X...x...X.", 0.5, 0),
    new("hiss", "lead", Noise(0.20, 0.0), "................|..........X.....|..........X.....", 0.5, 0),
]));

Func<Song, Random, float[][]> Cut(string name, double start, double seconds) => (song, _) => Decode(name, 0, start, seconds, song);

Func<Song, Random, float[][]> Tone(string name, int semitones, double seconds) => (song, _) => Decode(name, semitones, 0, seconds, song);

Func<Song, Random, float[][]> Saw(double hz, double seconds) => (song, random) => Synthesize(song, seconds, Oscillators(hz, 12, random), 0.1);

Func<Song, Random, float[][]> Organ(double hz, double seconds) => (song, random) => Synthesize(song, seconds, Oscillators(hz, 3, random), 0.5);

Func<Song, Random, float[][]> Noise(double seconds, double brightness) => (song, random) =>
{
    double last = 0;
    return Synthesize(song, seconds, _ =>
    {
        double now = random.NextDouble() * 2 - 1, sample = now - brightness * last;
        last = now;
        return sample / 2;
    }, 0.25 * seconds);
};

static Func<double, double> Oscillators(double hz, int partials, Random random)
{
    double detune = 1 + 0.004 * (0.5 + random.NextDouble());
    var phases = Enumerable.Range(0, 2 * partials).Select(_ => random.NextDouble() * Math.Tau).ToArray();
    return t => Enumerable.Range(0, 2 * partials).Sum(i =>
        Math.Sin(Math.Tau * hz * (i / 2 + 1) * (i % 2 == 0 ? 1 : detune) * t + phases[i]) / (2 * (i / 2 + 1)));
}

static float[][] Synthesize(Song song, double seconds, Func<double, double> wave, double decaySeconds)
{
    int length = (int)(seconds * song.Rate), fade = song.Rate / 200;
    var one = new float[length];
    for (int n = 0; n < length; n++)
    {
        double t = (double)n / song.Rate;
        one[n] = (float)(wave(t) * Math.Exp(-t / (decaySeconds * 2)) * Math.Min(1, (n + 1) / 22.0) * Math.Min(1, (length - n) / (double)fade));
    }

    return [.. Enumerable.Repeat(one, song.Channels)];
}

float[][] Decode(string name, int semitones, double start, double seconds, Song song)
{
    string file = new[] { $"{name}.flac", $"sonicpi_{name}.flac" }.Select(f => Path.Combine(samples, f)).First(File.Exists);
    double ratio = Math.Pow(2, semitones / 12.0);
    string filter = string.Create(CultureInfo.InvariantCulture, $"aresample=44100,asetrate={(int)Math.Round(44100 * ratio)},aresample={song.Rate}");
    byte[] bytes = Ffmpeg([.. "-v error -ss".Split(' '), start.ToString(CultureInfo.InvariantCulture), "-i", file, "-af", filter,
        "-t", seconds.ToString(CultureInfo.InvariantCulture), "-ac", $"{song.Channels}", "-f", "f32le", "-"], null);
    ReadOnlySpan<float> mixed = MemoryMarshal.Cast<byte, float>(bytes);
    int length = mixed.Length / song.Channels, fade = Math.Min(length, song.Rate / 50);
    var shot = new float[song.Channels][];
    for (int c = 0; c < song.Channels; c++)
    {
        shot[c] = new float[length];
        for (int n = 0; n < length; n++)
            shot[c][n] = mixed[n * song.Channels + c] * Math.Min(1f, (length - n) / (float)fade);
    }

    return shot;
}

void Write(string folder, Song song)
{
    double slot = 15.0 / song.Bpm;
    int slots = song.Sounds.Max(s => s.Pattern.Replace("|", "").Length);
    int length = (int)((song.FirstBeat + slots * slot + 0.3) * song.Rate);
    var mix = new float[length * song.Channels];
    var events = new List<(double Onset, double Offset, string Sound, string Layer)>();
    var sounds = new List<(string Id, Voice Voice, int Events, double Centroid)>();
    for (int s = 0; s < song.Sounds.Length; s++)
    {
        Voice voice = song.Sounds[s];
        string pattern = voice.Pattern.Replace("|", "");
        float[][] shot = [];
        for (int k = 0; k < pattern.Length; k++)
        {
            double gain = pattern[k] switch { 'X' => 1.0, 'x' => 0.7, 'o' => 0.5, _ => 0 } * voice.Gain;
            if (gain == 0)
                continue;
            shot = voice.Make(song, new Random(1000 * s + k));
            int start = (int)Math.Round((song.FirstBeat + k * slot) * song.Rate);
            double end = Add(mix, song, shot, start, gain, voice.Pan);
            events.Add(((double)start / song.Rate, end / song.Rate, $"s{s:00}", voice.Layer));
        }

        sounds.Add(($"s{s:00}", voice, events.Count(e => e.Sound == $"s{s:00}"), Centroid(shot[0], song.Rate)));
    }

    Save(folder, song, mix, [.. sounds.OrderBy(s => s.Centroid)], [.. events.OrderBy(e => e.Onset)]);
}

// Adds a shot and returns the sample at which it has faded to a hundredth of its peak.
static double Add(float[] mix, Song song, float[][] shot, int start, double gain, double pan)
{
    float peak = shot.Max(c => c.Max(Math.Abs));
    int end = start;
    for (int c = 0; c < song.Channels; c++)
    {
        double side = song.Channels == 1 ? 1 : c == 0 ? Math.Min(1, 1 - pan) : Math.Min(1, 1 + pan);
        for (int n = 0; n < shot[c].Length && start + n < mix.Length / song.Channels; n++)
        {
            mix[(start + n) * song.Channels + c] += (float)(gain * side / peak) * shot[c][n];
            if (Math.Abs(shot[c][n]) > 0.01f * peak)
                end = Math.Max(end, start + n + 1);
        }
    }

    return end;
}

// Energy-weighted mean frequency from the energy of the slope: enough to order rows by.
static double Centroid(float[] x, int rate)
{
    double energy = 1e-12, slope = 0;
    for (int n = 1; n < x.Length; n++)
        (energy, slope) = (energy + x[n] * (double)x[n], slope + Math.Pow(x[n] - x[n - 1], 2));
    return Math.Asin(Math.Min(1, Math.Sqrt(slope / energy) / 2)) * rate / Math.PI;
}

static void Save(string folder, Song song, float[] mix, (string Id, Voice Voice, int Events, double Centroid)[] sounds,
    (double Onset, double Offset, string Sound, string Layer)[] events)
{
    float loudest = mix.Max(Math.Abs);
    mix = [.. mix.Select(sample => sample * 0.9f / loudest)];
    string flac = Path.Combine(folder, song.Name + ".flac");
    Ffmpeg([.. $"-v error -y -f f32le -ar {song.Rate} -ac {song.Channels} -i - -sample_fmt s16 -compression_level 12 -bitexact -map_metadata -1".Split(' '), flac],
        MemoryMarshal.AsBytes<float>(mix).ToArray());
    var truth = new
    {
        song = song.Name, file = song.Name + ".flac", difficulty = song.Difficulty, bpm = song.Bpm, sample_rate = song.Rate,
        channels = song.Channels, duration_s = (double)mix.Length / song.Channels / song.Rate, n_sounds = sounds.Length, n_events = events.Length,
        first_beat_s = song.FirstBeat, slot_beats = 0.25,
        overlap = events.Zip(events.Skip(1)).Any(pair => pair.First.Offset > pair.Second.Onset),
        sounds = sounds.Select((s, row) => new
        {
            id = s.Id, source = s.Voice.Name, layer = s.Voice.Layer, background = false, note = s.Voice.Name, row,
            centroid_hz = Math.Round(s.Centroid, 1), events = s.Events,
        }),
        similar_pairs = sounds.SelectMany(a => sounds.Where(b => string.CompareOrdinal(a.Id, b.Id) < 0 && Family(a.Voice) == Family(b.Voice))
            .Select(b => new[] { a.Id, b.Id })),
        events = events.Select(e => new
        {
            onset_s = Math.Round(e.Onset, 5), offset_s = Math.Round(e.Offset, 5), sound_id = e.Sound, layer = e.Layer,
        }),
    };
    File.WriteAllText(Path.Combine(folder, song.Name + ".truth.json"), JsonSerializer.Serialize(truth, Json.Indented) + "\n");
    Console.WriteLine($"{flac}: {new FileInfo(flac).Length} bytes, {sounds.Length} sounds, {events.Length} events");
}

static string Family(Voice voice) => voice.Name.Split(' ')[0];

static byte[] Ffmpeg(string[] arguments, byte[]? input)
{
    var start = new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
    using Process process = Process.Start(start)!;
    Task feed = Task.Run(() =>
    {
        if (input is not null)
            process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
    });
    using var output = new MemoryStream();
    process.StandardOutput.BaseStream.CopyTo(output);
    feed.Wait();
    process.WaitForExit();
    return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"ffmpeg ended with exit code {process.ExitCode}.");
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

internal sealed record Song(string Name, string Difficulty, double Bpm, int Rate, int Channels, double FirstBeat, Voice[] Sounds);

internal sealed record Voice(string Name, string Layer, Func<Song, Random, float[][]> Make, string Pattern, double Gain, double Pan);

internal static class Json
{
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}
