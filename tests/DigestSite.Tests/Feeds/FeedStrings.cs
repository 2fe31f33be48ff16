using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace DigestSite.Tests.Feeds;

/// <summary>Every feed of a site, whatever its format, read by a strict parser: its texts, and which of them are markup.</summary>
/// <param name="Path">Of the feed.</param>
/// <param name="Texts">All text, attributes included, markup too.</param>
/// <param name="Contents">The markup of entries.</param>
/// <param name="Titles">The titles of entries.</param>
internal sealed record FeedStrings(string Path, IReadOnlyList<string> Texts, IReadOnlyList<string> Contents, IReadOnlyList<string> Titles)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Whether a file is a feed: found by its name, so that a new format is covered when there is one.</summary>
    public static bool IsFeed(string path) => (path.EndsWith(".xml", StringComparison.Ordinal) && !path.StartsWith("sitemap", StringComparison.Ordinal)) || path.EndsWith("feed.json", StringComparison.Ordinal);

    public static FeedStrings Read(string path, ReadOnlyMemory<byte> bytes) =>
        path.EndsWith(".json", StringComparison.Ordinal) ? OfJson(path, JsonDocument.Parse(bytes).RootElement) : OfXml(path, bytes);

    private static FeedStrings OfXml(string path, ReadOnlyMemory<byte> bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
        XElement root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        XElement[] entries = [.. root.Descendants().Where(e => e.Name == "item" || e.Name == Atom + "entry")];
        return new(
            path,
            [.. root.DescendantsAndSelf().Attributes().Select(a => a.Value), .. root.DescendantNodes().OfType<XText>().Select(t => t.Value)],
            [.. entries.Elements().Where(e => e.Name.LocalName is "encoded" or "description" || (e.Name.Namespace == Atom && e.Attribute("type")?.Value == "html")).Select(e => e.Value)],
            [.. entries.Elements().Where(e => e.Name.LocalName == "title").Select(e => e.Value)]);
    }

    private static FeedStrings OfJson(string path, JsonElement root)
    {
        JsonElement[] items = [.. root.GetProperty("items").EnumerateArray()];
        return new(path, [.. Strings(root)], [.. items.Select(i => i.GetProperty("content_html").GetString()!)], [.. items.Select(i => i.GetProperty("title").GetString()!)]);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
