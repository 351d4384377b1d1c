using Cymatic.Grid;
using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>Writes the sounds of a grid: a file for each row, and the song rebuilt of them.</summary>
internal static class GridSounds
{
    /// <summary>Writes a WAV file for each row into a folder, named by number and name; the folder is made when it is missing.</summary>
    /// <remarks>When that fails half-way, the files that it made are deleted again, and the folder when it made that.</remarks>
    /// <returns>The files, in row order.</returns>
    public static IReadOnlyList<string> WriteFolder(string folder, SoundGrid grid, OneShotSet shots, CancellationToken cancel)
    {
        bool isNew = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        try
        {
            foreach (OneShot shot in shots.Shots)
            {
                string path = Path.Combine(folder, FileName(shot.Row, grid));
                AudioFile.Write(path, shot.Sound, Format(shot.Sound, path), cancel: cancel);
                written.Add(path);
            }

            return written;
        }
        catch
        {
            written.ForEach(File.Delete);
            if (isNew)
                Directory.Delete(folder);
            throw;
        }
    }

    /// <summary>The names of the files that <see cref="WriteFolder"/> writes.</summary>
    public static string FileName(int row, SoundGrid grid)
    {
        string digits = new('0', grid.Sounds.Count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length);
        string name = string.Concat(grid.Sounds[row].Name.Select(c => IsPlain(c) ? c : '-'));
        return $"{(row + 1).ToString(digits, System.Globalization.CultureInfo.InvariantCulture)} {name}.wav";
    }

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '#';

    /// <summary>16 bits, but floating point in a WAV file for samples beyond full scale, which the others would clip.</summary>
    public static AudioWriteOptions Format(Sound sound, string path)
    {
        bool isBeyond = Enumerable.Range(0, sound.Channels).Any(c => sound[c].ContainsAnyExceptInRange(-1, 1));
        bool isWav = Path.GetExtension(path).Equals(".wav", StringComparison.OrdinalIgnoreCase);
        return new AudioWriteOptions { Format = isBeyond && isWav ? SampleFormat.FloatingPoint : SampleFormat.Pcm16 };
    }

    /// <summary>The song as the grid explains it; silence when the grid has no sounds.</summary>
    public static Sound Rebuild(Sound song, OneShotSet shots) => shots.Shots.Count > 0
        ? shots.Rebuild()
        : new Sound([.. Enumerable.Range(0, song.Channels).Select(_ => new float[song.Length])], song.SampleRate);

    /// <summary>The rows whose sounds are those of the song itself: of several layers the mix, when it is among them.</summary>
    public static SoundGrid Explaining(SoundGrid grid)
    {
        int[] rows = [.. Enumerable.Range(0, grid.Sounds.Count).Where(row => grid.Sounds[row].Layer == "mix")];
        if (rows.Length == 0 || rows.Length == grid.Sounds.Count)
            return grid;
        Dictionary<int, int> numbers = rows.Select((row, number) => (row, number)).ToDictionary(pair => pair.row, pair => pair.number);
        return grid with
        {
            Sounds = [.. rows.Select(row => grid.Sounds[row])],
            Events = [.. grid.Events.Where(block => numbers.ContainsKey(block.Row))
                .Select(block => block with { Row = numbers[block.Row] })],
        };
    }
}
