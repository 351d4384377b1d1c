using System.Text;
using System.Xml;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>A mosaic as a project of the MLT framework, which melt renders and from which Kdenlive and Shotcut take over.</summary>
/// <remarks>
/// Every track is a playlist of the sources' pieces in frames of the movie's rate; each piece has a volume filter with its units' gains
/// in dB. A .kdenlive file has Kdenlive's bin and, for each track, one of sound and one of pictures beside it.
/// </remarks>
public static class PlanMlt
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        CloseOutput = false,
        NewLineChars = "\n",
    };

    /// <summary>Writes a plain project: .mlt.</summary>
    public static void Write(Stream stream, MosaicDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using XmlWriter xml = Begin(stream, document, "mosaic");
        MltPieces pieces = new(xml, document);
        IReadOnlyList<IReadOnlyList<TimelineClip>> tracks = TimelineClip.Tracks(document);
        pieces.WriteProducers(_ => []);
        for (int track = 0; track < tracks.Count; track++)
            pieces.WritePlaylist(Invariant($"track{track}"), tracks[track], MltPart.Both);
        xml.WriteStartElement("tractor");
        xml.WriteAttributeString("id", "mosaic");
        xml.WriteStartElement("multitrack");
        for (int track = 0; track < tracks.Count; track++)
            pieces.WriteTrack(Invariant($"track{track}"), null);
        xml.WriteEndElement();
        for (int track = 1; track < tracks.Count; track++)
            pieces.WriteTransition("mix", (0, track), ("always_active", "1"), ("sum", "1"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Writes a project of Kdenlive (20.04 or later): .kdenlive.</summary>
    public static void WriteKdenlive(Stream stream, MosaicDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using XmlWriter xml = Begin(stream, document, "main_bin");
        new KdenliveProject(xml, document).Write();
        xml.WriteEndElement();
    }

    private static XmlWriter Begin(Stream stream, MosaicDocument document, string producer)
    {
        XmlWriter xml = XmlWriter.Create(stream, Settings);
        FrameRate rate = document.Rate;
        var (width, height) = document.Size;
        xml.WriteStartElement("mlt");
        xml.WriteAttributeString("LC_NUMERIC", "C");
        xml.WriteAttributeString("version", "7.0.0");
        xml.WriteAttributeString("producer", producer);
        xml.WriteStartElement("profile");
        foreach ((string name, int value) in new[]
        {
            ("width", width), ("height", height), ("progressive", 1), ("sample_aspect_num", 1), ("sample_aspect_den", 1),
            ("display_aspect_num", width), ("display_aspect_den", height), ("frame_rate_num", rate.Num), ("frame_rate_den", rate.Den),
            ("colorspace", 709),
        })
        {
            xml.WriteAttributeString(name, Invariant($"{value}"));
        }

        xml.WriteEndElement();
        return xml;
    }
}
