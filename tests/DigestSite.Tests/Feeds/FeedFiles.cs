using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DigestSite.Feeds;
using DigestSite.Papers;

namespace DigestSite.Tests.Feeds;

/// <summary>Renders one file of a site's feeds or API, and reads it back with a parser of its own kind.</summary>
internal static class FeedFiles
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    public static byte[] Bytes(SiteModel site, SitePath path) => SiteFeeds.Plan(site).Single(f => f.Path == path).Render().ToArray();

    public static string Text(SiteModel site, SitePath path) => Encoding.UTF8.GetString(Bytes(site, path));

    public static XElement Channel(SiteModel site, SitePath path) => Channel(Bytes(site, path));

    public static XElement Channel(byte[] feed) =>
        XDocument.Load(new MemoryStream(feed), LoadOptions.PreserveWhitespace).Root!.Element("channel")!;

    public static XElement Item(SiteModel site, SitePath path, string title) =>
        Channel(site, path).Elements("item").Single(i => i.Element("title")!.Value == title);

    public static string Html(XElement item) => item.Element(Content + "encoded")!.Value;

    public static IHtmlDocument ParseHtml(string html) => new HtmlParser().ParseDocument(html);

    public static JsonElement Json(SiteModel site, SitePath path)
    {
        using var json = JsonDocument.Parse(Bytes(site, path));
        return json.RootElement.Clone();
    }

    /// <summary>Every place with a feed in three formats.</summary>
    public static IEnumerable<FeedPlace> Places(SiteModel site) =>
    [
        FeedPlace.OfDigests(site.Settings),
        FeedPlace.OfPapers(site.Settings),
        .. site.Archive.Themes.Select(t => FeedPlace.Of(t, site.Settings)),
        .. site.Archive.Tags.Select(t => FeedPlace.Of(t, site.Settings)),
    ];

    /// <summary>A feed in its three formats, as readers understand them.</summary>
    public static ReadFeed[] Read(SiteModel site, FeedPlace place) =>
        [ReadFeed.Rss(Bytes(site, place.Rss)), ReadFeed.OfAtom(Bytes(site, place.Atom)), ReadFeed.Json(Bytes(site, place.Json))];

    public static XElement Atoms(SiteModel site, SitePath path) => XDocument.Load(new MemoryStream(Bytes(site, path))).Root!;

    /// <summary>The RSS feeds of the digests and of each theme.</summary>
    public static IEnumerable<SitePath> Feeds(SiteModel site) => site.Archive.Themes.Select(t => Routes.ThemeFeed(t.Id)).Prepend(Routes.Feed);

    /// <summary>The sample site with other papers, all in one digest, newest first as given.</summary>
    public static SiteModel SiteOf(params Paper[] papers)
    {
        SiteModel site = Samples.Site();
        Capture[] captures = [.. papers.SelectMany(p => p.Appearances).Select(a => a.Capture).Distinct()];
        return site with
        {
            Archive = site.Archive with
            {
                Papers = papers.ToEquatableArray(),
                Digests = [.. captures.OrderByDescending(c => c.Date).Select(c => new Digest { Date = c.Date, IsInferred = false, Captures = [c], Papers = papers.Where(p => p.Appearances.Any(a => a.Capture == c)).ToEquatableArray() })],
            },
        };
    }

    /// <summary>Papers on robustness, one a day, newest first.</summary>
    public static Paper[] Daily(int count, string text) =>
    [
        .. Enumerable.Range(0, count).Select(i => Samples.Paper(
            $"Paper {count - i}", Samples.Robustness, text, Samples.Capture($"{i}.txt", new DateOnly(2025, 11, 3).AddDays(-i)))),
    ];
}
