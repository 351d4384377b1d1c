using System.Numerics;

namespace Cymatic.Signal;

/// <summary>Poles and zeros of Butterworth filters as sections of order two.</summary>
/// <remarks>Butterworth, 1930, by the bilinear transform with pre-warped edges: the responses of scipy.signal.butter.</remarks>
internal static class Butterworth
{
    // scipy's design rate is 2: edges are shares of half the rate.
    private const double TwiceRate = 4;

    public static SosFilter LowPass(int order, double edge) => Design(
        [.. Prototype(order).Select(p => p * Warped(edge))], [.. Enumerable.Repeat(-Complex.One, order)], 1);

    public static SosFilter HighPass(int order, double edge) => Design(
        [.. Prototype(order).Select(p => Warped(edge) / p)], [.. Enumerable.Repeat(Complex.One, order)], -1);

    public static SosFilter BandPass(int order, double low, double high)
    {
        double from = Warped(low), to = Warped(high), width = to - from;
        Complex[] poles = [.. Prototype(order).SelectMany(p => Roots(p * width / 2, from * to))];
        Complex[] zeros = [.. Enumerable.Range(0, 2 * order).Select(i => i % 2 == 0 ? Complex.One : -Complex.One)];
        double centre = 2 * Math.Atan(Math.Sqrt(from * to) / TwiceRate);
        return Design(poles, zeros, Complex.FromPolarCoordinates(1, centre));
    }

    public static SosFilter BandStop(int order, double low, double high)
    {
        double from = Warped(low), to = Warped(high), width = to - from;
        Complex[] poles = [.. Prototype(order).SelectMany(p => Roots(width / 2 / p, from * to))];
        Complex zero = Digital(new(0, Math.Sqrt(from * to)));
        return Design(poles, [.. Enumerable.Range(0, 2 * order).Select(i => i % 2 == 0 ? zero : Complex.Conjugate(zero))], 1);
    }

    private static double Warped(double edge) => TwiceRate * Math.Tan(Math.PI * edge / 2);

    private static IEnumerable<Complex> Prototype(int order) =>
        Enumerable.Range(0, order).Select(k => -Complex.FromPolarCoordinates(1, Math.PI * ((2 * k) + 1 - order) / (2.0 * order)));

    private static IEnumerable<Complex> Roots(Complex half, double product)
    {
        Complex root = Complex.Sqrt((half * half) - product);
        return [half + root, half - root];
    }

    private static Complex Digital(Complex analog) => (TwiceRate + analog) / (TwiceRate - analog);

    /// <summary>Sections of conjugate poles and pairs of real ones, with a gain of one at a point of the unit circle.</summary>
    private static SosFilter Design(Complex[] analog, Complex[] zeros, Complex unity)
    {
        const double real = 1e-12;
        Complex[] poles = [.. analog.Select(Digital)];
        var sections = new List<Section>();
        var pairs = poles.Where(p => p.Imaginary > real).Select(p => (p, Complex.Conjugate(p))).ToList();
        Complex[] reals = [.. poles.Where(p => Math.Abs(p.Imaginary) <= real).OrderBy(p => p.Real)];
        for (int i = 0; i + 1 < reals.Length; i += 2)
            pairs.Add((reals[i], reals[i + 1]));
        Complex gain = 1;
        for (int i = 0; i < pairs.Count; i++)
            sections.Add(new(1, -(zeros[2 * i] + zeros[(2 * i) + 1]).Real, (zeros[2 * i] * zeros[(2 * i) + 1]).Real,
                -(pairs[i].Item1 + pairs[i].Item2).Real, (pairs[i].Item1 * pairs[i].Item2).Real));
        if (reals.Length % 2 == 1)
            sections.Add(new(1, -zeros[^1].Real, 0, -reals[^1].Real, 0));
        foreach (Section s in sections)
            gain *= (s.B0 + (s.B1 / unity) + (s.B2 / (unity * unity))) / (1 + (s.A1 / unity) + (s.A2 / (unity * unity)));
        double scale = 1 / gain.Magnitude;
        sections[0] = sections[0] with { B0 = scale * sections[0].B0, B1 = scale * sections[0].B1, B2 = scale * sections[0].B2 };
        return new(sections);
    }
}
