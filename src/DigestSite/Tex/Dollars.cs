using System.Buffers;

namespace DigestSite.Tex;

/// <summary>Tells a dollar that opens mathematics from one that is money.</summary>
internal static class Dollars
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("<>=+-~*/|→←↑↓≤≥≈×±∼");

    /// <summary>Where the mathematics that a dollar at <paramref name="open"/> opens is closed; -1 when it opens none.</summary>
    public static int CloseOf(string text, int open)
    {
        bool isDisplay = TexText.At(text, open + 1) == '$';
        int start = open + (isDisplay ? 2 : 1);
        int depth = 0;
        int end = Math.Min(text.Length, open + TexText.Reach);
        for (int i = start; i < end; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;

                case '{':
                    depth++;
                    break;

                case '}':
                    depth--;
                    break;

                // A dollar within braces belongs to the words there: $\textbf{at most $k$ steps}$.
                case '$' when depth <= 0:
                    return i > start && (!isDisplay || TexText.At(text, i + 1) == '$') && IsMath(text, start, i) ? i : -1;
            }
        }

        return -1;
    }

    private static bool IsMath(string text, int start, int end)
    {
        ReadOnlySpan<char> content = text.AsSpan(start, end - start);
        bool isBeforeDigit = char.IsAsciiDigit(TexText.At(text, AfterMark(text, end + 1)));
        bool isMoney = char.IsAsciiDigit(TexText.At(text, AfterMark(text, start))) && (isBeforeDigit || HasProse(content));
        if (HasCommand(content))
        {
            return !(isMoney && isBeforeDigit && content[^1] == ' ' && HasProse(content));
        }

        if (content.ContainsAny('^', '_') || HasArgument(content))
        {
            return !isMoney;
        }

        if (!content.ContainsAnyExcept(Signs))
        {
            return true;
        }

        if (isMoney || content.Contains('"') || content[^1] == ' ' != (content[0] == ' ') || isBeforeDigit)
        {
            return false;
        }

        // Words are no mathematics, but for the names of functions.
        for (int i = 0; i < content.Length; i++)
        {
            int letters = 0;
            while (i + letters < content.Length && char.IsAsciiLetter(content[i + letters]))
            {
                letters++;
            }

            if (letters > 2 && Symbol.Named(content.Slice(i, letters).ToString()) is null && content.ContainsAny(' ', ','))
            {
                return false;
            }

            i += letters;
        }

        return true;
    }

    // Repair marks what it finds with \(, also the amount after a dollar that is money: $10^3 to $10^5.
    private static int AfterMark(string text, int at) => TexText.At(text, at) == '\\' && TexText.At(text, at + 1) == '(' ? at + 2 : at;

    // A word by itself that can be no symbol: "20^* to 5".
    private static bool HasProse(ReadOnlySpan<char> content)
    {
        for (int i = 0; i + 1 < content.Length; i++)
        {
            int end = i + 1;
            while (end < content.Length && char.IsAsciiLetterLower(content[end]))
            {
                end++;
            }

            if (content[i] == ' ' && end - i > 2 && (end == content.Length || content[end] is ' ' or ','))
            {
                ReadOnlySpan<char> word = content[(i + 1)..end];
                return word is "to" or "in" or "or" || !Names.IsName(word);
            }

            i = end - 1;
        }

        return false;
    }

    private static bool HasCommand(ReadOnlySpan<char> content)
    {
        for (int i = 0; i + 1 < content.Length; i++)
        {
            if (content[i] == '\\' && char.IsAsciiLetter(content[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    // A name and its argument, whose backslash is lost.
    private static bool HasArgument(ReadOnlySpan<char> content)
    {
        int brace = content.IndexOf('{');
        return brace > 0 && char.IsAsciiLetter(content[brace - 1]) && content[brace..].Contains('}');
    }
}
