namespace DigestSite.Papers;

/// <summary>Finds the addresses that an abstract mentions: http(s) URLs, and repositories named without a scheme.</summary>
internal static class AbstractLinks
{
    private static readonly string[] Starts = ["https://", "http://", "github.com/", "gitlab.com/", "huggingface.co/"];

    /// <summary>The addresses in order, each once, absolute, without the punctuation of the sentence around them.</summary>
    public static EquatableArray<string> In(string? text)
    {
        if (text is null || !text.Contains('/', StringComparison.Ordinal))
        {
            return [];
        }

        var links = new List<string>();
        int at = 0;
        while (NextStart(text, at) is { Start: >= 0 and var start, Prefix: var prefix })
        {
            string address = AddressAt(text, start);
            at = start + Math.Max(address.Length, prefix.Length);
            if (ToUrl(address) is { } url && !links.Contains(url, StringComparer.Ordinal))
            {
                links.Add(url);
            }
        }

        return links.ToEquatableArray();
    }

    private static (int Start, string Prefix) NextStart(string text, int from)
    {
        (int Start, string Prefix) best = (-1, "");
        foreach (string prefix in Starts)
        {
            int start = text.IndexOf(prefix, from, StringComparison.OrdinalIgnoreCase);
            if (start >= 0 && (best.Start < 0 || start < best.Start) && (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1])))
            {
                best = (start, prefix);
            }
        }

        return best;
    }

    // Braces are what is left of \url{...} and \href{...}{...}.
    private static string AddressAt(string text, int start)
    {
        int end = start;
        while (end < text.Length && text[end] is > ' ' and < '\u007F' and not ('{' or '}' or '<' or '>' or '"' or '\\' or '^' or '`' or '|'))
        {
            end++;
        }

        ReadOnlySpan<char> address = text.AsSpan(start, end - start);
        while (address.Length > 0 && (address[^1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or ']' or '['
            || (address[^1] == ')' && address.Count(')') > address.Count('('))))
        {
            address = address[..^1];
        }

        return address.ToString();
    }

    private static string? ToUrl(string address)
    {
        string url = address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address;
        return Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && IsPublic(uri) ? url : null;
    }

    /// <summary>
    /// Whether an address is worth a link. Names that lead nowhere in public (RFC 6761 and RFC 2606), addresses without a name and those with a
    /// user's name in them are not.
    /// </summary>
    public static bool IsPublic(Uri uri)
    {
        string host = uri.IdnHost;
        string top = host[(host.LastIndexOf('.') + 1)..];
        return uri.UserInfo.Length == 0 && uri.HostNameType == UriHostNameType.Dns && top.Length < host.Length && top is not ("" or "local" or "localhost" or "internal" or "test" or "invalid" or "example");
    }
}
