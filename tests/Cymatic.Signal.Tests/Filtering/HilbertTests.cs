namespace Cymatic.Signal.Tests;

public sealed class HilbertTests
{
    /// <remarks>scipy.signal.hilbert(…).imag, scipy 1.10.1.</remarks>
    [Fact]
    public void The_transform_is_scipys()
    {
        Near.Same([0.458889097513, 1.813226262991, -3.056127407024, 6.500183276222, -5.861325818363, -3.348007563831, 3.493162152493],
            Hilbert.Transform<double>([3, -1, 4, 1, -5, 9, 2]), 1e-10);
        Near.Same([5.773502691896, -0.57735026919, -1.154700538379, 5.196152422707, -4.618802153517, -4.618802153517],
            Hilbert.Transform<double>([3, -1, 4, 1, -5, 9]), 1e-10);
    }

    [Fact]
    public void The_envelope_of_a_tone_is_its_amplitude() => Assert.All(
        Hilbert.Envelope<float>([.. Enumerable.Range(0, 1000).Select(n => 0.7f * MathF.Sin(2 * MathF.PI * 40 * n / 1000))]),
        v => Assert.Equal(0.7, v, 1e-4));

    [Fact]
    public void No_sample_is_refused() => Assert.Throws<ArgumentException>(() => Hilbert.Envelope<float>(ReadOnlySpan<float>.Empty));
}
