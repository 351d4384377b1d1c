using System.CommandLine;
using System.CommandLine.Parsing;
using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Workflows;

namespace Cymatic.Cli;

/// <summary>What the sound and the picture of a mosaic can be told on the command line.</summary>
internal static class MosaicOptions
{
    private static readonly Option<LevelMatch> Levels = new("--levels")
    {
        Description = "By what pieces are made as loud as the target: root mean square, loudness, or not at all.",
        HelpName = "rms|lufs|off",
        DefaultValueFactory = _ => LevelMatch.Rms,
    };

    private static readonly Option<double> Limit = new("--level-limit")
    {
        Description = "By how many dB at most a piece's gain differs from the median.",
        HelpName = "dB",
        DefaultValueFactory = _ => new MosaicSoundOptions().LimitDb,
    };

    private static readonly Option<double> Join = new("--join")
    {
        Description = "Length of the cross-fade between pieces, in milliseconds; 0 is a hard cut.",
        HelpName = "ms",
        DefaultValueFactory = _ => 1000 * new JoinOptions().Seconds,
    };

    private static readonly Option<double> Align = new("--align")
    {
        Description = "By how many milliseconds at most a piece is shifted so that its wave fits the one before.",
        HelpName = "ms",
        DefaultValueFactory = _ => 1000 * new JoinOptions().AlignSeconds,
    };

    private static readonly Option<double?> Mix = new("--mix")
    {
        Description = "Mix the target itself in, at this level: -12 is faint, 0 as loud as it is.",
        HelpName = "dB",
    };

    private static readonly Option<(int, int)?> Size = new("--size")
    {
        Description = "Size of the movie, for example 1280x720; else that of the source that is seen for longest.",
        HelpName = "WxH",
        CustomParser = ParseSize,
    };

    private static readonly Option<FrameRate?> Rate = new("--rate")
    {
        Description = "Frames a second of the movie, for example 25 or 30000/1001; else those of the corpus.",
        HelpName = "rate",
        CustomParser = ParseRate,
    };

    private static readonly Option<PictureFit> Fit = new("--fit")
    {
        Description = "How pictures of another shape come into the movie: with bars, cut off, or before a blurred copy.",
        HelpName = "letterbox|crop|blur",
    };

    private static readonly Option<PictureTransition> Transition = new("--transition")
    {
        Description = "How pictures change; tiles show what sounds together side by side.",
        HelpName = "cut|dissolve|tiles",
    };

    private static readonly Option<double> Dissolve = new("--dissolve")
    {
        Description = "Length of a dissolve in seconds.",
        HelpName = "s",
        DefaultValueFactory = _ => new MosaicPictureOptions().DissolveSeconds,
    };

    private static readonly Option<bool> Captions = new("--captions") { Description = "Write the name of the source into each picture." };

    /// <summary>Adds the options to a command.</summary>
    public static void AddTo(Command command)
    {
        Parsing.MustLieBetween(Limit, 0, 60);
        Parsing.MustLieBetween(Join, 0, 1000);
        Parsing.MustLieBetween(Align, 0, 50);
        Parsing.MustLieBetween(Mix, -80, 20);
        Parsing.MustLieBetween(Dissolve, 0.02, 5);
        foreach (Option option in new Option[] { Levels, Limit, Join, Align, Mix, Size, Rate, Fit, Transition, Dissolve, Captions })
            command.Add(option);
    }

    /// <summary>What was said of the sound.</summary>
    public static MosaicSoundOptions Sound(ParseResult parse) => new()
    {
        Levels = parse.GetValue(Levels),
        LimitDb = parse.GetValue(Limit),
        TargetDb = parse.GetValue(Mix),
        Join = new JoinOptions { Seconds = parse.GetValue(Join) / 1000, AlignSeconds = parse.GetValue(Align) / 1000 },
    };

    /// <summary>What was said of the picture.</summary>
    public static MosaicPictureOptions Picture(ParseResult parse) => new()
    {
        Size = parse.GetValue(Size),
        Rate = parse.GetValue(Rate),
        Fit = parse.GetValue(Fit),
        Transition = parse.GetValue(Transition),
        DissolveSeconds = parse.GetValue(Dissolve),
        Captions = parse.GetValue(Captions),
    };

    private static (int, int)? ParseSize(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        string[] sides = text.Split('x', '×');
        if (sides.Length == 2 && int.TryParse(sides[0], out int width) && int.TryParse(sides[1], out int height)
            && width is >= 16 and <= 7680 && height is >= 16 and <= 4320)
        {
            return (width, height);
        }

        result.AddError($"'{text}' is no size of a movie; 1280x720 is one, and sides lie between 16 and 7680x4320.");
        return null;
    }

    private static FrameRate? ParseRate(ArgumentResult result)
    {
        try
        {
            FrameRate rate = FrameRate.Parse(result.Tokens[0].Value);
            if (rate.TimeOf(1) is >= 1.0 / 240 and <= 1)
                return rate;
            result.AddError($"A movie has from 1 to 240 frames a second, not {rate}.");
        }
        catch (FormatException e)
        {
            result.AddError(e.Message);
        }

        return null;
    }
}
