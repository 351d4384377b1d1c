using System.Xml;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>What of a source a track of an MLT project plays.</summary>
internal enum MltPart
{
    Both,
    Picture,
    Sound,
}

/// <summary>The elements that projects of MLT are made of.</summary>
internal sealed class MltPieces(XmlWriter xml, MosaicDocument document)
{
    /// <summary>A producer for each source, named "source" and its number.</summary>
    /// <param name="more">Further properties of a source.</param>
    public void WriteProducers(Func<int, IEnumerable<(string Name, string Value)>> more)
    {
        for (int i = 0; i < document.Plan.Sources.Count; i++)
        {
            PlanSource source = document.Plan.Sources[i];
            long frames = TimelineClip.FramesOf(source, document.Rate);
            xml.WriteStartElement("producer");
            xml.WriteAttributeString("id", Invariant($"source{i}"));
            xml.WriteAttributeString("in", "0");
            xml.WriteAttributeString("out", Invariant($"{frames - 1}"));
            WriteProperty("length", Invariant($"{frames}"));
            WriteProperty("resource", Path.GetFullPath(source.Path));
            WriteProperty("mlt_service", "avformat");
            foreach ((string name, string value) in more(i))
                WriteProperty(name, value);
            xml.WriteEndElement();
        }
    }

    /// <summary>A playlist of a track's clips, with blanks between.</summary>
    public void WritePlaylist(string id, IReadOnlyList<TimelineClip> clips, MltPart part, params (string, string)[] properties)
    {
        xml.WriteStartElement("playlist");
        xml.WriteAttributeString("id", id);
        foreach ((string name, string value) in properties)
            WriteProperty(name, value);
        long at = 0;
        foreach (TimelineClip clip in clips.Where(clip => part != MltPart.Picture || document.Plan.Sources[clip.Run.Source].HasVideo))
        {
            if (clip.First > at)
            {
                xml.WriteStartElement("blank");
                xml.WriteAttributeString("length", Invariant($"{clip.First - at}"));
                xml.WriteEndElement();
            }

            WriteEntry(clip, part);
            at = clip.End;
        }

        xml.WriteEndElement();
    }

    /// <summary>A track of a tractor.</summary>
    public void WriteTrack(string producer, string? hide)
    {
        xml.WriteStartElement("track");
        if (hide is not null)
            xml.WriteAttributeString("hide", hide);
        xml.WriteAttributeString("producer", producer);
        xml.WriteEndElement();
    }

    /// <summary>A transition of two tracks for all of their length.</summary>
    public void WriteTransition(string service, (int A, int B) tracks, params (string, string)[] properties)
    {
        xml.WriteStartElement("transition");
        WriteProperty("a_track", Invariant($"{tracks.A}"));
        WriteProperty("b_track", Invariant($"{tracks.B}"));
        WriteProperty("mlt_service", service);
        foreach ((string name, string value) in properties)
            WriteProperty(name, value);
        xml.WriteEndElement();
    }

    /// <summary>A property.</summary>
    public void WriteProperty(string name, string value)
    {
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteString(string.Concat(value.Where(XmlConvert.IsXmlChar)));
        xml.WriteEndElement();
    }

    private void WriteEntry(TimelineClip clip, MltPart part)
    {
        xml.WriteStartElement("entry");
        xml.WriteAttributeString("producer", Invariant($"source{clip.Run.Source}"));
        xml.WriteAttributeString("in", Invariant($"{clip.SourceFirst}"));
        xml.WriteAttributeString("out", Invariant($"{clip.SourceFirst + clip.Length - 1}"));
        if (part != MltPart.Picture && clip.Run.Units.Any(unit => document.Plan.Units[unit].GainDb != 0))
        {
            xml.WriteStartElement("filter");
            WriteProperty("mlt_service", "volume");
            WriteProperty("level", Levels(clip));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Decibels at frames of the clip: a straight line between the middles of units.
    private string Levels(TimelineClip clip)
    {
        SortedDictionary<long, double> levels = [];
        foreach (int index in clip.Run.Units)
        {
            PlanUnit unit = document.Plan.Units[index];
            long frame = document.Rate.FrameAt(unit.TargetTime + unit.Duration / 2) - clip.First;
            levels.TryAdd(Math.Clamp(frame, 0, clip.Length - 1), unit.GainDb);
        }

        return string.Join(';', levels.Select(level => Invariant($"{level.Key}={level.Value:0.###}")));
    }
}
