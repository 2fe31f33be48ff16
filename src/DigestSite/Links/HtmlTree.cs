using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DigestSite.Links;

/// <summary>The links of HTML by its tree, as a browser builds it (HTML standard 13.2.6): see <see cref="SecondReading"/>.</summary>
internal static partial class HtmlTree
{
    private static readonly HtmlParserOptions Options = new() { DisableElementPositionTracking = true };

    /// <summary>Adds every link as its place and its address, and every anchor.</summary>
    public static void Read(string html, List<string> seen, bool withAnchors)
    {
        if (withAnchors || html.Contains('<', StringComparison.Ordinal))
        {
            Read(new HtmlParser(Options).ParseDocument(html), seen, withAnchors);
        }
    }

    /// <summary>Adds what a style sheet loads.</summary>
    public static void ReadCss(string css, string place, List<string> seen)
    {
        foreach (Match url in CssUrl().Matches(CssComment().Replace(css, "")))
        {
            seen.Add($"{place} {url.Groups["url"].Value}");
        }
    }

    private static void Read(INode parent, List<string> seen, bool withAnchors)
    {
        foreach (INode node in parent.ChildNodes)
        {
            if (node is IElement element)
            {
                foreach (IAttr attribute in element.Attributes)
                {
                    Read(element, attribute.NamespaceUri == NamespaceNames.XLinkUri ? "xlink:" + attribute.LocalName : attribute.Name, attribute.Value, seen, withAnchors);
                }

                if (element.LocalName == "style")
                {
                    ReadCss(element.TextContent, "<style url()>", seen);
                }
            }

            // What stands in a template is not on the page until a script puts it there.
            Read(node, seen, withAnchors);
            if (node is IHtmlTemplateElement template)
            {
                Read(template.Content, seen, withAnchors: false);
            }
        }
    }

    private static void Read(IElement element, string attribute, string value, List<string> seen, bool withAnchors)
    {
        string place = $"<{element.LocalName} {attribute}>";
        switch (attribute)
        {
            case "href" when element is IHtmlBaseElement && withAnchors && seen.Exists(s => s.StartsWith(place, StringComparison.Ordinal)):
                // The first one counts.
                break;
            case "href" when element is IHtmlLinkElement link && (link.RelationList.Contains("preconnect") || link.RelationList.Contains("dns-prefetch")):
                break;
            case "href" or "src" or "cite" or "action" or "poster" or "data" or "formaction" or "xlink:href":
                seen.Add($"{place} {value}");
                break;
            case "srcset" or "imagesrcset":
                seen.AddRange(Candidate().Matches(value).Select(m => $"{place} {m.Groups["url"].Value}"));
                break;
            case "style":
                ReadCss(value, place, seen);
                break;
            case "content" when element is IHtmlMetaElement && UrlOf(element, value) is { } url:
                seen.Add($"{place} {url}");
                break;
            case "id" or "name" when withAnchors && value.Length > 0 && (attribute == "id" || element.LocalName == "a"):
                seen.Add("# " + value);
                break;
        }
    }

    private static string? UrlOf(IElement meta, string content)
    {
        if (string.Equals(meta.GetAttribute("http-equiv"), "refresh", StringComparison.OrdinalIgnoreCase))
        {
            return Refresh().Match(content) is { Success: true } refresh ? refresh.Groups["url"].Value : null;
        }

        return new[] { meta.GetAttribute("property"), meta.GetAttribute("name") }.Any(n => n is "og:url" or "og:image" or "og:image:url" or "og:image:secure_url" or "twitter:image" or "twitter:image:src")
            ? content : null;
    }

    [GeneratedRegex(@"/\*.*?(\*/|\z)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CssComment();

    [GeneratedRegex("""url\(\s*("(?<url>[^"]*)"|'(?<url>[^']*)'|(?<url>[^"')\s]*))\s*\)|@import\s*("(?<url>[^"]*)"|'(?<url>[^']*)')""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CssUrl();

    [GeneratedRegex(@"(?<url>[^\s,]\S*?),*(?=\s|\z)(\s+[^,]*)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Candidate();

    [GeneratedRegex("""^\s*[\d.]+\s*[;,]?\s*(url\s*=\s*)?("(?<url>[^"]*)|'(?<url>[^']*)|(?<url>[^"'].*))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refresh();
}
