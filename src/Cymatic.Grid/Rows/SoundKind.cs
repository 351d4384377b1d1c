namespace Cymatic.Grid;

/// <summary>Kinds of sounds that musicians have words for.</summary>
internal enum SoundKind
{
    Kick,
    Snare,
    Clap,
    ClosedHat,
    OpenHat,
    Cymbal,
    Tom,
    HandDrum,

    /// <summary>Bells, glasses, triangles, cowbells.</summary>
    Bell,

    /// <summary>Sticks, rims, claves, wood blocks.</summary>
    Click,
    Shaker,
    Bass,

    /// <summary>What is struck or plucked and dies away at a pitch.</summary>
    Pluck,

    /// <summary>What is held at a pitch.</summary>
    Tone,

    /// <summary>What is held at a pitch and starts slowly.</summary>
    Pad,
    Noise,

    /// <summary>Short electronic tones.</summary>
    Blip,

    /// <summary>None of these: scratches, robots, doors.</summary>
    Other,
}
