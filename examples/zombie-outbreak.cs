// An outbreak on an island: people, zombies and the dead are arrays of numbers, and the arrays are the picture.
//
//   dotnet run examples/zombie-outbreak.cs
//
// Writes zombie-outbreak.mp4 and zombie-outbreak.gif. In each place S people meet Z zombies: β·S·Z of them turn, γ·Z of the zombies fall,
// and zombies wander to the eight places around, but not into the sea (Kermack and McKendrick 1927, with diffusion).
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
using Cymatic.Imaging;
using Cymatic.Media;

const int Side = 300, Days = 120;
const float Infection = 0.3f, Removal = 0.03f, Wandering = 0.04f;
FrameRate rate = new(20);

float[,] people = Island.Population(Side, seed: 7);
Frame[] days = Outbreak(people);
TextStyle style = new() { Size = 15, Color = Color.White, Weight = 700 };
VideoClip map = VideoClip.From(Side, Side, rate.TimeOf(Days), (t, frame) => days[Math.Min((int)rate.FrameAt(t), Days - 1)].CopyTo(frame));
VideoClip movie = map.Filter((t, frame) =>
{
    using Canvas canvas = new(frame);
    canvas.DrawText($"day {rate.FrameAt(t)}", (10, 8), style);
}, keepsOpaque: true);

Clip clip = new(movie);
VideoFile.Write("zombie-outbreak.mp4", clip, new VideoWriteOptions { FrameRate = rate });
VideoFile.Write("zombie-outbreak.gif", clip, new VideoWriteOptions { FrameRate = rate });
foreach (Frame day in days)
    day.Dispose();
Console.WriteLine("zombie-outbreak.mp4, zombie-outbreak.gif");

Frame[] Outbreak(float[,] s)
{
    bool[,] land = Where(s, population => population > 0);
    var z = new float[Side, Side];
    var dead = new float[Side, Side];
    var (row, column) = Island.Densest(s);
    z[row, column] = 5;
    var pictures = new Frame[Days];
    for (int day = 0; day < Days; day++)
    {
        pictures[day] = Picture(s, z, dead, land);
        for (int step = 0; step < 10; step++)
            (s, z, dead) = Step(s, z, dead, land);
    }

    return pictures;
}

(float[,] S, float[,] Z, float[,] Dead) Step(float[,] s, float[,] z, float[,] dead, bool[,] land)
{
    var (nextS, nextZ, nextDead) = (new float[Side, Side], new float[Side, Side], new float[Side, Side]);
    Parallel.For(1, Side - 1, y =>
    {
        for (int x = 1; x < Side - 1; x++)
        {
            if (!land[y, x])
                continue;
            float turned = Math.Min(s[y, x], Infection * s[y, x] * z[y, x]), fallen = Removal * z[y, x], arrived = 0;
            for (int dy = -1; dy <= 1; dy++)
            {
                for (int dx = -1; dx <= 1; dx++)
                    arrived += land[y + dy, x + dx] ? (dx == 0 || dy == 0 ? 1 : 0.5f) * (z[y + dy, x + dx] - z[y, x]) : 0;
            }

            nextS[y, x] = s[y, x] - turned;
            nextZ[y, x] = z[y, x] + turned - fallen + Wandering * arrived;
            nextDead[y, x] = dead[y, x] + fallen;
        }
    });
    return (nextS, nextZ, nextDead);
}

// Red are zombies, green the living, blue the fallen; the sea is dark.
Frame Picture(float[,] s, float[,] z, float[,] dead, bool[,] land)
{
    var rgb = new float[Side, Side, 3];
    for (int y = 0; y < Side; y++)
    {
        for (int x = 0; x < Side; x++)
        {
            (rgb[y, x, 0], rgb[y, x, 1], rgb[y, x, 2]) = land[y, x]
                ? (0.12f + 1.6f * z[y, x], 0.12f + 0.7f * s[y, x], 0.12f + 0.45f * dead[y, x])
                : (0.02f, 0.05f, 0.11f);
        }
    }

    Frame frame = Frame.Rent(Side, Side);
    for (int y = 0; y < Side; y++)
    {
        Span<uint> row = frame.PixelRow(y);
        for (int x = 0; x < Side; x++)
            row[x] = 0xFF000000 | Byte(rgb[y, x, 0]) << 16 | Byte(rgb[y, x, 1]) << 8 | Byte(rgb[y, x, 2]);
    }

    return frame;
}

uint Byte(float part) => (uint)Math.Round(255 * Math.Clamp(part, 0, 1));

static bool[,] Where(float[,] values, Func<float, bool> test)
{
    var result = new bool[values.GetLength(0), values.GetLength(1)];
    for (int y = 0; y < values.GetLength(0); y++)
    {
        for (int x = 0; x < values.GetLength(1); x++)
            result[y, x] = test(values[y, x]);
    }

    return result;
}

/// <summary>An island that nobody has seen: fractal noise for the coast and the country, and a few towns.</summary>
static class Island
{
    /// <summary>People in each place, about 1 in the country and 2 in a town; 0 is sea.</summary>
    public static float[,] Population(int side, int seed)
    {
        var random = new Random(seed);
        (double X, double Y)[] towns =
            [.. Enumerable.Range(0, 9).Select(_ => (0.2 + 0.6 * random.NextDouble(), 0.2 + 0.6 * random.NextDouble()))];
        var people = new float[side, side];
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                double x = (double)column / side, y = (double)row / side;
                double middle = Math.Pow(Math.Abs(2 * x - 1), 3) + Math.Pow(Math.Abs(2 * y - 1), 3);
                if (0.62 + 0.75 * (Noise(x * 4, y * 4, seed) - 0.5) - 0.75 * middle < 0.3)
                    continue;
                double near = towns.Sum(town => Math.Exp(-((x - town.X) * (x - town.X) + (y - town.Y) * (y - town.Y)) / 0.0022));
                people[row, column] = (float)(0.05 + 0.75 * Math.Pow(Noise(x * 9 + 40, y * 9, seed), 1.5) + 0.9 * near);
            }
        }

        return people;
    }

    /// <summary>The most populous place.</summary>
    public static (int Row, int Column) Densest(float[,] people)
    {
        int side = people.GetLength(1);
        return Enumerable.Range(0, people.Length).Select(i => (Row: i / side, Column: i % side))
            .MaxBy(place => people[place.Row, place.Column]);
    }

    // Five octaves of smoothly interpolated random values, 0 to 1.
    private static double Noise(double x, double y, int seed)
    {
        double sum = 0, weight = 0.5;
        for (int octave = 0; octave < 5; octave++, weight /= 2, x *= 2, y *= 2)
            sum += weight * Lattice(x, y, seed + octave);
        return sum / 0.97;
    }

    private static double Lattice(double x, double y, int seed)
    {
        var (column, row) = ((int)Math.Floor(x), (int)Math.Floor(y));
        double u = Smooth(x - column), v = Smooth(y - row);
        double above = Mix(Value(column, row, seed), Value(column + 1, row, seed), u);
        return Mix(above, Mix(Value(column, row + 1, seed), Value(column + 1, row + 1, seed), u), v);
    }

    private static double Smooth(double t) => t * t * (3 - 2 * t);

    private static double Mix(double a, double b, double t) => a + t * (b - a);

    private static double Value(int column, int row, int seed)
    {
        uint hash = unchecked((uint)(column * 374761393 + row * 668265263 + seed * 974634777));
        hash = unchecked((hash ^ hash >> 13) * 1274126177);
        return (hash ^ hash >> 16) / (double)uint.MaxValue;
    }
}
