using System.Text;
using System.Xml.Linq;

namespace DigestSite.Tests.Sites;

/// <summary>What a subscriber to the RSS feeds of a built site gets.</summary>
internal sealed record PublishedFeeds(IReadOnlyDictionary<string, IReadOnlyList<PublishedEntry>> ByPath)
{
    /// <summary>Every entry once; it is the same in whatever feed it stands.</summary>
    public IReadOnlyDictionary<string, PublishedEntry> Entries { get; } = ByPath.Values.SelectMany(f => f).Distinct().ToDictionary(e => e.Id, StringComparer.Ordinal);

    public static PublishedFeeds Of(BuiltSite site) => new(site.Files
        .Where(f => f.Path.ToString() == "feed.xml" || f.Path.ToString().EndsWith("/feed.xml", StringComparison.Ordinal))
        .ToDictionary(f => f.Path.ToString(), f => Read(Encoding.UTF8.GetString(f.Bytes.Span)), StringComparer.Ordinal));

    public string[] IdsOf(string path) => [.. ByPath[path].Select(e => e.Id)];

    private static IReadOnlyList<PublishedEntry> Read(string feed) =>
    [
        .. XDocument.Parse(feed).Descendants("item").Select(i => new PublishedEntry(
            i.Element("guid")!.Value, i.Element("pubDate")!.Value, i.Element("link")!.Value, i.Element("title")!.Value, i.Element(Feeds.FeedFiles.Content + "encoded")!.Value)),
    ];
}

internal sealed record PublishedEntry(string Id, string Date, string Link, string Title, string Html);
