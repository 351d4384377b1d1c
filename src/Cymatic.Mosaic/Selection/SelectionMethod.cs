namespace Cymatic.Mosaic;

/// <summary>How units are chosen.</summary>
public enum SelectionMethod
{
    /// <summary>For each unit of the target the one that fits best, whatever came before.</summary>
    Nearest,
}
