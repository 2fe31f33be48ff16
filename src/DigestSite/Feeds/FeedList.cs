using System.Xml;

namespace DigestSite.Feeds;

/// <summary>Writes the list of all feeds as OPML 2.0 (http://opml.org/spec2.opml), which readers import: the digests, the papers, then by theme and by tag.</summary>
internal static class FeedList
{
    private const string Documentation = "https://opml.org/spec2.opml";

    public static ReadOnlyMemory<byte> Write(SiteModel site) => FeedXml.Document(null, xml => Write(xml, site), [], e => e.Rss);

    private static void Write(XmlWriter xml, SiteModel site)
    {
        SiteSettings settings = site.Settings;
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.Text("title", settings.Title + ": all feeds");
        if (site.Archive.Digests is [var newest, ..])
        {
            xml.Text("dateModified", FeedDate.Rfc822(newest.Date));
        }

        xml.Text("ownerName", settings.Title);
        xml.Text("ownerId", settings.BaseUrl.ToString());
        xml.Text("docs", Documentation);
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        WriteFeed(xml, FeedPlace.OfDigests(settings), settings);
        WriteFeed(xml, FeedPlace.OfPapers(settings), settings);
        WriteGroup(xml, "Themes", site.Archive.Themes.Select(t => FeedPlace.Of(t, settings)), settings);
        WriteGroup(xml, "Tags", site.Archive.Tags.Select(t => FeedPlace.Of(t, settings)), settings);
    }

    private static void WriteGroup(XmlWriter xml, string name, IEnumerable<FeedPlace> places, SiteSettings settings)
    {
        FeedPlace[] all = [.. places];
        if (all.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("outline");
        xml.WriteAttributeString("text", name);
        foreach (FeedPlace place in all)
        {
            WriteFeed(xml, place, settings);
        }

        xml.WriteEndElement();
    }

    private static void WriteFeed(XmlWriter xml, FeedPlace place, SiteSettings settings) => xml.Empty(
        "outline",
        null,
        ("text", place.Title),
        ("title", place.Title),
        ("type", "rss"),
        ("version", "RSS2"),
        ("xmlUrl", settings.BaseUrl.Absolute(place.Rss)),
        ("htmlUrl", settings.BaseUrl.Absolute(place.Page)),
        ("description", place.Description),
        ("language", settings.Language));
}
