namespace DigestSite.Links;

/// <summary>Reads <c>srcset</c> (HTML standard 4.8.4.2.2, parsing a srcset attribute): a comma may stand inside a URL, not at its end.</summary>
internal static class SourceSets
{
    public static void Read(ReadOnlyMemory<char> value, ReadOnlyMemory<char> element, string attribute, TextRange range, LinkRules rules, FoundLinks found)
    {
        ReadOnlySpan<char> text = value.Span;
        int i = 0;
        bool any = false;
        while (true)
        {
            while (i < text.Length && (text[i] == ',' || UrlText.Space.Contains(text[i], StringComparison.Ordinal)))
            {
                i++;
            }

            if (i == text.Length)
            {
                break;
            }

            int start = i;
            i += text[i..].IndexOfAny(UrlText.Space) is var end and >= 0 ? end : text.Length - i;
            ReadOnlyMemory<char> url = value[start..i];
            ReadOnlyMemory<char> trimmed = url.TrimEnd(',');
            found.Add(trimmed, element, attribute, range, rules);
            any = true;
            if (trimmed.Length == url.Length)
            {
                i = AfterDescriptors(text, i);
            }
        }

        if (!any)
        {
            found.Add(ReadOnlyMemory<char>.Empty, element, attribute, range, rules);
        }
    }

    private static int AfterDescriptors(ReadOnlySpan<char> text, int i)
    {
        bool inParentheses = false;
        for (; i < text.Length && (inParentheses || text[i] != ','); i++)
        {
            inParentheses = text[i] == '(' || (inParentheses && text[i] != ')');
        }

        return i;
    }
}
