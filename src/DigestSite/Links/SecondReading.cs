using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>
/// Reads the finished files once more and in another way: whole trees, where <see cref="FoundLinks"/> goes tag by tag. What only one of the two finds is
/// a fault of the program; a proof that overlooks a link would be worth nothing, and nobody would see it.
/// </summary>
internal static class SecondReading
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Reports each file in which the two readings find other links or other anchors.</summary>
    public static void Compare(IReadOnlyList<OutputFile> files, DiagnosticBag diagnostics)
    {
        string?[] differences = new string?[files.Count];
        Parallel.For(0, files.Count, static () => new FoundLinks(), (i, _, first) => Differ(files[i], first, differences, i), static first => first.Dispose());
        for (int i = 0; i < files.Count; i++)
        {
            if (differences[i] is { } difference)
            {
                diagnostics.Add(Catalog.ReadingsDiffer.At(SourceSpan.File("site/" + files[i].Path.FilePath), difference, files[i].Source));
            }
        }
    }

    /// <summary>The links of a file, each as its place and its address (<c>&lt;a href&gt; /digest/</c>), and its anchors (<c># Main</c>); null for a kind that only one reading knows.</summary>
    public static List<string>? Of(OutputFile file)
    {
        string path = file.Path.FilePath;
        var seen = new List<string>();
        switch (Path.GetExtension(path))
        {
            case ".html" or ".htm":
                HtmlTree.Read(FoundLinks.TextOf(file), seen, withAnchors: true);
                return seen;
            case ".xml" or ".opml" or ".svg":
                ReadXml(XDocument.Parse(FoundLinks.TextOf(file)), isPicture: path.EndsWith(".svg", StringComparison.Ordinal), seen);
                return seen;
            case ".json" or ".webmanifest":
                using (var json = JsonDocument.Parse(Encoding.UTF8.GetBytes(FoundLinks.TextOf(file))))
                {
                    ReadJson(json.RootElement, null, seen);
                }

                return seen;
            default:
                return null;
        }
    }

    private static FoundLinks Differ(OutputFile file, FoundLinks first, string?[] differences, int i)
    {
        try
        {
            if (Of(file) is { } second)
            {
                first.Read(file);
                IEnumerable<string> found = first.Links.Concat(first.Base is { } given ? [given] : []).Select(l => $"{l.Place} {l.Url}").Concat(first.Anchors.Select(a => "# " + a.Name));
                differences[i] = Difference([.. found], second);
            }
        }
        catch (Exception e) when (e is XmlException or JsonException)
        {
            // The first reading has said so already, and where.
        }

        return first;
    }

    private static string? Difference(List<string> first, List<string> second)
    {
        first.Sort(StringComparer.Ordinal);
        second.Sort(StringComparer.Ordinal);
        for (int i = 0; i < Math.Max(first.Count, second.Count); i++)
        {
            string? one = i < first.Count ? first[i] : null, other = i < second.Count ? second[i] : null;
            int order = one is null ? 1 : other is null ? -1 : string.CompareOrdinal(one, other);
            if (order != 0)
            {
                return order < 0 ? $"`{one}` by tags alone" : $"`{other}` by its tree alone";
            }
        }

        return null;
    }

    private static void ReadXml(XDocument document, bool isPicture, List<string> seen)
    {
        foreach (XProcessingInstruction style in document.Nodes().OfType<XProcessingInstruction>().Where(p => p.Target == "xml-stylesheet"))
        {
            // Pseudo-attributes are written as attributes are.
            seen.Add("<xml-stylesheet href> " + XElement.Parse($"<x {style.Data}/>").Attribute("href")?.Value);
        }

        foreach (XElement element in document.Descendants())
        {
            string name = NameOf(element.Name, element);
            foreach (XAttribute attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
            {
                string attributeName = NameOf(attribute.Name, element);
                if (attributeName is "href" or "url" or "uri" or "xmlUrl" or "htmlUrl" or "src" or "cite" or "action" or "poster" or "data" or "formaction" or "xlink:href")
                {
                    seen.Add($"<{name} {attributeName}> {attribute.Value}");
                }
                else if (attributeName == "style")
                {
                    HtmlTree.ReadCss(attribute.Value, $"<{name} style>", seen);
                }
            }

            ReadText(element, name, isPicture, seen);
        }
    }

    private static void ReadText(XElement element, string name, bool isPicture, List<string> seen)
    {
        bool isAtom = element.Name.Namespace == Atom;
        string local = element.Name.LocalName;
        bool isUrl = isAtom ? local is "icon" or "logo" or "uri" : local is "loc" or "link" or "comments" or "docs" or "url" || (local == "guid" && element.Attribute("isPermaLink")?.Value != "false");
        bool isHtml = isAtom ? element.Attribute("type")?.Value == "html" : local is "description" or "encoded";
        if (local == "style")
        {
            HtmlTree.ReadCss(element.Value, $"<{name} url()>", seen);
        }
        else if (!isPicture && isUrl && !element.HasElements)
        {
            seen.Add($"<{name}> {element.Value}");
        }
        else if (!isPicture && isHtml)
        {
            HtmlTree.Read(element.Value, seen, withAnchors: false);
        }
    }

    private static string NameOf(XName name, XElement element) =>
        element.GetPrefixOfNamespace(name.Namespace) is { Length: > 0 } prefix ? $"{prefix}:{name.LocalName}" : name.LocalName;

    private static void ReadJson(JsonElement value, string? key, List<string> seen)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    ReadJson(property.Value, property.Name, seen);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                {
                    ReadJson(item, key == "urls" ? key : null, seen);
                }

                break;
            case JsonValueKind.String when key == "content_html":
                HtmlTree.Read(value.GetString()!, seen, withAnchors: false);
                break;
            case JsonValueKind.String when key is "url" or "urls" or "src" or "icon" or "image" or "favicon" or "start_url" or "home_page_url" or "feed_url" or "next_url" or "external_url" or "banner_image":
                seen.Add($"{key} {value.GetString()}");
                break;
        }
    }
}
