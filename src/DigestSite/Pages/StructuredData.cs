using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>What search engines read of a page: JSON-LD in the words of https://schema.org.</summary>
internal static class StructuredData
{
    // An author list of hundreds would outweigh the page; the citation has all names.
    private const int MaxAuthors = 8;

    // Letters of every script stay as they are; what could end a script element is escaped.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // One a thread: every page has one of these scripts.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    /// <summary>The home page: the site.</summary>
    public static InlineScript Site(SiteSettings settings) => Script(json =>
    {
        json.WriteString("@type", "WebSite");
        json.WriteString("name", settings.Title);
        json.WriteString("description", settings.Description);
        json.WriteString("url", settings.BaseUrl.ToString());
    });

    /// <summary>A page that lists papers.</summary>
    /// <param name="trail">The pages above it, the outermost first.</param>
    public static InlineScript Collection(string name, SiteSettings settings, params ReadOnlySpan<Crumb> trail)
    {
        Crumb[] above = trail.ToArray();
        return Script(json =>
        {
            json.WriteString("@type", "CollectionPage");
            json.WriteString("name", name);
            Breadcrumbs(json, name, settings.BaseUrl, above);
        });
    }

    /// <summary>A paper's own page.</summary>
    /// <param name="title">What readers see it called.</param>
    public static InlineScript Article(Paper paper, string title) => Script(json =>
    {
        json.WriteString("@type", "ScholarlyArticle");
        json.WriteString("headline", title);
        WriteAuthors(json, paper);
        if (paper.Published is { } published)
        {
            json.WriteString("datePublished", Routes.Iso(published));
        }

        if (paper.Arxiv is { } id)
        {
            json.WriteString("sameAs", id.AbstractUrl);
        }
    });

    private static void WriteAuthors(Utf8JsonWriter json, Paper paper)
    {
        if (paper.Authors.Count == 0)
        {
            return;
        }

        json.WriteStartArray("author");
        foreach (string name in paper.Authors.Take(MaxAuthors))
        {
            json.WriteStartObject();
            json.WriteString("@type", "Person");
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The page itself is the last of the list and needs no address.
    private static void Breadcrumbs(Utf8JsonWriter json, string name, BaseUrl baseUrl, params ReadOnlySpan<Crumb> trail)
    {
        json.WriteStartObject("breadcrumb");
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        for (int i = 0; i <= trail.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", i + 1);
            json.WriteString("name", i < trail.Length ? trail[i].Name : name);
            if (i < trail.Length)
            {
                json.WriteString("item", baseUrl.Absolute(trail[i].Path));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static InlineScript Script(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = _bytes ??= new(2048);
        bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            write(json);
            json.WriteEndObject();
        }

        return InlineScript.Of("<script type=\"application/ld+json\">", Encoding.UTF8.GetString(bytes.WrittenSpan));
    }
}

/// <summary>A page above another, as a trail of breadcrumbs names it.</summary>
internal readonly record struct Crumb(string Name, SitePath Path);
