using System.Numerics.Tensors;
using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>The sound of a mosaic as a clip: all of it or one source's share, with the target mixed in where that is wished.</summary>
internal sealed class MosaicAudio : AudioClip
{
    private readonly MosaicSound _sound;

    public MosaicAudio(MosaicSound sound)
        : base(sound.SampleRate, sound.Channels, sound.Length) => _sound = sound;

    /// <summary>The only source that is heard; null for all.</summary>
    public int? Source { get; init; }

    /// <summary>What every sample is multiplied by, the target's too.</summary>
    public float Gain { get; init; } = 1;

    /// <summary>The target at this clip's rate and channels; null to leave it out.</summary>
    public AudioClip? Target { get; init; }

    /// <summary>What the target is multiplied by.</summary>
    public float TargetGain { get; init; } = 1;

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        _sound.Render(firstSample, target, Source);
        if (Target is not null)
        {
            var original = new float[target.Length];
            Target.Render(firstSample, original);
            TensorPrimitives.MultiplyAdd(original, TargetGain, target, target);
        }

        if (Gain != 1)
            TensorPrimitives.Multiply(target, Gain, target);
    }
}
