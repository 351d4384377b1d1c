using Cymatic.Signal;

namespace Cymatic.Music;

/// <summary>What happens where a file breaks the format: a strict reader stops, a lenient one notes its repair.</summary>
internal sealed class MidiFaults(string path, bool lenient)
{
    private readonly List<string> _repairs = [];

    public string Path => path;

    public bool Lenient => lenient;

    public IReadOnlyList<string> Repairs => _repairs;

    public MalformedFileException At(long offset, string field, string expected, string found) => new(path, offset, field, expected, found);

    /// <summary>Stops, or notes what is done instead.</summary>
    public void Repair(MalformedFileException fault, string remedy)
    {
        if (!lenient)
            throw fault;
        Note(fault, remedy);
    }

    /// <summary>Notes a fault that does no harm and that programs in use make.</summary>
    public void Note(MalformedFileException fault, string remedy)
    {
        _repairs.Add($"{fault.Message} {remedy}");
    }
}
