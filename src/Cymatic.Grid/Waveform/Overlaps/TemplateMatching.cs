using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>Recognises known sounds in what is not explained.</summary>
internal sealed class TemplateMatching(Explanation state)
{
    private const int MostTried = 24;
    private const double LeastExplained = 0.2;

    /// <summary>
    /// Every template against every head that is not explained; <paramref name="least"/> of its energy is explained by the first one.
    /// </summary>
    public void Match(double least = LeastExplained)
    {
        HeadSpectrum[] spectra = [.. state.Templates.Select(state.Spectrum)];
        HeadCorrelator.Scratch scratch = state.Correlator.NewScratch();
        foreach (int onset in state.Onsets)
        {
            state.Cancel.ThrowIfCancellationRequested();
            for (int tries = 0; tries < 3; tries++)
            {
                if (state.IsExplained(onset) || !AddBest(onset, spectra, scratch, state.HasEvent(onset) ? LeastExplained : least))
                    break;
            }
        }
    }

    /// <summary>Adds the playing that explains most of the head at an onset; false when none explains enough.</summary>
    private bool AddBest(int onset, HeadSpectrum[] spectra, HeadCorrelator.Scratch scratch, double least)
    {
        HeadSpectrum head = state.Correlator.Analyse(
            state.Residual.Channels, c => state.Residual.WindowMemory(c, onset - state.Lead, state.Head));
        int best = -1;
        Playing? bestPlaying = null;
        double bestRho = least;
        foreach (int k in MostSimilar(spectra, head))
        {
            Template template = state.Templates[k];
            if (state.TakenAway.Contains(template) || template.PlaysNear(onset - state.Lead, state.Residual.Samples(0.06)))
                continue;
            (int lag, double peak) = state.Correlator.Best(spectra[k], head, scratch);
            if (peak <= 0)
                continue;
            (double rho, Playing playing) = Fit(template, onset - state.Lead + lag);
            if (rho > bestRho && playing.Gain is > 0.3 and < 4)
                (best, bestPlaying, bestRho) = (k, playing, rho);
        }

        if (best < 0)
            return false;
        state.Templates[best].Insert(bestPlaying!);
        state.Templates[best].AddTo(state.Residual, bestPlaying!, -1);
        return true;
    }

    private static IEnumerable<int> MostSimilar(HeadSpectrum[] spectra, HeadSpectrum head)
    {
        IEnumerable<int> all = Enumerable.Range(0, spectra.Length);
        return spectra.Length <= MostTried
            ? all
            : all.OrderByDescending(k => TensorPrimitives.Dot<float>(spectra[k].Fingerprint, head.Fingerprint)).Take(MostTried);
    }

    /// <summary>How much of the residual at <paramref name="start"/> the template explains, and the playing that does it.</summary>
    private (double Rho, Playing Playing) Fit(Template template, int start)
    {
        int n = Math.Min(state.Head, template.Length);
        double explained = 0, energy = 0;
        var gains = new float[state.Residual.Channels];
        for (int c = 0; c < state.Residual.Channels; c++)
        {
            ReadOnlySpan<float> x = state.Residual.Window(c, start, n), s = template.Wave[c].AsSpan(0, n);
            double xs = TensorPrimitives.Dot(x, s), ss = TensorPrimitives.SumOfSquares(s);
            energy += TensorPrimitives.SumOfSquares(x);
            if (xs > 0 && ss > 0)
            {
                gains[c] = (float)(xs / ss);
                explained += xs * xs / ss;
            }
        }

        return (explained / Math.Max(energy, 1e-20), new Playing(start, gains));
    }
}
