namespace Cymatic.Imaging;

/// <summary>Cairo refused to draw; the message is Cairo's own reason.</summary>
public sealed class CairoException : Exception
{
    internal CairoException(int status)
        : base($"Cairo cannot draw: {Cairo.StatusText(status)}.") => Status = status;

    /// <summary>The number of the reason in Cairo's list of states.</summary>
    public int Status { get; }

    internal static void ThrowIfFailed(int status)
    {
        if (status != 0)
            throw new CairoException(status);
    }
}
