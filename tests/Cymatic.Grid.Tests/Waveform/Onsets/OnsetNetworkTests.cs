namespace Cymatic.Grid.Tests;

public sealed class OnsetNetworkTests
{
    // A loud, new, broad attack that something quiet precedes, and that is no part of anything.
    private static readonly OnsetEvidence _start = new()
    {
        Start = 1,
        Structure = default,
        Change = new SpectralChange(15, 12, 25),
        Single = 0,
        Level = 0,
        Loudness = 0,
        Decay = -0.3,
        Gap = Math.Log(0.2),
        FromBegin = 0.3,
        ToEnd = 0.3,
    };

    [Fact]
    public void A_loud_new_attack_on_the_pulse_is_a_start() => Assert.True(OnsetNetwork.Score(_start, 1) > 0);

    [Fact]
    public void Where_others_start_it_is_likelier_a_start() =>
        Assert.True(OnsetNetwork.Score(_start, 1.5) > OnsetNetwork.Score(_start, -1.5));

    [Fact]
    public void What_falls_off_the_pulse_is_none()
    {
        OnsetEvidence cut = _start with { Change = new SpectralChange(20, 0, 0), Level = -4, Loudness = -4 };
        Assert.True(OnsetNetwork.Score(cut, -1) < 0);
    }

    [Fact]
    public void Values_far_out_of_the_usual_count_as_the_most_usual_extreme()
    {
        OnsetEvidence silent = _start with { Level = -20 }, more = _start with { Level = -2000 };
        Assert.Equal(OnsetNetwork.Score(silent, 0), OnsetNetwork.Score(more, 0));
    }
}
