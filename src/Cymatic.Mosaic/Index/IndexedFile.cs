namespace Cymatic.Mosaic;

/// <summary>A file of an index: what it was when it was heard.</summary>
public sealed record IndexedFile
{
    /// <summary>Where it lies, as a full path.</summary>
    public required string Path { get; init; }

    /// <summary>Its bytes.</summary>
    public required long Size { get; init; }

    /// <summary>When it was last written, in coordinated universal time.</summary>
    public required DateTime Written { get; init; }

    /// <summary>SHA-256 of all its bytes, in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Samples a second, in Hz.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Its length in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>Whether there is a picture beside the sound.</summary>
    public bool HasVideo { get; init; }

    /// <summary>Frames a second as a ratio, "30000/1001"; null without a picture.</summary>
    public string? FrameRate { get; init; }
}
