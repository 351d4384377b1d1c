namespace Cymatic.Signal;

/// <summary>The formula by which frequency becomes mel.</summary>
public enum MelFormula
{
    /// <summary>Linear below 1 kHz, logarithmic above (Slaney, Auditory Toolbox 1998).</summary>
    Slaney,

    /// <summary>2595 log₁₀(1 + f/700) (the HTK book, 2002).</summary>
    Htk,
}

/// <summary>Frequency in mel and back.</summary>
public static class MelScale
{
    private const double HzPerMel = 200.0 / 3, BreakHz = 1000, BreakMel = BreakHz / HzPerMel;
    private static readonly double LogStep = Math.Log(6.4) / 27;

    /// <summary>Frequency in Hz, not negative, to mel.</summary>
    public static double FromHz(double hz, MelFormula formula = MelFormula.Slaney)
    {
        if (formula == MelFormula.Htk)
            return 2595 * Math.Log10(1 + hz / 700);
        return hz < BreakHz ? hz / HzPerMel : BreakMel + Math.Log(hz / BreakHz) / LogStep;
    }

    /// <summary>Mel to frequency in Hz.</summary>
    public static double ToHz(double mel, MelFormula formula = MelFormula.Slaney)
    {
        if (formula == MelFormula.Htk)
            return 700 * (Math.Pow(10, mel / 2595) - 1);
        return mel < BreakMel ? mel * HzPerMel : BreakHz * Math.Exp(LogStep * (mel - BreakMel));
    }
}
