using System.CommandLine;
using Cymatic.Media;

namespace Cymatic.Cli;

/// <summary>cymatic info FILE: what a media file says about itself.</summary>
internal static class InfoCommand
{
    public const string Examples =
        """
        cymatic info movie.mp4
            container, length, and every stream: size, rate, rotation, colours, sound

        cymatic info song.flac --json
            the same for programs
        """;

    private static readonly Argument<string> Path = new("file") { Description = "Any audio, video or picture file." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    public static Command Create()
    {
        var command = new Command("info", "Says what is in a media file.") { Path, Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        MediaInfo info = await Task.Run(() => MediaInfo.Read(parse.GetRequiredValue(Path), cancel), cancel);
        if (parse.GetValue(Json))
            InfoJson.Write(Console.OpenStandardOutput(), info);
        else
            InfoText.Write(Console.Out, info);
        return ExitCode.Done;
    }
}
