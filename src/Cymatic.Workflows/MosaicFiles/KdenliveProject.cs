using System.Xml;

namespace Cymatic.Workflows;

/// <summary>The inside of a Kdenlive project: a bin with the sources, and for each track one of sound and one of pictures.</summary>
/// <remarks>
/// As Kdenlive 20.04 to 23.04 writes it (documents of version 1.0x), which later versions convert: a track is a tractor of two
/// playlists, and the last tractor holds them all over a black ground.
/// </remarks>
internal sealed class KdenliveProject(XmlWriter xml, MosaicDocument document)
{
    private const string Added = "237";
    private readonly MltPieces _pieces = new(xml, document);
    private readonly IReadOnlyList<IReadOnlyList<TimelineClip>> _tracks = TimelineClip.Tracks(document);

    public void Write()
    {
        _pieces.WriteProducers(source => [("kdenlive:id", Id(source)), ("kdenlive:clipname", document.NameOf(source))]);
        WriteBin();
        WriteGround();
        List<string> all = ["black_track"];
        // Sound below, the first track next to the pictures; pictures above.
        for (int track = _tracks.Count - 1; track >= 0; track--)
            all.Add(WriteTrack(track, MltPart.Sound));
        for (int track = _tracks.Count - 1; track >= 0; track--)
            all.Add(WriteTrack(track, MltPart.Picture));
        WriteTimeline(all);
    }

    private static string Id(int source) => Invariant($"{source + 2}"); // 1 is Kdenlive's own

    private void WriteBin()
    {
        xml.WriteStartElement("playlist");
        xml.WriteAttributeString("id", "main_bin");
        _pieces.WriteProperty("kdenlive:docproperties.version", "1.04");
        _pieces.WriteProperty("kdenlive:docproperties.kdenliveversion", "22.12.3");
        _pieces.WriteProperty("kdenlive:docproperties.profile", "");
        _pieces.WriteProperty("xml_retain", "1");
        for (int source = 0; source < document.Plan.Sources.Count; source++)
        {
            xml.WriteStartElement("entry");
            xml.WriteAttributeString("producer", Invariant($"source{source}"));
            xml.WriteAttributeString("in", "0");
            long frames = TimelineClip.FramesOf(document.Plan.Sources[source], document.Rate);
            xml.WriteAttributeString("out", Invariant($"{frames - 1}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteGround()
    {
        xml.WriteStartElement("producer");
        xml.WriteAttributeString("id", "black_track");
        xml.WriteAttributeString("in", "0");
        xml.WriteAttributeString("out", Invariant($"{document.FrameCount - 1}"));
        _pieces.WriteProperty("length", Invariant($"{document.FrameCount}"));
        _pieces.WriteProperty("resource", "black");
        _pieces.WriteProperty("mlt_service", "color");
        _pieces.WriteProperty("set.test_audio", "0");
        xml.WriteEndElement();
    }

    private string WriteTrack(int track, MltPart part)
    {
        string id = Invariant($"{(part == MltPart.Sound ? "sound" : "picture")}{track}");
        (string, string)[] mark = part == MltPart.Sound ? [("kdenlive:audio_track", "1")] : [];
        _pieces.WritePlaylist(id + "_a", _tracks[track], part, mark);
        _pieces.WritePlaylist(id + "_b", [], part, mark);
        xml.WriteStartElement("tractor");
        xml.WriteAttributeString("id", id);
        foreach ((string name, string value) in mark)
            _pieces.WriteProperty(name, value);
        string hide = part == MltPart.Sound ? "video" : "audio";
        _pieces.WriteTrack(id + "_a", hide);
        _pieces.WriteTrack(id + "_b", hide);
        xml.WriteEndElement();
        return id;
    }

    private void WriteTimeline(List<string> tracks)
    {
        xml.WriteStartElement("tractor");
        xml.WriteAttributeString("id", "mosaic");
        xml.WriteAttributeString("global_feed", "1");
        xml.WriteAttributeString("in", "0");
        xml.WriteAttributeString("out", Invariant($"{document.FrameCount - 1}"));
        foreach (string track in tracks)
            _pieces.WriteTrack(track, null);
        for (int track = 1; track < tracks.Count; track++)
        {
            bool isSound = track <= _tracks.Count;
            (string, string) always = ("always_active", "1"), added = ("internal_added", Added);
            if (isSound)
                _pieces.WriteTransition("mix", (0, track), always, added, ("kdenlive_id", "mix"), ("sum", "1"));
            else
                _pieces.WriteTransition("qtblend", (0, track), always, added, ("kdenlive_id", "qtblend"), ("compositing", "0"));
        }

        xml.WriteEndElement();
    }
}
