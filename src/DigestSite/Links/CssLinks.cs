using System.Globalization;
using System.Text;

namespace DigestSite.Links;

/// <summary>Where a style sheet's text stands in its file.</summary>
/// <param name="Start">The offset of its first character, or -1 when offsets in it are none of the file (an attribute's value, unescaped).</param>
/// <param name="Within">What it stands in, when its own offsets do not say.</param>
internal readonly record struct CssPlace(int Start, TextRange? Within)
{
    public TextRange Of(int start, int end) => Within ?? new(Start + start, Start + end);
}

/// <summary>Reads <c>url()</c> and <c>@import</c> off CSS (CSS Syntax 3, 4.3): comments and other strings hold no links, nor does <c>@namespace</c>.</summary>
internal static class CssLinks
{
    public static void Read(ReadOnlyMemory<char> sheet, FoundLinks found) =>
        Read(sheet, ReadOnlyMemory<char>.Empty, new CssPlace(0, null), LinkRules.None, found);

    public static void Read(ReadOnlyMemory<char> sheet, ReadOnlyMemory<char> element, CssPlace place, LinkRules rules, FoundLinks found)
    {
        ReadOnlySpan<char> text = sheet.Span;
        bool import = false;
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            Range? url = null;
            switch (text[i])
            {
                case '/' when At(text, i + 1) == '*':
                    i = After(text, i + 2, "*/");
                    continue;
                case '"' or '\'':
                    i = AfterString(text, i);
                    url = import ? Inner(text, start, i) : null;
                    break;
                case '@':
                    i = AfterName(text, i + 1);
                    import = text[start..i].Equals("@import", StringComparison.OrdinalIgnoreCase);
                    i = text[start..i].Equals("@namespace", StringComparison.OrdinalIgnoreCase) ? After(text, i, ";") : i;
                    continue;
                case var c when IsName(c):
                    i = AfterName(text, i);
                    url = text[start..i].Equals("url", StringComparison.OrdinalIgnoreCase) && At(text, i) == '(' ? Address(text, ref i) : null;
                    break;
                default:
                    i++;
                    import &= UrlText.Space.Contains(text[start], StringComparison.Ordinal);
                    continue;
            }

            import = false;
            if (url is { } range)
            {
                found.Add(Unescape(sheet[range]), element, place.Start == -1 ? "style" : "url()", place.Of(start, i), rules);
            }
        }
    }

    // From the parenthesis of url( to after its end.
    private static Range Address(ReadOnlySpan<char> text, ref int i)
    {
        i++;
        while (i < text.Length && UrlText.Space.Contains(text[i], StringComparison.Ordinal))
        {
            i++;
        }

        int start = i;
        Range inner;
        if (At(text, i) is '"' or '\'')
        {
            i = AfterString(text, i);
            inner = Inner(text, start, i);
        }
        else
        {
            while (i < text.Length && text[i] != ')')
            {
                i += text[i] == '\\' ? 2 : 1;
            }

            i = Math.Min(i, text.Length);
            inner = start..(start + text[start..i].TrimEnd(UrlText.Space).Length);
        }

        i = After(text, i, ")");
        return inner;
    }

    private static char At(ReadOnlySpan<char> text, int i) => i < text.Length ? text[i] : '\0';

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '\\' || c >= '\u0080';

    private static int After(ReadOnlySpan<char> text, int i, string end) =>
        i < text.Length && text[i..].IndexOf(end) is var found and >= 0 ? i + found + end.Length : text.Length;

    private static int AfterName(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && IsName(text[i]))
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return Math.Min(i, text.Length);
    }

    private static int AfterString(ReadOnlySpan<char> text, int i)
    {
        char quote = text[i++];
        while (i < text.Length && text[i] != quote)
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return Math.Min(i + 1, text.Length);
    }

    // A string that the file's end cuts short has no closing quote.
    private static Range Inner(ReadOnlySpan<char> text, int start, int end) =>
        (start + 1)..(end - start > 1 && text[end - 1] == text[start] ? end - 1 : end);

    private static ReadOnlyMemory<char> Unescape(ReadOnlyMemory<char> url)
    {
        ReadOnlySpan<char> text = url.Span;
        if (!text.Contains('\\'))
        {
            return url;
        }

        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            int hex = i + 1;
            while (hex < text.Length && hex - i <= 6 && char.IsAsciiHexDigit(text[hex]))
            {
                hex++;
            }

            if (hex == i + 1)
            {
                plain.Append(text[++i]);
                continue;
            }

            int code = int.Parse(text[(i + 1)..hex], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            plain.Append((Rune.IsValid(code) && code != 0 ? new Rune(code) : Rune.ReplacementChar).ToString());
            i = hex < text.Length && UrlText.Space.Contains(text[hex], StringComparison.Ordinal) ? hex : hex - 1;
        }

        return plain.ToString().AsMemory();
    }
}
