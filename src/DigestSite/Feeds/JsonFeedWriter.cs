using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DigestSite.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).</summary>
internal static class JsonFeedWriter
{
    // The file is never part of a page: only what JSON itself asks for is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // One a thread: a feed of a megabyte that grows in a buffer of its own takes three times its memory.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _document;

    // A document asks for its items while it is written.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _item;

    public static ReadOnlyMemory<byte> Write(Feed feed, string self, SiteModel site, IEnumerable<SharedEntry> entries)
    {
        ArrayBufferWriter<byte> bytes = _document ??= new(1 << 16);
        bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            Text(json, "title", feed.Title);
            Text(json, "home_page_url", feed.Page);
            Text(json, "feed_url", self);
            Text(json, "description", feed.Description);
            Text(json, "language", site.Settings.Language);
            Text(json, "icon", site.Settings.BaseUrl.Absolute(Routes.LargeIcon));
            Text(json, "favicon", site.Settings.BaseUrl.Absolute(Routes.Icon));
            WriteAuthors(json, [site.Settings.Title], site.Settings.BaseUrl.ToString());
            json.WriteStartArray("items");
            foreach (SharedEntry entry in entries)
            {
                json.WriteRawValue(entry.Json, skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>One item, as it stands in every feed: on a line of its own.</summary>
    public static byte[] Write(FeedEntry entry)
    {
        ArrayBufferWriter<byte> bytes = _item ??= new(1 << 14);
        bytes.ResetWrittenCount();
        bytes.Write("\n"u8);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            WriteItem(json, entry);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteItem(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        Text(json, "id", entry.Id);
        Text(json, "url", entry.Link);
        Text(json, "title", entry.Title);
        json.WriteString("content_html", entry.Html);
        json.WriteString("content_text", entry.Text);
        Text(json, "summary", entry.Summary);
        json.WriteString("date_published", FeedDate.Rfc3339(entry.Date));
        json.WriteString("date_modified", FeedDate.Rfc3339(entry.Changed));
        WriteAuthors(json, entry.Authors, null);
        if (entry.Categories.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (FeedCategory category in entry.Categories)
            {
                json.WriteStringValue(FeedText.Clean(category.Title));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<string> names, string? address)
    {
        if (names.Count == 0)
        {
            return;
        }

        json.WriteStartArray("authors");
        foreach (string name in names)
        {
            json.WriteStartObject();
            Text(json, "name", name);
            if (address is not null)
            {
                Text(json, "url", address);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string text) => json.WriteString(name, FeedText.Clean(text));
}
