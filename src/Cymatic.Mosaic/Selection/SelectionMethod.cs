namespace Cymatic.Mosaic;

/// <summary>How units are chosen.</summary>
public enum SelectionMethod
{
    /// <summary>For each unit of the target the one that fits best, whatever came before.</summary>
    Nearest,

    /// <summary>
    /// The sequence of units that fits best as a whole: following a source costs nothing, and a jump as much as it is heard and seen.
    /// </summary>
    Viterbi,

    /// <summary>
    /// Mixtures: the target's spectra as sums of the corpus', with the rules of Driedger, Prätzlich and Müller, "Let it Bee", ISMIR 2015.
    /// </summary>
    Bee,
}
