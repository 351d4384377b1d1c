namespace Cymatic.Signal;

/// <summary>A phase vocoder whose spectral peaks carry the bins around them, and that leaves attacks alone.</summary>
/// <remarks>
/// Identity phase locking: Laroche and Dolson, IEEE TSAP 7(3), 1999. A frame and the one a hop before it in the source give the phase that
/// each peak gains (Puckette, 1995), as a rotation that all channels share. Around an attack the source runs at its own speed;
/// there bins that the attack has raised start with their own phase (after Röbel, DAFx 2003).
/// </remarks>
internal sealed class PhaseLockedStretch
{
    private const float Raised = 4;
    private readonly Sound _sound;
    private readonly int _hop;
    private readonly TimeMap _map;
    private readonly SpectralFrames _frames;
    private readonly PeakLock _lock;

    public PhaseLockedStretch(Sound sound, double rate, int fftLength, bool keepsAttacks)
    {
        (_sound, _hop) = (sound, fftLength / 4);
        _map = new(keepsAttacks && rate != 1 ? Attacks.Find(sound) : [], rate, fftLength / 2);
        _frames = new(sound, fftLength);
        _lock = new(_frames.Bins);
    }

    public Sound Run(int length, IProgress<double>? progress, CancellationToken cancel)
    {
        float[][] output = [.. Enumerable.Range(0, _sound.Channels).Select(_ => new float[length])];
        if (length == 0)
            return new(output, _sound.SampleRate);
        var weights = new float[length];
        int count = (length / _hop) + 2, lastAttack = -1;
        long lastSource = 0;
        for (int t = 0; t < count; t++)
        {
            cancel.ThrowIfCancellationRequested();
            long at = (long)t * _hop;
            (long source, int attack) = _map.At(at);
            bool continues = t > 0 && source - lastSource == _hop;
            _frames.Analyse(source);
            if (t > 0 && !continues)
                Turn(source);
            if (attack >= 0 && attack != lastAttack)
                StartAttack(attack);
            _frames.Synthesise(_lock, at, output, weights);
            (lastSource, lastAttack) = (source, attack);
            if (t % 64 == 0)
                progress?.Report((double)t / count);
        }

        foreach (float[] channel in output)
            Normalise(channel, weights);
        progress?.Report(1);
        return new(output, _sound.SampleRate);
    }

    /// <summary>The new rotation of each bin: that with which its peak goes on from the frame before.</summary>
    private void Turn(long source)
    {
        _frames.AnalyseBefore(source - _hop);
        _lock.Advance(_frames);
    }

    /// <summary>Bins that an attack raises are not rotated any more.</summary>
    private void StartAttack(int attack)
    {
        long at = _map.SourceOf(attack);
        ReadOnlySpan<float> before = _frames.PowerAt(at - (2 * _hop)), after = _frames.SecondPowerAt(at + (2 * _hop));
        for (int k = 0; k < before.Length; k++)
        {
            if (after[k] > Raised * before[k])
                _lock.Reset(k);
        }
    }

    private static void Normalise(float[] samples, float[] weights)
    {
        for (int n = 0; n < samples.Length; n++)
            samples[n] = weights[n] > 1e-6f ? samples[n] / weights[n] : samples[n];
    }
}
