using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace DigestSite.Tests.Feeds;

/// <summary>A feed as a reader understands it, whatever its format.</summary>
internal sealed record ReadFeed(string Title, string Description, string Page, string Self, string Language, IReadOnlyList<ReadEntry> Entries)
{
    private static readonly XNamespace Atom = FeedFiles.Atom;
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static ReadFeed Rss(byte[] bytes)
    {
        XElement channel = FeedFiles.Channel(bytes);
        return new(
            channel.Element("title")!.Value,
            channel.Element("description")!.Value,
            channel.Element("link")!.Value,
            channel.Element(Atom + "link")!.Attribute("href")!.Value,
            channel.Element("language")!.Value,
            [
                .. channel.Elements("item").Select(i => new ReadEntry(
                    i.Element("guid")!.Value,
                    i.Element("title")!.Value,
                    i.Element("link")!.Value,
                    DateOnly.FromDateTime(DateTimeOffset.ParseExact(i.Element("pubDate")!.Value, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture).DateTime),
                    Day(i.Element(Atom + "updated")!.Value),
                    FeedFiles.ParseHtml(i.Element("description")!.Value).Body!.TextContent,
                    i.Element(FeedFiles.Content + "encoded")!.Value,
                    string.Join('|', i.Elements(DublinCore + "creator").Select(c => c.Value)),
                    string.Join('|', i.Elements("category").Select(c => c.Value)))),
            ]);
    }

    public static ReadFeed OfAtom(byte[] bytes)
    {
        XElement feed = XDocument.Load(new MemoryStream(bytes), LoadOptions.PreserveWhitespace).Root!;
        return new(
            feed.Element(Atom + "title")!.Value,
            feed.Element(Atom + "subtitle")!.Value,
            Link(feed, "alternate")!,
            Link(feed, "self")!,
            feed.Attribute(XNamespace.Xml + "lang")!.Value,
            [
                .. feed.Elements(Atom + "entry").Select(e => new ReadEntry(
                    e.Element(Atom + "id")!.Value,
                    e.Element(Atom + "title")!.Value,
                    Link(e, "alternate")!,
                    Day(e.Element(Atom + "published")!.Value),
                    Day(e.Element(Atom + "updated")!.Value),
                    e.Element(Atom + "summary")!.Value,
                    e.Element(Atom + "content")?.Value ?? "",
                    string.Join('|', e.Elements(Atom + "author").Select(a => a.Element(Atom + "name")!.Value)),
                    string.Join('|', e.Elements(Atom + "category").Select(c => c.Attribute("term")!.Value)))),
            ]);
    }

    public static ReadFeed Json(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        JsonElement feed = json.RootElement;
        return new(
            Text(feed, "title"),
            Text(feed, "description"),
            Text(feed, "home_page_url"),
            Text(feed, "feed_url"),
            Text(feed, "language"),
            [
                .. feed.GetProperty("items").EnumerateArray().Select(i => new ReadEntry(
                    Text(i, "id"),
                    Text(i, "title"),
                    Text(i, "url"),
                    Day(Text(i, "date_published")),
                    Day(Text(i, "date_modified")),
                    Text(i, "summary"),
                    Text(i, "content_html"),
                    i.TryGetProperty("authors", out JsonElement authors) ? string.Join('|', authors.EnumerateArray().Select(a => Text(a, "name"))) : "",
                    i.TryGetProperty("tags", out JsonElement tags) ? string.Join('|', tags.EnumerateArray().Select(t => t.GetString())) : "")),
            ]);
    }

    /// <summary>The link with this relation of a feed or entry of Atom.</summary>
    public static string? Link(XElement element, string relation) =>
        element.Elements(Atom + "link").SingleOrDefault(l => l.Attribute("rel")!.Value == relation)?.Attribute("href")!.Value;

    private static DateOnly Day(string moment) => DateOnly.ParseExact(moment, "yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

internal sealed record ReadEntry(string Id, string Title, string Link, DateOnly Date, DateOnly Changed, string Summary, string Html, string Authors, string Categories);
