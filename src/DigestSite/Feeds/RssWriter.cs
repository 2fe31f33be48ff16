using System.Globalization;
using System.Text;
using System.Xml;

namespace DigestSite.Feeds;

/// <summary>Writes a feed as RSS 2.0, by the Best Practices Profile (https://www.rssboard.org/rss-profile).</summary>
internal static class RssWriter
{
    /// <summary>Readers refuse large feeds; ours stay under 1 MiB.</summary>
    public const int MaxBytes = (1024 * 1024) - 1;

    // RFC 822 with the four-digit year of RFC 1123; the numeric zone because "GMT" and "Z" trip some readers.
    private const string DateFormat = "ddd, dd MMM yyyy '00:00:00 +0000'";

    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const string ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    private const string Documentation = "https://www.rssboard.org/rss-specification";

    // In minutes: a new listing comes at most once a day, and half a day late is soon enough.
    private const string TimeToLive = "720";

    private static readonly byte[] ChannelEnd = "\n  </channel>\n</rss>\n"u8.ToArray();

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>The bytes of the feed: as many of the entries, from the newest, as fit into <paramref name="maxBytes"/>.</summary>
    public static ReadOnlyMemory<byte> Write(Feed feed, SiteModel site, int maxBytes = MaxBytes)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
            xml.WriteAttributeString("xmlns", "content", null, ContentNamespace);
            xml.WriteStartElement("channel");
            WriteChannel(xml, feed, site);
            foreach (FeedEntry entry in feed.Entries)
            {
                long before = Position(xml, bytes);
                WriteItem(xml, entry);
                if (Position(xml, bytes) + ChannelEnd.Length > maxBytes)
                {
                    // All that was written since is this one whole element.
                    bytes.SetLength(before);
                    break;
                }
            }
        }

        bytes.WriteByte((byte)'\n');
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static long Position(XmlWriter xml, MemoryStream bytes)
    {
        xml.Flush();
        return bytes.Length;
    }

    private static void WriteChannel(XmlWriter xml, Feed feed, SiteModel site)
    {
        Write(xml, "title", feed.Title);
        Write(xml, "link", feed.Page);
        Write(xml, "description", feed.Description);
        Write(xml, "language", site.Settings.Language);
        if (feed.Entries is [var newest, ..])
        {
            Write(xml, "lastBuildDate", Date(newest.Date));
        }

        Write(xml, "generator", site.Generator);
        Write(xml, "docs", Documentation);
        Write(xml, "ttl", TimeToLive);
        xml.WriteStartElement("link", AtomNamespace);
        xml.WriteAttributeString("href", feed.Self);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        Write(xml, "title", entry.Title);
        Write(xml, "link", entry.Link);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(FeedText.Clean(entry.Id));
        xml.WriteEndElement();
        Write(xml, "pubDate", Date(entry.Date));
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

        // Readers take an item's description for HTML, unlike its title: the profile asks that it be fit to be shown as such.
        Write(xml, "description", EntryHtml.Escape(entry.Summary));
        xml.WriteStartElement("encoded", ContentNamespace);
        xml.WriteCData(entry.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string element, string text) => xml.WriteElementString(element, FeedText.Clean(text));

    private static string Date(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);
}
