using System.Buffers;
using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>The sound of a plan: pieces of the sources, joined or mixed. Any samples in any order, by any number of threads.</summary>
/// <remarks>
/// Runs that come one after the other are joined by equal-power cross-fades; each coming run is shifted in its source by a few
/// milliseconds to where its wave fits the going one best. The shift is of that run alone: the next one is placed by the plan again, so
/// shifts never add up. Within a run samples are the source's own, times the gains of its units. Units that sound together are mixed
/// under windows of two units' length (J. Driedger, T. Prätzlich, M. Müller, "Let it Bee", ISMIR 2015).
/// </remarks>
public sealed class MosaicSound
{
    private const int Block = 1 << 14;

    private readonly ISourceSamples _samples;
    private readonly SoundRun[] _runs;
    private readonly long[] _firsts, _latestEnds;
    private readonly bool _isScaled;

    /// <summary>Lays the joins, for which the sources are read at every cut.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="samples">Its sources' sound.</param>
    /// <param name="options">How runs are joined.</param>
    /// <exception cref="ArgumentException">The plan lasts no sample.</exception>
    public MosaicSound(MosaicPlan plan, ISourceSamples samples, JoinOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(samples);
        options ??= new JoinOptions();
        (_samples, _isScaled) = (samples, options.Scaled);
        Length = (long)Math.Round(plan.Duration * samples.SampleRate);
        if (Length < 1)
            throw new ArgumentException($"A plan of {plan.Duration} s lasts not one sample at {samples.SampleRate} Hz.", nameof(plan));
        IReadOnlyList<PlanRun> runs = PlanRun.Of(plan);
        SoundRun[] made = PlanRun.AreMixed(plan, runs)
            ? SoundRuns.Mixed(plan, runs, samples.SampleRate)
            : SoundRuns.Joined(plan, runs, samples, options);
        _runs = [.. made.OrderBy(run => run.Heard.First)];
        _firsts = [.. _runs.Select(run => run.Heard.First)];
        _latestEnds = new long[_runs.Length];
        for (int i = 0; i < _runs.Length; i++)
            _latestEnds[i] = Math.Max(i == 0 ? 0 : _latestEnds[i - 1], _runs[i].Heard.End);
        ShiftsSeconds = [.. made.Select(run => (double)run.In.Shift / samples.SampleRate)];
    }

    /// <summary>Samples per second and channel.</summary>
    public int SampleRate => _samples.SampleRate;

    /// <summary>Number of channels.</summary>
    public int Channels => _samples.Channels;

    /// <summary>Samples in each channel.</summary>
    public long Length { get; }

    /// <summary>By how many seconds each run of <see cref="PlanRun.Of"/> is read later in its source than the plan says.</summary>
    public IReadOnlyList<double> ShiftsSeconds { get; }

    /// <summary>Gives samples, from any sample on.</summary>
    /// <param name="firstSample">Number of the first sample.</param>
    /// <param name="target">Takes the channels side by side; all of it is filled.</param>
    /// <param name="source">The only source that is heard, joins included; null for all.</param>
    /// <exception cref="ArgumentException">The samples are not a whole number of channels.</exception>
    public void Render(long firstSample, Span<float> target, int? source = null)
    {
        if (target.Length % Channels != 0)
            throw new ArgumentException($"{target.Length} samples are not a whole number of {Channels} channels.", nameof(target));
        target.Clear();
        for (int at = 0; at < target.Length; at += Block * Channels)
            RenderBlock(firstSample + at / Channels, target.Slice(at, Math.Min(Block * Channels, target.Length - at)), source);
    }

    private void RenderBlock(long first, Span<float> target, int? source)
    {
        long end = Math.Min(Length, first + target.Length / Channels);
        int next = Array.BinarySearch(_firsts, end);
        next = next >= 0 ? next : ~next;
        while (next > 0 && _firsts[next - 1] >= end)
            next--;
        int from = next;
        while (from > 0 && _latestEnds[from - 1] > first)
            from--;
        using IMemoryOwner<float> pieces = MemoryPool<float>.Shared.Rent(target.Length);
        using IMemoryOwner<float> gains = MemoryPool<float>.Shared.Rent(target.Length);
        for (int i = from; i < next; i++)
        {
            SoundRun run = _runs[i];
            long begin = Math.Max(Math.Max(0, first), run.Heard.First), stop = Math.Min(end, run.Heard.End);
            if (begin >= stop || (source is { } only && only != run.Source))
                continue;
            int count = (int)(stop - begin);
            Span<float> piece = pieces.Memory.Span[..(count * Channels)], sum = target.Slice((int)(begin - first) * Channels, piece.Length);
            _samples.Read(run.Source, run.SourceAt(begin), piece);
            Shape(run, begin, piece, gains.Memory.Span[..count]);
            TensorPrimitives.Add(sum, piece, sum);
        }
    }

    private void Shape(SoundRun run, long begin, Span<float> piece, Span<float> gains)
    {
        if (!run.Gain.IsUnity)
        {
            run.Gain.Fill(begin, gains);
            GainCurve.Apply(gains, Channels, piece);
        }

        Fade(run.In, begin - (run.Start - run.In.Half), piece, isComing: true);
        Fade(run.Out, begin - (run.End - run.Out.Half), piece, isComing: false);
    }

    // The piece begins so many samples after the cross-fade.
    private void Fade(RunJoin join, long begin, Span<float> piece, bool isComing)
    {
        long from = Math.Max(0, begin), to = Math.Min(2 * join.Half, begin + piece.Length / Channels);
        for (long n = from; n < to; n++)
        {
            var (going, coming) = join.Gains(n, _isScaled);
            foreach (ref float sample in piece.Slice((int)(n - begin) * Channels, Channels))
                sample *= isComing ? coming : going;
        }
    }
}
