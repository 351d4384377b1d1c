using System.Reflection;

namespace Cymatic.Architecture.Tests;

public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Cymatic.Signal"] = [],
        ["Cymatic.Imaging"] = [],
        ["Cymatic.Media"] = ["Cymatic.Signal", "Cymatic.Imaging"],
        ["Cymatic.Plot"] = ["Cymatic.Signal", "Cymatic.Imaging"],
        ["Cymatic.Music"] = ["Cymatic.Signal"],
        ["Cymatic.Grid"] = ["Cymatic.Signal"],
        ["Cymatic.Mosaic"] = ["Cymatic.Signal"],
        ["Cymatic.Workflows"] =
        [
            "Cymatic.Signal", "Cymatic.Imaging", "Cymatic.Media", "Cymatic.Plot", "Cymatic.Music", "Cymatic.Grid", "Cymatic.Mosaic",
        ],
        ["cymatic"] =
        [
            "Cymatic.Workflows", "Cymatic.Signal", "Cymatic.Imaging", "Cymatic.Media", "Cymatic.Plot", "Cymatic.Music", "Cymatic.Grid",
            "Cymatic.Mosaic",
        ],
    };

    public static TheoryData<string> Libraries => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void References_follow_the_arrows(string library)
    {
        IEnumerable<string> references = Assembly.Load(library).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Cymatic.", StringComparison.Ordinal));
        Assert.Empty(references.Except(Allowed[library]));
    }

    [Fact]
    public void Every_library_has_its_arrows_written_down()
    {
        IEnumerable<string> projects = Directory.EnumerateFiles(Repository.File("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Select(name => name == "Cymatic.Cli" ? "cymatic" : name);
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }
}
