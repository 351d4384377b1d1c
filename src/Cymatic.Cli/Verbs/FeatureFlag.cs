using System.CommandLine;
using Cymatic.Mosaic;

namespace Cymatic.Cli;

/// <summary>--features mel=1,chroma=0.5, of an index and of a mosaic.</summary>
internal static class FeatureFlag
{
    /// <summary>The option; what it says of features is followed by their names.</summary>
    public static Option<FeatureWeights> Create(string description) => new("--features")
    {
        Description = $"{description} Known are {string.Join(' ', FeatureWeights.Names)}.",
        HelpName = "feature=weight,...",
        CustomParser = result =>
        {
            try
            {
                return FeatureWeights.Parse(string.Join(',', result.Tokens.Select(token => token.Value)));
            }
            catch (FormatException e)
            {
                result.AddError(e.Message);
                return null;
            }
        },
    };
}
