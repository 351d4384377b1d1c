namespace Cymatic.Signal;

/// <summary>A file that is not what it says it is: which file, where, what was expected and what was found.</summary>
public sealed class MalformedFileException : Exception
{
    /// <param name="path">The file, as the user named it.</param>
    /// <param name="offset">The byte at which the field starts.</param>
    /// <param name="field">The field's name in the format's specification.</param>
    /// <param name="expected">What should stand there, to be read after "should be".</param>
    /// <param name="found">What stands there.</param>
    public MalformedFileException(string path, long offset, string field, string expected, string found)
        : base($"{System.IO.Path.GetFileName(path)}, byte {offset}: {field} should be {expected}, but is '{found}'.")
    {
        Path = path;
        Offset = offset;
        Field = field;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The byte at which the field starts.</summary>
    public long Offset { get; }

    /// <summary>The field's name.</summary>
    public string Field { get; }
}
