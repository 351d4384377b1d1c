namespace Cymatic.Imaging.Tests;

/// <summary>Frames as letters: "RG/B." is two rows of two pixels; '.' is transparent.</summary>
internal static class Letters
{
    private static readonly Dictionary<char, uint> Colors = new()
    {
        ['R'] = 0xFFFF0000,
        ['G'] = 0xFF00FF00,
        ['B'] = 0xFF0000FF,
        ['W'] = 0xFFFFFFFF,
        ['K'] = 0xFF000000,
        ['.'] = 0,
        ['r'] = 0x80800000,
        ['g'] = 0x80008000,
        ['b'] = 0x80000080,
        ['w'] = 0x80808080,
        ['k'] = 0x80000000,
    };

    public static Frame Frame(string letters)
    {
        string[] rows = letters.Split('/');
        Frame frame = Imaging.Frame.Rent(rows[0].Length, rows.Length);
        for (int y = 0; y < rows.Length; y++)
        {
            for (int x = 0; x < rows[y].Length; x++)
                frame.PixelRow(y)[x] = Colors[rows[y][x]];
        }

        return frame;
    }

    public static string Read(Frame frame) => string.Join('/', Enumerable.Range(0, frame.Height).Select(y => Row(frame, y)));

    private static string Row(Frame frame, int y) =>
        string.Concat(frame.PixelRow(y).ToArray()
            .Select(pixel => Colors.ContainsValue(pixel) ? Colors.First(color => color.Value == pixel).Key : '?'));
}
