using System.Xml;

namespace DigestSite.Feeds;

/// <summary>Writes a feed as RSS 2.0, by the Best Practices Profile (https://www.rssboard.org/rss-profile).</summary>
internal static class RssWriter
{
    private const string ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCoreNamespace = "http://purl.org/dc/elements/1.1/";
    private const string Documentation = "https://www.rssboard.org/rss-specification";

    // In minutes: a new listing comes at most once a day, and half a day late is soon enough.
    private const string TimeToLive = "720";

    public static ReadOnlyMemory<byte> Write(Feed feed, string self, SiteModel site, IEnumerable<SharedEntry> entries) => FeedXml.Document(
        site.Settings.BaseUrl.Href(Routes.FeedStyle),
        xml =>
        {
            Open(xml);
            WriteChannel(xml, feed, self, site);
        },
        entries,
        e => e.Rss);

    /// <summary>One item, as it stands in every feed.</summary>
    public static byte[] Write(FeedEntry entry) => FeedXml.Piece(Open, xml => WriteItem(xml, entry));

    private static void Open(XmlWriter xml)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, FeedXml.AtomNamespace);
        xml.WriteAttributeString("xmlns", "content", null, ContentNamespace);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCoreNamespace);
        xml.WriteStartElement("channel");
    }

    private static void WriteChannel(XmlWriter xml, Feed feed, string self, SiteModel site)
    {
        xml.Text("title", feed.Title);
        xml.Text("link", feed.Page);
        xml.Text("description", feed.Description);
        xml.Text("language", site.Settings.Language);
        if (feed.Entries is [var newest, ..])
        {
            xml.Text("lastBuildDate", FeedDate.Rfc822(newest.Date));
        }

        xml.Text("generator", site.Generator);
        xml.Text("docs", Documentation);
        xml.Text("ttl", TimeToLive);
        xml.Empty("link", FeedXml.AtomNamespace, ("href", self), ("rel", "self"), ("type", FeedFormat.RssType));
    }

    private static void WriteItem(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.Text("title", entry.Title);
        xml.Text("link", entry.Link);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(FeedText.Clean(entry.Id));
        xml.WriteEndElement();
        xml.Text("pubDate", FeedDate.Rfc822(entry.Date));
        xml.WriteElementString("updated", FeedXml.AtomNamespace, FeedDate.Rfc3339(entry.Changed));
        foreach (string author in entry.Authors)
        {
            xml.WriteElementString("creator", DublinCoreNamespace, FeedText.Clean(author));
        }

        foreach (FeedCategory category in entry.Categories)
        {
            xml.WriteStartElement("category");
            if (category.Domain is { } domain)
            {
                xml.WriteAttributeString("domain", domain);
            }

            xml.WriteString(FeedText.Clean(category.Title));
            xml.WriteEndElement();
        }

        xml.Text("description", AsHtml(entry.Summary));
        xml.WriteStartElement("encoded", ContentNamespace);
        xml.WriteCData(entry.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Readers take an item's description for HTML, unlike its title: the profile asks that it be fit to be shown as such. Quotation marks
    // are no markup there, and a browser that shows the file itself shows what stands in it.
    private static string AsHtml(string summary) =>
        summary.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
