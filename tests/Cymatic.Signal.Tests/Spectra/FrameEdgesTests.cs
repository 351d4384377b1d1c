namespace Cymatic.Signal.Tests;

/// <summary>Beside librosa 0.11's padding modes and windows (make_edges.py lies beside the numbers).</summary>
public sealed class FrameEdgesTests
{
    public static TheoryData<WindowShape, FrameEdges> Kinds => new MatrixTheoryData<WindowShape, FrameEdges>(
        Enum.GetValues<WindowShape>(), Enum.GetValues<FrameEdges>());

    [Theory, MemberData(nameof(Kinds))]
    public void Frames_at_the_ends_of_a_sound_are_librosas(WindowShape window, FrameEdges edges)
    {
        StftOptions options = new() { FftLength = 512, HopLength = 128, Window = window, Edges = edges };
        string name = $"stft_{(window == WindowShape.Rectangular ? "boxcar" : window.ToString().ToLowerInvariant())}_{Mode(edges)}";
        Near.Same(Librosa(name), Ends(Stft.Magnitude(GoldenSounds.OwnSignal(), options)), 2e-6);
    }

    [Theory, InlineData(FrameEdges.Reflect), InlineData(FrameEdges.Edge)]
    public void Constant_Q_at_the_ends_of_a_sound_is_librosas(FrameEdges edges) =>
        Near.Same(Librosa("cqt_" + Mode(edges)), Ends(Cqt.Magnitude(GoldenSounds.OwnSignal(), new() { Edges = edges })), 1e-4);

    [Theory, InlineData(FrameEdges.Reflect), InlineData(FrameEdges.Edge)]
    public void Loudness_at_the_ends_of_a_sound_is_librosas(FrameEdges edges) =>
        Near.Same(Librosa("rms_" + Mode(edges)), FrameLevels.Rms(GoldenSounds.OwnSignal(), new() { Edges = edges }), 1e-5);

    /// <remarks>YIN may choose another trough where two are as deep: nine tenths of all frames are librosa's to 0.1 %.</remarks>
    [Theory, InlineData(FrameEdges.Reflect), InlineData(FrameEdges.Edge)]
    public void Pitch_at_the_ends_of_a_sound_is_librosas(FrameEdges edges)
    {
        double[] expected = Librosa("yin_" + Mode(edges));
        float[] ours = PitchTracker.Yin(GoldenSounds.OwnSignal(), new() { Edges = edges }).Hz;
        Assert.Equal(expected.Length, ours.Length);
        Assert.InRange(expected.Zip(ours, (a, b) => Math.Abs(a - b) < 1e-3 * a ? 1.0 : 0).Average(), 0.9, 1);
        Assert.Equal(expected[0], ours[0], 1e-3 * expected[0]);
        Assert.Equal(expected[^1], ours[^1], 1e-3 * expected[^1]);
    }

    [Theory]
    [InlineData(FrameEdges.Reflect, 1)]
    [InlineData(FrameEdges.Reflect, 300)]
    [InlineData(FrameEdges.Reflect, 5000)]
    [InlineData(FrameEdges.Edge, 300)]
    public void A_running_transform_sees_the_same_edges(FrameEdges edges, int length)
    {
        StftOptions options = new() { FftLength = 512, HopLength = 100, Edges = edges };
        var sound = new Sound(RealFftTests.Noise<float>(length, 3), 8000);
        var running = new RunningStft(options);
        List<float> re = [];
        foreach (float[] block in sound[0].ToArray().Chunk(64))
            running.Push(block, (_, parts, _) => re.AddRange(parts));
        running.Complete((_, parts, _) => re.AddRange(parts));
        Assert.Equal(Stft.Forward(sound, options).RealParts, re);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_inverse_returns_the_sound(WindowShape window, FrameEdges edges)
    {
        var sound = new Sound(RealFftTests.Noise<float>(4000, 5), 8000);
        Sound back = Stft.Inverse(Stft.Forward(sound, new() { FftLength = 512, Window = window, Edges = edges }), 4000);
        Near.Same([.. sound[0].ToArray().Select(x => (double)x)], back[0].ToArray(), 1e-5);
    }

    private static string Mode(FrameEdges edges) => edges == FrameEdges.Silence ? "constant" : edges.ToString().ToLowerInvariant();

    private static double[] Librosa(string name) => Npy.Read(Repository.File("tests", "data", "librosa-0.11.0", name + ".npy")).Doubles;

    /// <summary>Four frames at each end, bin after bin as librosa has them.</summary>
    private static float[] Ends(Spectrogram levels) =>
        [.. from bin in Enumerable.Range(0, levels.Bins)
            from frame in Enumerable.Range(0, 4).Concat(Enumerable.Range(levels.Frames - 4, 4))
            select levels[frame][bin]];
}
