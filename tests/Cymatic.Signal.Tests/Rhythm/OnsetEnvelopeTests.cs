namespace Cymatic.Signal.Tests;

public sealed class OnsetEnvelopeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(128)]
    [InlineData(131)]
    public void The_median_of_the_rises_is_that_of_sorting(int bands)
    {
        // Powers of ten: many rises are equal, or none.
        var random = new Random(bands);
        const int Frames = 60;
        float[] power = [.. Enumerable.Range(0, Frames * bands).Select(_ => MathF.Pow(10, random.Next(-4, 2)))];
        var mel = new Spectrogram(power, [.. Enumerable.Range(0, bands).Select(k => (double)k)], new FrameGrid(8000, 100));
        float[] ours = OnsetEnvelope.OfMel(mel, new() { Average = BandAverage.Median }).Values, levels = new float[power.Length];
        Decibels.FromPower(power, levels);
        for (int frame = 1; frame < Frames; frame++)
        {
            float[] rises = [.. Enumerable.Range(0, bands)
                .Select(k => MathF.Max(0, levels[(frame * bands) + k] - levels[((frame - 1) * bands) + k])).Order()];
            Assert.Equal(0.5f * (rises[(bands - 1) / 2] + rises[bands / 2]), ours[frame]);
        }
    }
}
