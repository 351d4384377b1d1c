namespace Cymatic.Grid.Tests;

public sealed class PieceJoinTests
{
    private const int Rate = 11025, Length = 1102;

    [Fact]
    public void The_same_waveform_is_the_same_sound_at_any_gain_and_a_little_later()
    {
        float[] wave = Synthetic.Burst(1, 0.1, Rate), later = [.. new float[20], .. wave[..^20].Select(sample => 0.3f * sample)];
        SoundHead[] heads = [Head(4, wave), Head(9, Synthetic.Burst(2, 0.1, Rate)), Head(11, later)];
        Dictionary<int, int> labels = PieceJoin.Labels(heads, Rate, default);
        Assert.Equal([4, 9, 4], [labels[4], labels[9], labels[11]]);
    }

    [Fact]
    public void Strangers_stay_what_they_are()
    {
        SoundHead[] heads = [.. Enumerable.Range(0, 30).Select(k => Head(k, Synthetic.Burst(k, 0.1, Rate)))];
        Assert.All(PieceJoin.Labels(heads, Rate, default), label => Assert.Equal(label.Key, label.Value));
    }

    private static SoundHead Head(int label, float[] wave) => new(label, [[.. wave[..Length]]]);
}
