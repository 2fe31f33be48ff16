using System.Buffers;

namespace DigestSite.Dumps;

/// <summary>What markup begins with, told without reading it all.</summary>
internal static class XmlRoot
{
    private const string Html = "html";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>
    /// The name of the root element without its prefix: what stands behind the declaration, comments, processing instructions and the
    /// document type; <c>html</c> where the document type says so. Empty where there is none.
    /// </summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> text)
    {
        for (ReadOnlySpan<char> rest = text.TrimStart(); rest.StartsWith("<"); rest = rest.TrimStart())
        {
            if (rest.StartsWith("<?", StringComparison.Ordinal))
            {
                rest = Behind(rest, "?>");
            }
            else if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                rest = Behind(rest["<!--".Length..], "-->");
            }
            else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                ReadOnlySpan<char> type = rest["<!DOCTYPE".Length..].TrimStart();
                if (NameAt(type).Equals(Html, StringComparison.OrdinalIgnoreCase))
                {
                    return Html;
                }

                rest = Behind(rest, IsSubset(rest) ? "]>" : ">");
            }
            else
            {
                ReadOnlySpan<char> name = NameAt(rest[1..]);
                return name[(name.IndexOf(':') + 1)..];
            }
        }

        return [];
    }

    private static bool IsSubset(ReadOnlySpan<char> type) => type.IndexOfAny('[', '>') is >= 0 and var i && type[i] == '[';

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(NameEnds);
        return end < 0 ? text : text[..end];
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, string end)
    {
        int index = text.IndexOf(end, StringComparison.Ordinal);
        return index < 0 ? [] : text[(index + end.Length)..];
    }
}
