namespace DigestSite.Links;

/// <summary>The links of <c>meta</c> elements: refresh, and the pictures and addresses that other sites show.</summary>
internal static class MetaLinks
{
    public static void Read(HtmlTag tag, ReadOnlyMemory<char> content, TextRange range, FoundLinks found)
    {
        if (tag.Value("http-equiv").Equals("refresh", StringComparison.OrdinalIgnoreCase))
        {
            if (RefreshUrl(content) is { } url)
            {
                found.Redirects = true;
                found.Add(url, tag.Name, "content", range, LinkRules.None);
            }
        }
        else if (IsAddress(tag.Value("property")) || IsAddress(tag.Value("name")))
        {
            found.Add(content, tag.Name, "content", range, LinkRules.Absolute);
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> property) =>
        property is "og:url" or "og:image" or "og:image:url" or "og:image:secure_url" or "twitter:image" or "twitter:image:src";

    // HTML standard 4.2.5.3, shared declarative refresh steps.
    private static ReadOnlyMemory<char>? RefreshUrl(ReadOnlyMemory<char> content)
    {
        ReadOnlyMemory<char> rest = content.TrimStart(UrlText.Space).TrimStart("0123456789.").TrimStart(UrlText.Space);
        if (rest.IsEmpty || rest.Length == content.Length)
        {
            return null;
        }

        rest = (rest.Span[0] is ';' or ',' ? rest[1..] : rest).TrimStart(UrlText.Space);
        if (rest.Span.StartsWith("url", StringComparison.OrdinalIgnoreCase))
        {
            ReadOnlyMemory<char> value = rest[3..].TrimStart(UrlText.Space);
            rest = value.Span.StartsWith('=') ? value[1..].TrimStart(UrlText.Space) : rest;
        }

        if (rest.Span.StartsWith('"') || rest.Span.StartsWith('\''))
        {
            int end = rest.Span[1..].IndexOf(rest.Span[0]);
            return end < 0 ? rest[1..] : rest.Slice(1, end);
        }

        return rest.IsEmpty ? null : rest;
    }
}
