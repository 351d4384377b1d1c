namespace Cymatic.Architecture.Tests;

public sealed class SourceTests
{
    private const int Columns = 140, Lines = 400;

    [Fact]
    public void No_line_is_longer_than_140_columns() => None(
        from source in Sources()
        from line in source.Text.Index()
        where line.Item.Length > Columns
        select $"{source.Name}, line {line.Index + 1}: {line.Item.Length} columns");

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        None(Sources().Where(source => source.Text.Length > Lines).Select(source => $"{source.Name}: {source.Text.Length} lines"));

    private static void None(IEnumerable<string> faults)
    {
        string[] all = [.. faults];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    private static IEnumerable<(string Name, string[] Text)> Sources() =>
        from folder in (string[])["src", "tests", "benchmarks"]
        from file in Directory.EnumerateFiles(Repository.File(folder), "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal)
        select (name, File.ReadAllLines(file));
}
