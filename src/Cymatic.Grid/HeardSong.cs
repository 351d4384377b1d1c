using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// A song as it is heard: a constant offset is inaudible, and so is which way a channel's wires are connected. Both would be in the way:
/// an offset clicks where the song begins and never ends, and channels in opposite phase cancel when they are added.
/// </summary>
internal sealed class HeardSong
{
    /// <summary>Mean and median are both so large a share of the RMS only where there is an offset.</summary>
    private const double LeastOffset = 0.05;

    /// <summary>
    /// Correlation with the loudest channel below which one is turned round. A wide stereo has 0, and −0.5 where one of its sounds alone
    /// is in opposite phase, which must stay so.
    /// </summary>
    private const double Opposite = -0.7;

    /// <summary>Samples that tell the median.</summary>
    private const int MostSamples = 10_001;

    private readonly bool[] _turned;

    private HeardSong(Sound sound, bool[] turned) => (Sound, _turned) = (sound, turned);

    /// <summary>The song without offsets, its channels in phase; where nothing is to be done, the song itself.</summary>
    public Sound Sound { get; }

    /// <summary>Measures and corrects.</summary>
    public static HeardSong Of(Sound song)
    {
        float[] offsets = [.. Enumerable.Range(0, song.Channels).Select(c => Offset(song[c]))];
        if (offsets.Any(offset => offset != 0))
            song = new Sound([.. offsets.Select((offset, c) => Moved(song[c], -offset))], song.SampleRate);
        bool[] turned = Turned(song);
        return new HeardSong(turned.Contains(true) ? Turn(song, turned) : song, turned);
    }

    /// <summary>Whether every channel has the phase that it had.</summary>
    public bool IsAsRecorded => !_turned.Contains(true);

    /// <summary>A part of the song with the phases that it had; null for none.</summary>
    public Sound? AsRecorded(Sound? part) => part is null || IsAsRecorded ? part : Turn(part, _turned);

    private static float Offset(ReadOnlySpan<float> samples)
    {
        double sum = 0, energy = 0;
        const int block = 4096;
        for (int i = 0; i < samples.Length; i += block)
        {
            ReadOnlySpan<float> part = samples.Slice(i, Math.Min(block, samples.Length - i));
            sum += TensorPrimitives.Sum(part);
            energy += TensorPrimitives.SumOfSquares(part);
        }

        double mean = sum / Math.Max(1, samples.Length), least = LeastOffset * Math.Sqrt(energy / Math.Max(1, samples.Length));
        if (Math.Abs(mean) <= least)
            return 0;
        int step = samples.Length / MostSamples + 1;
        var some = new float[(samples.Length + step - 1) / step];
        for (int i = 0; i < some.Length; i++)
            some[i] = samples[i * step];
        some.AsSpan().Sort();
        return some[some.Length / 2] * Math.Sign(mean) > least ? (float)mean : 0;
    }

    private static bool[] Turned(Sound song)
    {
        double[] energies = [.. Enumerable.Range(0, song.Channels).Select(c => Product(song[c], song[c]))];
        int loudest = Array.IndexOf(energies, energies.Max());
        return [.. energies.Select((energy, c) =>
            c != loudest && Product(song[c], song[loudest]) < Opposite * Math.Sqrt(energy * energies[loudest]))];
    }

    private static double Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        const int block = 4096;
        double sum = 0;
        for (int i = 0; i < a.Length; i += block)
            sum += TensorPrimitives.Dot(a.Slice(i, Math.Min(block, a.Length - i)), b.Slice(i, Math.Min(block, a.Length - i)));
        return sum;
    }

    private static Sound Turn(Sound song, bool[] turned) =>
        new([.. turned.Select((isTurned, c) => isTurned ? Negative(song[c]) : song[c].ToArray())], song.SampleRate);

    private static float[] Moved(ReadOnlySpan<float> samples, float by)
    {
        var moved = new float[samples.Length];
        TensorPrimitives.Add(samples, by, moved);
        return moved;
    }

    private static float[] Negative(ReadOnlySpan<float> samples)
    {
        var negative = new float[samples.Length];
        TensorPrimitives.Negate(samples, negative);
        return negative;
    }
}
