using System.Text.Json;
using Cymatic.Media;

namespace Cymatic.Cli;

/// <summary>A media file's facts for programs; what is unknown is left out.</summary>
internal static class InfoJson
{
    public static void Write(Stream output, MediaInfo info)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("file", info.Path);
            json.WriteString("container", info.Container);
            Text(json, "container_name", info.ContainerName);
            json.WriteNumber("bytes", info.Size);
            Number(json, "duration", info.Duration);
            json.WriteNumber("start", info.Start);
            Number(json, "bit_rate", info.BitRate);
            json.WriteStartArray("streams");
            foreach (MediaStreamInfo stream in info.Streams)
                Write(json, stream);
            json.WriteEndArray();
            Tags(json, info.Tags);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, MediaStreamInfo stream)
    {
        json.WriteStartObject();
        json.WriteNumber("index", stream.Index);
        json.WriteString("kind", stream.Kind);
        json.WriteString("codec", stream.Codec);
        if (stream is VideoStreamInfo video)
            Video(json, video);
        if (stream is AudioStreamInfo audio)
            Audio(json, audio);
        Number(json, "start", stream.Start);
        Number(json, "duration", stream.Duration);
        Number(json, "bit_rate", stream.BitRate);
        json.WriteString("time_base", $"{stream.TimeBase.Num}/{stream.TimeBase.Den}");
        Tags(json, stream.Tags);
        json.WriteEndObject();
    }

    private static void Video(Utf8JsonWriter json, VideoStreamInfo video)
    {
        json.WriteNumber("width", video.Width);
        json.WriteNumber("height", video.Height);
        json.WriteNumber("coded_width", video.CodedWidth);
        json.WriteNumber("coded_height", video.CodedHeight);
        json.WriteNumber("rotation", video.Rotation);
        json.WriteString("sample_aspect_ratio", $"{video.SampleAspect.Num}:{video.SampleAspect.Den}");
        Text(json, "pixel_format", video.PixelFormat);
        json.WriteBoolean("alpha", video.HasAlpha);
        Text(json, "color_range", video.ColorRange);
        Text(json, "color_space", video.ColorSpace);
        Text(json, "average_rate", video.AverageRate?.ToString());
        Text(json, "base_rate", video.BaseRate?.ToString());
        Number(json, "frames", video.FrameCount);
    }

    private static void Audio(Utf8JsonWriter json, AudioStreamInfo audio)
    {
        json.WriteNumber("sample_rate", audio.SampleRate);
        json.WriteNumber("channels", audio.Channels);
        Text(json, "channel_layout", audio.ChannelLayout);
        Number(json, "samples", audio.SampleCount);
    }

    private static void Tags(Utf8JsonWriter json, IReadOnlyDictionary<string, string> tags)
    {
        json.WriteStartObject("tags");
        foreach ((string name, string value) in tags)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }
}
