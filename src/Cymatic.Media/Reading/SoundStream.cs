using System.Globalization;

namespace Cymatic.Media;

/// <summary>A decoder of a file's sound from time 0: 32-bit floats, channels side by side, silence where time stamps leave a gap.</summary>
internal sealed class SoundStream : MediaDecoder
{
    private const int BlockBytes = 1 << 18;
    private readonly SoundSource _source;

    /// <exception cref="FfmpegException">ffmpeg cannot be run.</exception>
    public SoundStream(SoundSource source)
        : base(source.Path, new VideoReadOptions().PatienceSeconds, Arguments(source)) => _source = source;

    /// <inheritdoc/>
    public override void Wake() => _source.Wake();

    /// <inheritdoc/>
    protected override void Decode()
    {
        var block = new byte[BlockBytes];
        while (_source.MayGoOn(this) && Fill(block) is > 0 and int length)
            _source.Take(block.AsSpan(0, length));
    }

    /// <inheritdoc/>
    protected override void Finish(Exception? failure) => _source.Finish(this, failure);

    // first_pts makes the first sample that of time 0, be it that the sound begins later or earlier.
    private static string[] Arguments(SoundSource source) =>
    [
        "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-protocol_whitelist", "file,pipe,fd", "-copyts",
        "-i", MediaProbe.Url(source.Path), "-map", string.Create(CultureInfo.InvariantCulture, $"0:{source.Stream.Index}"),
        "-af", string.Create(CultureInfo.InvariantCulture, $"aresample=async=1:first_pts={source.Zero}"), "-c:a", "pcm_f32le",
        "-ar", source.Stream.SampleRate.ToString(CultureInfo.InvariantCulture),
        "-ac", source.Stream.Channels.ToString(CultureInfo.InvariantCulture), "-f", "f32le", "pipe:1",
    ];
}
