using System.Buffers;
using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>What is wrong with a link, and what to type instead.</summary>
internal readonly record struct Flaw(DiagnosticDescriptor Descriptor, string Detail = "", string Fix = "");

/// <summary>The parts of URLs as text (RFC 3986), without guessing what a browser would make of a bad one.</summary>
internal static class UrlText
{
    /// <summary>ASCII white space as HTML has it.</summary>
    public const string Space = " \t\n\f\r";

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    /// <summary>The scheme before the colon, or empty for a relative reference.</summary>
    public static ReadOnlySpan<char> Scheme(ReadOnlySpan<char> url)
    {
        int end = url.IndexOfAnyExcept(SchemeCharacters);
        return end > 0 && url[end] == ':' && char.IsAsciiLetter(url[0]) ? url[..end] : default;
    }

    /// <summary>What no URL may hold: a backslash, white space, a control character.</summary>
    public static Flaw? Shape(ReadOnlySpan<char> url)
    {
        foreach (char c in url)
        {
            if (c == '\\')
            {
                return new(Catalog.MalformedUrl, "holds a backslash", $"write `{url.ToString().Replace('\\', '/')}`");
            }

            if (c <= ' ' || c == '\u007F')
            {
                string escaped = string.Concat(url.ToString().Select(x => x <= ' ' || x == '\u007F' ? $"%{(int)x:X2}" : x.ToString()));
                return new(Catalog.MalformedUrl, c == ' ' ? "holds a space" : "holds a control character", $"write `{escaped}`");
            }
        }

        return null;
    }

    /// <summary>Undoes the percent-encoding of a path of this site, as a host does before it looks for the file.</summary>
    public static Flaw? Decode(string path, out string decoded)
    {
        decoded = path;
        for (int i = path.IndexOf('%', StringComparison.Ordinal); i >= 0; i = path.IndexOf('%', i + 1))
        {
            if (!IsEscape(path.AsSpan(i)))
            {
                return new(Catalog.MalformedUrl, "has a `%` that escapes nothing", "write `%25` for a percent sign");
            }

            if (path.AsSpan(i + 1, 2).Equals("2F", StringComparison.OrdinalIgnoreCase))
            {
                return new(Catalog.MalformedUrl, "escapes a slash", "write `/`");
            }
        }

        decoded = Uri.UnescapeDataString(path);
        for (int i = decoded.IndexOf('%', StringComparison.Ordinal); i >= 0; i = decoded.IndexOf('%', i + 1))
        {
            if (IsEscape(decoded.AsSpan(i)))
            {
                return new(Catalog.MalformedUrl, "is percent-encoded twice", $"write `{decoded}`");
            }
        }

        return null;
    }

    /// <summary>Takes <c>.</c> and <c>..</c> out of a path that starts with a slash (RFC 3986 5.2.4). False when it climbs above the root.</summary>
    public static bool TryRemoveDots(string path, out string plain)
    {
        plain = path;
        if (!path.Contains("/.", StringComparison.Ordinal) && !path.Contains("/%2e", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var segments = new List<string>();
        string[] parts = path[1..].Split('/');
        bool inside = true;
        for (int i = 0; i < parts.Length; i++)
        {
            string segment = parts[i].Replace("%2e", ".", StringComparison.OrdinalIgnoreCase);
            bool isDots = segment is "." or "..";
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment == "..")
            {
                inside = false;
            }

            if (!isDots || i == parts.Length - 1)
            {
                segments.Add(isDots ? "" : parts[i]);
            }
        }

        plain = "/" + string.Join('/', segments);
        return inside;
    }

    private static bool IsEscape(ReadOnlySpan<char> text) => text.Length >= 3 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);
}
