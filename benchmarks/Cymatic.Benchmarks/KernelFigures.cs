using System.Globalization;
using Cymatic.Signal;

namespace Cymatic.Benchmarks;

/// <summary>Transforms of float32 samples on one thread, against scipy.fft.rfft of the whole matrix.</summary>
internal sealed record RfftFigure(int Length, int Frames, double Times, double Recorded)
    : Figure($"rfft {Frames}x{Length} f32", 1 / Times, Recorded)
{
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
        PythonPeer? peer = PythonPeer.Start("signals", place, "rfft", Length.ToString(CultureInfo.InvariantCulture));
        return new(() => Workplace.Seconds(() => Transform(fft, samples, (re, im))), peer is null ? null : peer.Run, peer);
    }

    private void Transform(RealFft<float> fft, float[] samples, (float[] Re, float[] Im) bins)
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

/// <summary>
/// Both parts of three minutes at 22,050 Hz, with transforms and inverses, against librosa's stft, decompose.hpss and istft.
/// </summary>
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
        Spectrogram mel = Mel(place);
        place.Write("mel.f32", mel.Values);
        PythonPeer? peer = PythonPeer.Start("nmf", place);
        return new(() => Workplace.Seconds(() => Nmf.Factorise(mel.Values, mel.Bins)), peer is null ? null : peer.Run, peer);
    }

    public static Spectrogram Mel(Workplace place)
    {
        Sound song = place.SmallSong.Value;
        int hop = (int)(song.SampleRate * 60.0 / 130 / 8);
        return MelSpectrogram.Of(song, new() { HopLength = hop }, new() { Bands = 128, MinimumHz = 100, MaximumHz = 6000 });
    }
}

/// <summary>The loss that both reach on that spectrogram: a fast factorisation that is worse would be no gain.</summary>
internal sealed record NmfLossFigure() : Figure("mel-nmf loss", 1.001, 1)
{
    public override string Unit => "(norm)";

    public override int Runs => 1;

    public override Contest Open(Workplace place)
    {
        Spectrogram mel = NmfFigure.Mel(place);
        place.Write("mel.f32", mel.Values);
        PythonPeer? peer = PythonPeer.Start("nmf", place, "loss");
        return new(() => Nmf.Factorise(mel.Values, mel.Bins).Error, peer is null ? null : peer.Run, peer);
    }
}
