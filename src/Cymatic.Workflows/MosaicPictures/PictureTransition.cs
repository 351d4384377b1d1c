namespace Cymatic.Workflows;

/// <summary>How one picture goes over into the next, and what is seen of units that sound together.</summary>
public enum PictureTransition
{
    /// <summary>At once; of units that sound together the strongest is shown.</summary>
    Cut,

    /// <summary>One fades into the next; of units that sound together the strongest is shown.</summary>
    Dissolve,

    /// <summary>Units that sound together are shown side by side.</summary>
    Tiles,
}
