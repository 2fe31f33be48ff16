using System.Xml;

namespace DigestSite.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287), with its place in the feed's history (RFC 5005).</summary>
internal static class AtomWriter
{
    private const string HistoryNamespace = "http://purl.org/syndication/history/1.0";

    public static ReadOnlyMemory<byte> Write(Feed feed, string self, SiteModel site, IEnumerable<SharedEntry> entries) => FeedXml.Document(
        site.Settings.BaseUrl.Href(Routes.FeedStyle),
        xml =>
        {
            Open(xml);
            xml.WriteAttributeString("xml", "lang", null, site.Settings.Language);
            WriteFeed(xml, feed, self, site);
        },
        entries,
        e => e.Atom);

    /// <summary>A document of an archive, whose entries no other has: it is written at once.</summary>
    public static ReadOnlyMemory<byte> WriteArchive(Feed feed, string self, SiteModel site, IReadOnlyList<FeedEntry> entries) => FeedXml.Document(
        site.Settings.BaseUrl.Href(Routes.FeedStyle),
        xml =>
        {
            Open(xml);
            xml.WriteAttributeString("xml", "lang", null, site.Settings.Language);
            WriteFeed(xml, feed, self, site);
            foreach (FeedEntry entry in entries)
            {
                WriteEntry(xml, entry);
            }
        },
        [],
        e => e.Atom);

    /// <summary>One entry, as it stands in every feed.</summary>
    public static byte[] Write(FeedEntry entry) => FeedXml.Piece(Open, xml => WriteEntry(xml, entry));

    private static void Open(XmlWriter xml) => xml.WriteStartElement("feed", FeedXml.AtomNamespace);

    private static void WriteFeed(XmlWriter xml, Feed feed, string self, SiteModel site)
    {
        xml.Text("title", feed.Title);
        xml.Text("subtitle", feed.Description);
        xml.Text("id", feed.Id);
        xml.Text("updated", FeedDate.Rfc3339(feed.Changed));
        xml.Empty("link", null, ("rel", "self"), ("type", FeedFormat.AtomType), ("href", self));
        xml.Empty("link", null, ("rel", "alternate"), ("type", "text/html"), ("href", feed.Page));
        WriteHistory(xml, feed.Links);

        // Of every entry that has none of its own (4.1.2).
        xml.WriteStartElement("author");
        xml.Text("name", site.Settings.Title);
        xml.Text("uri", site.Settings.BaseUrl.ToString());
        xml.WriteEndElement();
        xml.Text("icon", site.Settings.BaseUrl.Absolute(Routes.Icon));
        xml.Text("generator", site.Generator);
    }

    private static void WriteHistory(XmlWriter xml, FeedLinks? links)
    {
        if (links is null)
        {
            return;
        }

        if (links.IsArchive)
        {
            xml.WriteStartElement("fh", "archive", HistoryNamespace);
            xml.WriteEndElement();
        }

        ReadOnlySpan<(string Relation, string? Address)> all = [("current", links.Current), ("prev-archive", links.Previous), ("next-archive", links.Next)];
        foreach ((string relation, string? address) in all)
        {
            if (address is not null)
            {
                xml.Empty("link", null, ("rel", relation), ("type", FeedFormat.AtomType), ("href", address));
            }
        }
    }

    private static void WriteEntry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        xml.Text("title", entry.Title);
        xml.Text("id", entry.Id);
        xml.Empty("link", null, ("rel", "alternate"), ("type", "text/html"), ("href", entry.Link));
        xml.Text("published", FeedDate.Rfc3339(entry.Date));
        xml.Text("updated", FeedDate.Rfc3339(entry.Changed));
        foreach (string author in entry.Authors)
        {
            xml.WriteStartElement("author");
            xml.Text("name", author);
            xml.WriteEndElement();
        }

        foreach (FeedCategory category in entry.Categories)
        {
            xml.Empty("category", null, ("term", category.Title), ("scheme", category.Domain));
        }

        xml.Text("summary", entry.Summary);
        if (entry.Html.Length > 0)
        {
            xml.WriteStartElement("content");
            xml.WriteAttributeString("type", "html");
            xml.WriteCData(entry.Html);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
