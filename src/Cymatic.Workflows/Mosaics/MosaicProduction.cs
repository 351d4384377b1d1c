using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>A plan on its way to files: sources opened, sounds read, levels matched.</summary>
internal sealed class MosaicProduction : IDisposable
{
    private const float Ceiling = 0.99f;

    private readonly MosaicRendering _request;
    private readonly SourceSounds _sounds;
    private readonly MosaicSound _sound;
    private readonly AudioClip _target;
    private readonly float _gain;

    private MosaicProduction(
        MosaicRendering request, MosaicMaterial material, (MosaicPlan, SourceSounds, AudioClip, JoinOptions) made, WorkflowJob job)
    {
        (_request, Material) = (request, material);
        (Plan, _sounds, _target, JoinOptions join) = made;
        Runs = PlanRun.Of(Plan);
        _sound = new MosaicSound(Plan, _sounds, join);
        float peak = Peaks.Of(Whole(1), job);
        _gain = peak > 1 ? Ceiling / peak : 1;
        if (peak > 1)
            Remarks.Add(Invariant($"The mosaic would be {20 * Math.Log10(peak):0.0} dB too loud for a file; all of it was made quieter."));
    }

    /// <summary>The plan with its gains.</summary>
    public MosaicPlan Plan { get; }

    /// <summary>Its runs.</summary>
    public IReadOnlyList<PlanRun> Runs { get; }

    /// <summary>The opened sources.</summary>
    public MosaicMaterial Material { get; }

    /// <summary>Sentences for the user.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Reads what the plan needs and lays its sound.</summary>
    public static MosaicProduction Begin(
        MosaicPlan plan, MosaicRendering request, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        (plan, double shared) = GrainOverlap.Trim(plan);
        JoinOptions join = request.Sound.Join;
        if (shared > join.Seconds && join.Seconds > 0)
            join = join with { Seconds = Math.Min(1, shared) };
        IReadOnlyList<PlanRun> runs = PlanRun.Of(plan);
        var material = new MosaicMaterial(plan, runs, request.Picture, cancel);
        var reading = new WorkflowJob(StepProgress.Begin(progress, "reading the sounds of the sources"), cancel);
        SourceSounds sounds = SourceSounds.Read(material.Sounds, SourceStretch.Of(plan, join), material.SampleRate, reading);
        try
        {
            var joining = new WorkflowJob(StepProgress.Begin(progress, "joining the pieces"), cancel);
            AudioClip target = SourceSounds.Alike(AudioClip.FromFile(request.Target), sounds.SampleRate, sounds.Channels);
            plan = Matched(plan, sounds, target, request.Sound with { Join = join }, cancel);
            return new MosaicProduction(request, material, (plan, sounds, target, join), joining);
        }
        catch
        {
            sounds.Dispose();
            throw;
        }
    }

    /// <summary>The sound of the mosaic.</summary>
    public AudioClip Sound() => Whole(_gain);

    /// <summary>A source's share of the sound.</summary>
    public AudioClip Stem(int source) => new MosaicAudio(_sound) { Source = source, Gain = _gain };

    /// <summary>What it is like.</summary>
    public MosaicFigures Measure(WorkflowJob job)
    {
        AudioClip mosaic = new MosaicAudio(_sound).With(new ToMono());
        IEnumerable<AudioClip> sources = Material.Sounds.OfType<AudioClip>()
            .Select(sound => SourceSounds.Alike(sound, _sounds.SampleRate, 1)).SelectMany(Excerpts.Of);
        return MosaicFigures.Of(Plan, Runs, MosaicFit.Measure(_target.With(new ToMono()), mosaic, sources, job));
    }

    /// <inheritdoc/>
    public void Dispose() => _sounds.Dispose();

    private MosaicAudio Whole(float gain) => new(_sound)
    {
        Gain = gain,
        Target = _request.Sound.TargetDb is null ? null : _target,
        TargetGain = (float)Math.Pow(10, (_request.Sound.TargetDb ?? 0) / 20),
    };

    private static MosaicPlan Matched(
        MosaicPlan plan, SourceSounds sounds, AudioClip target, MosaicSoundOptions options, CancellationToken cancel)
    {
        if (PlanRun.AreMixed(plan, PlanRun.Of(plan)))
        {
            return options.Levels == LevelMatch.Off
                ? plan
                : MixtureLevel.Match(plan, new MosaicAudio(new MosaicSound(plan, sounds, options.Join)), target, options.Levels, cancel);
        }

        if (options.Levels == LevelMatch.Off)
            return plan with { Units = [.. plan.Units.Select(unit => unit with { GainDb = 0 })] };
        LevelKind kind = options.Levels == LevelMatch.Lufs ? LevelKind.Lufs : LevelKind.Rms;
        double[] wanted = UnitLevels.OfTarget(plan, new TargetSamples(target), kind, cancel);
        double[] own = UnitLevels.OfSources(plan, sounds, kind, cancel);
        return LevelMatching.Match(plan, wanted, own, options.LimitDb);
    }
}
