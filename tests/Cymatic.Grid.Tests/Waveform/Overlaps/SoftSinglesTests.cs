using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class SoftSinglesTests
{
    [Theory]
    [InlineData(0.3f, 1, false)]
    [InlineData(0.8f, 1, true)]
    [InlineData(0.3f, 2, true)]
    public void Only_what_plays_once_and_softly_has_no_row(float gain, int times, bool stays)
    {
        var events = new List<WaveformEvent>();
        var places = new List<(float[], double, float)>();
        for (int k = 0; k < 10 + times; k++)
        {
            bool other = k >= 10;
            places.Add((Synthetic.Burst(other ? 2 : 1, 0.3), 0.1 + 0.4 * k, other ? gain : 1));
            events.Add(new WaveformEvent((int)Math.Round((0.1 + 0.4 * k) * Synthetic.Rate), other ? 1 : 0, null));
        }

        var song = new Sound(Synthetic.Song(6, places), Synthetic.Rate);
        List<WaveformEvent> left = SoftSingles.Without(events, song);
        Assert.Equal(stays ? 10 + times : 10, left.Count);
    }
}
