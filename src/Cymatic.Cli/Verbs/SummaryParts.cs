using System.Text.Json;
using static System.FormattableString;

namespace Cymatic.Cli;

/// <summary>What the summaries of all verbs are made of.</summary>
internal static class SummaryParts
{
    /// <summary>A number with its noun: "1 block", "2 blocks".</summary>
    public static string Count(int number, string noun) => Invariant($"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>Writes a member that is an array of strings.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
