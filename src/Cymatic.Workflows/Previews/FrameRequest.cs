namespace Cymatic.Workflows;

/// <summary>Which pictures of a movie to write.</summary>
public sealed record FrameRequest
{
    /// <summary>Any file with pictures that ffmpeg can decode.</summary>
    public required string Movie { get; init; }

    /// <summary>The PNG files to write; as many as there are times and numbers.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>Times in seconds, at each of which the picture that is shown is taken.</summary>
    public IReadOnlyList<double> Times { get; init; } = [];

    /// <summary>Numbers of frames, from 0; they come after the times.</summary>
    public IReadOnlyList<long> Numbers { get; init; } = [];
}

/// <summary>A picture that was written.</summary>
/// <param name="File">The PNG file.</param>
/// <param name="Number">The frame's number in the movie, from 0.</param>
/// <param name="Time">When it is shown, in seconds.</param>
public sealed record WrittenFrame(string File, long Number, double Time);
