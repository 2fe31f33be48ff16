using System.Globalization;
using System.Text;
using System.Xml;

namespace DigestSite.Feeds;

/// <summary>The sitemap (https://www.sitemaps.org/protocol.html): one file, or an index of several where one would be too large.</summary>
internal static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // The markup around one address, indented, with its date: never more than this many bytes.
    private const int MarkupLength = 120;

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>The sitemap of those <paramref name="pages"/> that are <see cref="PlannedFile.InSitemap"/>, sorted by address.</summary>
    /// <param name="maxAddresses">How many addresses the protocol allows in one file.</param>
    /// <param name="maxBytes">How many bytes the protocol allows in one file.</param>
    public static IReadOnlyList<PlannedFile> Plan(
        SiteModel site, IReadOnlyList<PlannedFile> pages, int maxAddresses = 50_000, int maxBytes = 50 * 1024 * 1024)
    {
        BaseUrl baseUrl = site.Settings.BaseUrl;
        Address[] addresses = [.. pages.Where(p => p.InSitemap).OrderBy(p => p.Path).Select(p => new Address(baseUrl.Absolute(p.Path), p.LastModified))];
        IReadOnlyList<ArraySegment<Address>> parts = Split(addresses, maxAddresses, maxBytes);
        if (parts.Count <= 1)
        {
            return [File(Routes.Sitemap, "urlset", "url", addresses)];
        }

        PlannedFile[] files = [.. parts.Select((part, i) => File(PartPath(i + 1), "urlset", "url", part))];
        Address[] index = [.. parts.Select((part, i) => new Address(baseUrl.Absolute(PartPath(i + 1)), part.Max(a => a.LastModified)))];
        return [File(Routes.Sitemap, "sitemapindex", "sitemap", index), .. files];
    }

    private static SitePath PartPath(int number) => new(string.Create(CultureInfo.InvariantCulture, $"sitemap-{number}.xml"));

    private static PlannedFile File(SitePath path, string root, string item, IReadOnlyCollection<Address> addresses) =>
        new(path, "content/site.yml", () => Write(root, item, addresses));

    // Sizes are estimated from above, so that the number of files is known before any is written.
    private static List<ArraySegment<Address>> Split(Address[] addresses, int maxAddresses, int maxBytes)
    {
        var parts = new List<ArraySegment<Address>>();
        int start = 0;
        long size = 2 * MarkupLength;
        for (int i = 0; i < addresses.Length; i++)
        {
            int length = Encoding.UTF8.GetByteCount(addresses[i].Location) + MarkupLength;
            if (i > start && (i - start == maxAddresses || size + length > maxBytes))
            {
                parts.Add(new(addresses, start, i - start));
                (start, size) = (i, 2 * MarkupLength);
            }

            size += length;
        }

        parts.Add(new(addresses, start, addresses.Length - start));
        return parts;
    }

    private static ReadOnlyMemory<byte> Write(string root, string item, IReadOnlyCollection<Address> addresses)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement(root, Namespace);
            foreach (Address address in addresses)
            {
                xml.WriteStartElement(item, Namespace);
                xml.WriteElementString("loc", Namespace, address.Location);
                if (address.LastModified is { } date)
                {
                    xml.WriteElementString("lastmod", Namespace, Routes.Iso(date));
                }

                xml.WriteEndElement();
            }
        }

        bytes.WriteByte((byte)'\n');
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private sealed record Address(string Location, DateOnly? LastModified);
}
