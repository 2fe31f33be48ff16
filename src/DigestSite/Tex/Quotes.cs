using System.Text;

namespace DigestSite.Tex;

/// <summary>Quotation marks as TeX types them, and what citations leave behind.</summary>
internal sealed class Quotes
{
    private bool _isInside;
    private bool _isInsideSingle;

    /// <summary>Writes the quotation mark at <paramref name="at"/> as it is printed and returns how many UTF-16 units of <paramref name="text"/> it is.</summary>
    public int Read(string text, int at, StringBuilder shown)
    {
        if (text[at] == '`' && TexText.At(text, at + 1) == '`')
        {
            bool isOpen = TexText.At(text, at + 2) is not ('`' or '\0') && TexText.At(text, at - 1) != '`' && ClosingAfter(text, at + 2) > 0;
            _isInside |= isOpen;
            shown.Append(isOpen ? "“" : "``");
            return 2;
        }

        if (text[at] == '\'' && TexText.At(text, at + 1) == '\'' && _isInside)
        {
            _isInside = false;
            shown.Append('”');
            return 2;
        }

        if (!_isInside && (text[at] is '\'' or '"') && OpeningLength(text, at) is var length && length > 0)
        {
            _isInside = true;
            shown.Append('“');
            return length;
        }

        if (text[at] == '`' && IsSingle(text, at))
        {
            _isInsideSingle = true;
            shown.Append('‘');
            return 1;
        }

        bool closes = text[at] is '"' ? _isInside : text[at] is '\'' && _isInsideSingle && !char.IsLetterOrDigit(TexText.At(text, at + 1));
        shown.Append(!closes ? text[at] : text[at] == '"' ? '”' : '’');
        _isInside &= !closes || text[at] != '"';
        _isInsideSingle &= !closes || text[at] == '"';
        return 1;
    }

    /// <summary>Where a key such as <c>name2023word</c> ends, which is what is left of a citation; <paramref name="start"/> when there is none.</summary>
    public static int EndOfCitationKey(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || text[end] == '-'))
        {
            end++;
        }

        int year = end;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        bool isYear = end - year == 4 && text.AsSpan(year, 2) is "19" or "20";
        int word = end;
        while (end < text.Length && char.IsAsciiLetterLower(text[end]))
        {
            end++;
        }

        return isYear && year - start > 1 && end > word && !char.IsLetterOrDigit(TexText.At(text, end)) ? end : start;
    }

    private static int ClosingAfter(string text, int from)
    {
        int end = Math.Min(text.Length, from + TexText.Reach);
        for (int i = from; i < end; i++)
        {
            if (text[i] == '"' || (text[i] == '\'' && TexText.At(text, i + 1) == '\''))
            {
                return i;
            }
        }

        return -1;
    }

    // ''so'' and "so'': closed by two primes within the sentence, where nothing else could close or open anything; 5'' may be inches. 0 when it is no such mark.
    private static int OpeningLength(string text, int at)
    {
        int from = at + (text[at] == '"' ? 1 : TexText.At(text, at + 1) == '\'' ? 2 : 0);
        if (from == at || (at > 0 && text[at - 1] is not (' ' or '(' or '[' or '\n')) || !char.IsLetterOrDigit(TexText.At(text, from)))
        {
            return 0;
        }

        int end = Math.Min(text.Length, from + 200);
        for (int i = from; i < end; i++)
        {
            if (text[i] is '"' or '`' or '$' or '“' or '”' || (text[i] is '.' or '?' or '!' && TexText.At(text, i + 1) is ' ' or '\n'))
            {
                return 0;
            }

            if (text[i] == '\'' && TexText.At(text, i + 1) == '\'')
            {
                return text[i - 1] != ' ' && !char.IsAsciiDigit(text[i - 1]) && !char.IsLetterOrDigit(TexText.At(text, i + 2)) && TexText.At(text, i + 2) != '\'' ? from - at : 0;
            }
        }

        return 0;
    }

    // `so', but not the `code` of Markdown.
    private static bool IsSingle(string text, int at)
    {
        if ((at > 0 && text[at - 1] is not (' ' or '(' or '[' or '“' or '\n')) || !char.IsLetterOrDigit(TexText.At(text, at + 1)))
        {
            return false;
        }

        int end = Math.Min(text.Length, at + 200);
        for (int i = at + 1; i < end; i++)
        {
            if (text[i] == '`')
            {
                return false;
            }

            if (text[i] == '\'' && !char.IsLetterOrDigit(TexText.At(text, i + 1)))
            {
                return true;
            }
        }

        return false;
    }
}
