using System.Buffers;
using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>Links that lead to no page: mail, telephone, data, and what a page must not hold.</summary>
internal static class OtherSchemes
{
    // RFC 5322 specials, and white space; a quoted local part is legal and nobody's.
    private static readonly SearchValues<char> NotInAddress = SearchValues.Create(" \t\r\n\"\\()<>[]:;@,");

    public static Flaw? Check(ReadOnlySpan<char> scheme, ReadOnlySpan<char> rest, ReadOnlySpan<char> element)
    {
        switch (scheme.ToString().ToLowerInvariant())
        {
            case "mailto":
                return Mail(rest);
            case "tel":
                return rest.ContainsAnyInRange('0', '9') ? null : new(Catalog.MalformedContact, "has no number", "write `tel:` and the number: `tel:+1-201-555-0123`");
            case "data":
                return rest.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && element is not ("a" or "area" or "form" or "iframe")
                    ? null
                    : new(Catalog.ForbiddenScheme, "data: is for images alone", "put the data into a file and link to that");
            case "javascript" or "vbscript" or "file":
                return new(Catalog.ForbiddenScheme, $"{scheme}: is no address of the web", "link to a page, with https");
            default:
                return new(Catalog.UnknownScheme, $"`{scheme}:`", "link with https, or write it as text");
        }
    }

    // RFC 6068. An empty list of addresses is fine where header fields follow: mail to whom the reader likes.
    private static Flaw? Mail(ReadOnlySpan<char> rest)
    {
        int query = rest.IndexOf('?');
        string addresses = Uri.UnescapeDataString((query < 0 ? rest : rest[..query]).ToString());
        if (addresses.Length == 0)
        {
            return query >= 0 && query + 1 < rest.Length ? null : new(Catalog.MalformedContact, "has no address", "write `mailto:name@host.org`");
        }

        foreach (string address in addresses.Split(','))
        {
            if (!IsAddress(address))
            {
                return new(Catalog.MalformedContact, $"has `{address}`, which is no address", "write `mailto:name@host.org`");
            }
        }

        return null;
    }

    private static bool IsAddress(ReadOnlySpan<char> address)
    {
        int at = address.IndexOf('@');
        if (at <= 0 || address[..at].ContainsAny(NotInAddress) || !address[at..].Contains('.'))
        {
            return false;
        }

        foreach (Range label in address[(at + 1)..].Split('.'))
        {
            ReadOnlySpan<char> text = address[(at + 1)..][label];
            if (text.IsEmpty || text[0] == '-' || text[^1] == '-' || text.ContainsAny(NotInAddress) || text.ContainsAny('/', '_'))
            {
                return false;
            }
        }

        return true;
    }
}
