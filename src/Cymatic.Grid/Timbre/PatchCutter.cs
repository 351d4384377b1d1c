using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Cuts the patches of a song's onsets out of its log-mel spectrogram.</summary>
internal sealed class PatchCutter
{
    /// <summary>Mel bands of a patch.</summary>
    public const int Bands = 96;

    /// <summary>Frames of 10 ms that are compared at most, and frames on both sides for moves.</summary>
    public const int Compared = 25, Lead = 2;

    /// <summary>Depth of the floor below the loudest cell.</summary>
    public const float FloorDb = 40;

    private const double HopSeconds = 0.010, WindowSeconds = 0.060;
    private const int LeastFrames = 6;

    /// <summary>Factor of power by which a cell must be above what rang before to be the sound's own.</summary>
    private const float Own = 4;

    private readonly int _sampleRate, _hop, _window;
    private readonly Spectrogram _mel;

    public PatchCutter(Sound song, CancellationToken cancel)
    {
        _sampleRate = song.SampleRate;
        _hop = Math.Max(1, (int)(HopSeconds * _sampleRate));
        _window = 16;
        while (_window < WindowSeconds * _sampleRate)
            _window *= 2;
        double highest = Math.Min(16000, _sampleRate / 2.0);
        var bands = new MelOptions { Bands = Bands, Formula = MelFormula.Htk, MinimumHz = Math.Min(40, highest / 16), MaximumHz = highest };
        _mel = MelSpectrogram.Of(song, new StftOptions { FftLength = _window, HopLength = _hop }, bands, cancel);
    }

    /// <summary>The patches at rising onset samples.</summary>
    public TimbrePatch[] Cut(IReadOnlyList<int> onsets)
    {
        var patches = new TimbrePatch[onsets.Count];
        for (int i = 0; i < patches.Length; i++)
        {
            int frame = (int)Math.Round((double)onsets[i] / _hop);
            int next = i + 1 < onsets.Count ? (onsets[i + 1] - onsets[i]) / _hop - 1 : Compared;
            patches[i] = Cut(frame, Math.Clamp(next, LeastFrames, Compared));
        }

        return patches;
    }

    private TimbrePatch Cut(int onset, int frames)
    {
        float[] before = Before(onset);
        var least = new float[(Compared + 2 * Lead) * Bands];
        var most = new float[least.Length];
        for (int k = 0; k < Compared + 2 * Lead; k++)
        {
            int frame = onset + k - Lead;
            if (frame < 0 || frame >= _mel.Frames)
                continue;
            ReadOnlySpan<float> power = _mel[frame];
            power.CopyTo(most.AsSpan(k * Bands));
            for (int band = 0; band < Bands; band++)
                least[k * Bands + band] = power[band] > Own * before[band] ? power[band] : 0;
        }

        float loudest = TensorPrimitives.Max<float>(least.AsSpan(Lead * Bands, frames * Bands));
        if (loudest <= 0)
            loudest = TensorPrimitives.Max<float>(most.AsSpan(Lead * Bands, frames * Bands));
        return new TimbrePatch(Levels(least, loudest), Levels(most, loudest), frames);
    }

    /// <summary>Mean power of each band in the frames that do not reach the onset yet.</summary>
    private float[] Before(int onset)
    {
        int reach = Math.Max(1, (int)Math.Round(0.3 * _window / _hop));
        int from = Math.Clamp(onset - reach - 2, 0, _mel.Frames), to = Math.Clamp(onset - reach + 1, from, _mel.Frames);
        var mean = new float[Bands];
        if (onset < reach)
            return mean;
        for (int frame = from; frame < to; frame++)
            TensorPrimitives.Add(mean, _mel[frame], mean);
        TensorPrimitives.Divide(mean, Math.Max(1, to - from), mean);
        return mean;
    }

    /// <summary>Levels of powers in dB above the floor, in place.</summary>
    public static float[] Levels(float[] powers, float loudest)
    {
        for (int i = 0; i < powers.Length; i++)
            powers[i] = loudest > 0 && powers[i] > 0 ? Math.Max(0, FloorDb + 10 * MathF.Log10(powers[i] / loudest)) : 0;
        return powers;
    }
}
