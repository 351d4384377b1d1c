using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>Compares templates: two with one waveform are one sound, and one that lies in another is taken out of it.</summary>
internal sealed class TemplateComparison(Explanation state)
{
    private readonly HeadCorrelator.Scratch _scratch = state.Correlator.NewScratch();

    /// <summary>Two templates with one waveform are one sound.</summary>
    public void MergeTwins(double least)
    {
        Dictionary<Template, HeadSpectrum> spectra = state.Templates.ToDictionary(t => t, state.Spectrum);
        for (int a = 0; a < state.Templates.Count; a++)
        {
            for (int b = state.Templates.Count - 1; b > a; b--)
            {
                (Template first, Template second) = (state.Templates[a], state.Templates[b]);
                (double rho, int lag, _) = Compare(first, spectra[first], second, spectra[second]);
                if (rho <= least)
                    continue;
                Merge(first, second, lag);
                spectra[first] = state.Spectrum(first);
            }
        }
    }

    private void Merge(Template a, Template b, int lag)
    {
        foreach (Playing p in b.Playings)
        {
            b.AddTo(state.Residual, p, +1);
            if (!a.PlaysNear(p.Sample + lag, state.Residual.Samples(0.06)))
            {
                Playing moved = p with { Sample = p.Sample + lag };
                a.Insert(moved);
                a.AddTo(state.Residual, moved, -1);
            }
        }

        state.Templates.Remove(b);
        state.Estimate(a);
    }

    /// <summary>Where one template lies in another, the other is a mixture: it loses the part and its playings get the part's.</summary>
    public bool Split()
    {
        bool any = false;
        Dictionary<Template, HeadSpectrum> spectra = state.Templates.ToDictionary(t => t, state.Spectrum);
        foreach (Template a in state.Templates.ToList())
        {
            foreach (Template b in state.Templates.ToList())
            {
                if (ReferenceEquals(a, b))
                    continue;
                (double rho, int lag, double gain) = Compare(a, spectra[a], b, spectra[b]);
                if (rho is <= 0.12 or > 0.7 || gain is < 0.75 or > 1.6)
                    continue;
                foreach (Playing p in a.Playings)
                {
                    a.AddTo(state.Residual, p, +1);
                    var part = new Playing(p.Sample + lag, [.. p.Gains.Select(g => (float)(g * gain))]);
                    if (b.PlaysNear(part.Sample, state.Residual.Samples(0.06)))
                        continue;
                    b.Insert(part);
                    b.AddTo(state.Residual, part, -1);
                }

                foreach (Playing p in a.Playings)
                    a.AddTo(state.Residual, p, -1);
                state.Estimate(a);
                spectra[a] = state.Spectrum(a);
                any = true;
            }
        }

        return any;
    }

    /// <summary>How much of a's head b's waveform explains, b starting <c>lag</c> samples after a, at which gain.</summary>
    private (double Rho, int Lag, double Gain) Compare(Template a, HeadSpectrum spectrumA, Template b, HeadSpectrum spectrumB)
    {
        (int lag, double peak) = state.Correlator.Best(spectrumB, spectrumA, _scratch);
        if (peak <= 0)
            return (0, 0, 0);
        int n = Math.Min(state.Residual.Samples(0.120), Math.Min(a.Length, b.Length)), m = n - Math.Abs(lag);
        double r = 0;
        for (int c = 0; c < state.Residual.Channels; c++)
            r += TensorPrimitives.Dot<float>(a.Wave[c].AsSpan(Math.Max(0, lag), m), b.Wave[c].AsSpan(Math.Max(0, -lag), m));
        double ea = a.Energy(0, n), eb = b.Energy(0, n);
        return r > 0 && ea > 0 && eb > 0 ? (r * r / (ea * eb), lag, r / eb) : (0, 0, 0);
    }
}
