using System.Numerics.Tensors;
using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>A song as its structure is found in, one channel at 22,050 Hz, and as a movie plays it.</summary>
/// <param name="Mono">For the analysis.</param>
/// <param name="Played">For movies.</param>
/// <param name="Remarks">What a listener should know about the file.</param>
internal sealed record SegmentSong(Sound Mono, AudioClip Played, IReadOnlyList<string> Remarks)
{
    // Files that are larger may be long; the longest that are read at once are half an hour of stereo at 44.1 kHz.
    private const long SmallFile = 8 << 20, MostSamples = 2L * 44100 * 1800;
    private const int BlockSamples = 1 << 20, Reach = 1 << 13;

    /// <summary>Reads a song; a long one piece by piece, so that it is never whole in memory at its own rate.</summary>
    public static SegmentSong Read(string path, IProgress<double>? progress, CancellationToken cancel)
    {
        MediaFileCheck(path);
        if (new FileInfo(path).Length > SmallFile)
        {
            AudioFileClip clip = AudioClip.FromFile(path);
            if (clip.Length * clip.Channels > MostSamples && clip.SampleRate <= 8 * BeatFeatures.SampleRate)
                return new(Brought(clip, progress, cancel), clip, []);
        }

        AudioReading reading = AudioFile.ReadWithRemarks(path, null, progress, cancel);
        Sound mono = Resampler.Resample(reading.Sound.ToMono(), BeatFeatures.SampleRate, cancel: cancel);
        return new(mono, AudioClip.From(reading.Sound), reading.Remarks);
    }

    private static void MediaFileCheck(string path) => RequestChecks.Readable([path]);

    /// <summary>The mean of a clip's channels at the rate of the analysis: the very samples that the whole clip would give.</summary>
    /// <remarks>Blocks begin where samples of both rates meet, and know what lies around them as far as the filter reaches.</remarks>
    internal static Sound Brought(AudioClip clip, IProgress<double>? progress, CancellationToken cancel)
    {
        int rate = BeatFeatures.SampleRate, common = Gcd(clip.SampleRate, rate), from = clip.SampleRate / common, to = rate / common;
        long length = ((clip.Length * to) + from - 1) / from;
        if (length > Array.MaxLength)
            throw new ArgumentException($"A song of {clip.Duration:0} s is too long.", nameof(clip));
        var samples = new float[length];
        long block = (BlockSamples + from - 1) / from * from, reach = (long)(Reach + from - 1) / from * from;
        float[] interleaved = new float[(block + (2 * reach)) * clip.Channels], mono = new float[block + (2 * reach)];
        for (long start = 0; start < clip.Length; start += block)
        {
            cancel.ThrowIfCancellationRequested();
            long first = Math.Max(0, start - reach), last = Math.Min(clip.Length, start + block + reach);
            Span<float> all = interleaved.AsSpan(0, (int)(last - first) * clip.Channels);
            clip.Render(first, all);
            Mix(all, clip.Channels, mono.AsSpan(0, (int)(last - first)));
            float[] brought = Resampler.Resample(mono.AsMemory(0, (int)(last - first)), clip.SampleRate, rate, cancel);
            long at = start / from * to, skipped = (start - first) / from * to, count = Math.Min(length - at, block / from * to);
            brought.AsSpan((int)skipped, (int)count).CopyTo(samples.AsSpan((int)at));
            progress?.Report(Math.Min(1, (double)(start + block) / clip.Length));
        }

        return new(samples, rate);
    }

    private static void Mix(ReadOnlySpan<float> interleaved, int channels, Span<float> mono)
    {
        for (int n = 0; n < mono.Length; n++)
            mono[n] = TensorPrimitives.Sum(interleaved.Slice(n * channels, channels));
        TensorPrimitives.Multiply(mono, 1f / channels, mono);
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
