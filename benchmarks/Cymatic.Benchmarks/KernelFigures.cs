using Cymatic.Signal;

namespace Cymatic.Benchmarks;

/// <summary>7,748 transforms of 2,048 float32 samples on one thread, against scipy.fft.rfft of the whole matrix.</summary>
internal sealed record RfftFigure() : Figure("rfft 7748x2048 f32", 1 / 1.8, 0.0213)
{
    private const int Frames = 7748, Length = 2048;

    public override int Runs => 25;

    public override Contest Open(Workplace place)
    {
        var random = new Random(1);
        var samples = new float[Frames * Length];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = random.NextSingle() - 0.5f;
        place.Write("frames.f32", samples);
        RealFft<float> fft = RealFft.Shared<float>(Length);
        float[] re = new float[Frames * fft.Bins], im = new float[re.Length];
        PythonPeer? peer = PythonPeer.Start("rfft", place);
        return new(() => Workplace.Seconds(() => Transform(fft, samples, (re, im))), peer is null ? null : peer.Run, peer);
    }

    private static void Transform(RealFft<float> fft, float[] samples, (float[] Re, float[] Im) bins)
    {
        for (int frame = 0; frame < Frames; frame++)
        {
            fft.Forward(
                samples.AsSpan(frame * Length, Length),
                bins.Re.AsSpan(frame * fft.Bins, fft.Bins),
                bins.Im.AsSpan(frame * fft.Bins, fft.Bins));
        }
    }
}

/// <summary>Both parts of three minutes at 22,050 Hz, with transforms and inverses, against librosa's stft, decompose.hpss and istft.</summary>
internal sealed record HpssFigure() : Figure("hpss 180 s", 1.0 / 30, 5.99)
{
    public override int Runs => 3;

    public override Contest Open(Workplace place)
    {
        Sound song = place.SmallSong.Value;
        place.Write("song.f32", song[0]);
        PythonPeer? peer = PythonPeer.Start("hpss", place);
        return new(() => Workplace.Seconds(() => Hpss.Separate(song)), peer is null ? null : peer.Run, peer);
    }
}

/// <summary>16 components of a mel spectrogram by eighths of a beat at 130 bpm, against scikit-learn's NMF.</summary>
internal sealed record NmfFigure() : Figure("mel-nmf 180 s", 1 / 1.5, 0.16)
{
    public override Contest Open(Workplace place)
    {
        Sound song = place.SmallSong.Value;
        int hop = (int)(song.SampleRate * 60.0 / 130 / 8);
        Spectrogram mel = MelSpectrogram.Of(song, new() { HopLength = hop }, new() { Bands = 128, MinimumHz = 100, MaximumHz = 6000 });
        place.Write("mel.f32", mel.Values);
        PythonPeer? peer = PythonPeer.Start("nmf", place);
        return new(() => Workplace.Seconds(() => Nmf.Factorise(mel.Values, mel.Bins)), peer is null ? null : peer.Run, peer);
    }
}
