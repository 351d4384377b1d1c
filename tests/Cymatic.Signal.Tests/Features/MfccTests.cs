namespace Cymatic.Signal.Tests;

public sealed class MfccTests
{
    [Fact]
    public void Coefficients_are_librosas() => Near.Transposed("mfcc", Mfcc.Of(GoldenSounds.Signal()), 1e-4);

    [Fact]
    public void Their_derivative_is_librosas() => Near.Transposed("mfcc_delta", Delta.Of(Mfcc.Of(GoldenSounds.Signal())), 1e-4);

    [Fact]
    public void The_second_derivative_of_a_square_is_two()
    {
        var series = new FeatureSeries([.. Enumerable.Range(0, 20).Select(n => (float)(n * n))], 1, new(22050, 512));
        Assert.All(Delta.Of(series, order: 2).Values, v => Assert.Equal(2, v, 1e-4));
    }

    [Fact]
    public void A_cosine_transform_and_back_is_the_same()
    {
        var transform = new CosineTransform(7, 7);
        float[] numbers = [3, -1, 4, 1, -5, 9, 2], coefficients = new float[7], back = new float[7];
        transform.Forward(numbers, coefficients);
        transform.Inverse(coefficients, back);
        for (int i = 0; i < 7; i++)
            Assert.Equal(numbers[i], back[i], 1e-5);
    }

    [Fact]
    public void Decibels_and_back_are_the_same()
    {
        float[] amplitudes = [0.001f, 0.5f, 1, 20], levels = new float[4], back = new float[4];
        Decibels.FromAmplitude(amplitudes, levels, 1, null);
        Decibels.ToAmplitude(levels, back);
        for (int i = 0; i < 4; i++)
            Assert.Equal(amplitudes[i], back[i], 1e-5 * amplitudes[i]);
    }

    [Fact]
    public void Fewer_frames_than_the_window_are_refused() =>
        Assert.Throws<ArgumentException>(() => Delta.Of(new FeatureSeries(new float[8], 1, new(22050, 512))));
}
