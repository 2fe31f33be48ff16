namespace DigestSite.Tex;

/// <summary>Accents as TeX types them: <c>na\"ive</c>, <c>\'{e}</c>, <c>{\"o}</c>, <c>\c{c}</c>, and letters with names: <c>\o</c>, <c>\ss</c>.</summary>
internal static class Accents
{
    /// <summary>The accented letter whose command starts at <paramref name="start"/>, and how many UTF-16 units were typed for it; null when none does.</summary>
    public static (string Letter, int Length)? Read(string text, int start)
    {
        char accent = TexText.At(text, start + 1);
        if (Mark(accent) is not { } mark)
        {
            return NamedLetter(text, start);
        }

        int at = start + 2;
        bool isLetter = char.IsAsciiLetter(accent);
        bool isBraced = TexText.At(text, at) == '{';
        if (isBraced)
        {
            at++;
        }
        else if (isLetter)
        {
            // \c c, but \cite and \citep.
            if (TexText.At(text, at) != ' ')
            {
                return null;
            }

            at++;
        }

        bool isDotless = TexText.At(text, at) == '\\' && TexText.At(text, at + 1) is 'i' or 'j';
        char letter = TexText.At(text, isDotless ? at + 1 : at);
        at += isDotless ? 2 : 1;
        if (!char.IsAsciiLetter(letter) || (isBraced && TexText.At(text, at) != '}') || (!isBraced && !isLetter && IsQuote(text, start)))
        {
            return null;
        }

        string composed = TexText.Composed(letter + mark);
        return composed.Length == 1 ? (composed, at + (isBraced ? 1 : 0) - start) : null;
    }

    /// <summary>The letter of a group that holds an accent only: <c>{\"o}</c>.</summary>
    public static (string Letter, int Length)? InBraces(string text, int open) =>
        TexText.At(text, open + 1) == '\\' && Read(text, open + 1) is { } accent && TexText.At(text, open + 1 + accent.Length) == '}'
            ? (accent.Letter, accent.Length + 2)
            : null;

    private static string? Mark(char accent) => accent switch
    {
        '`' => "\u0300",
        '\'' => "\u0301",
        '^' => "\u0302",
        '~' => "\u0303",
        '=' => "\u0304",
        'u' => "\u0306",
        '.' => "\u0307",
        '"' => "\u0308",
        'r' => "\u030A",
        'H' => "\u030B",
        'v' => "\u030C",
        'd' => "\u0323",
        'c' => "\u0327",
        'k' => "\u0328",
        _ => null,
    };

    // Text that passed through a program's string has its quotes escaped: don\'t, \"so\".
    private static bool IsQuote(string text, int start)
    {
        char quote = text[start + 1];
        if (quote == '\'')
        {
            int end = TexText.EndOfLetters(text, start + 2);
            return start > 0 && char.IsLetter(text[start - 1]) && text.AsSpan((start + 2)..end) is "s" or "t" or "d" or "m" or "re" or "ve" or "ll";
        }

        return quote == '"' && HasClosingQuote(text);
    }

    private static bool HasClosingQuote(string text)
    {
        for (int at = text.IndexOf("\\\"", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\\\"", at + 2, StringComparison.Ordinal))
        {
            if (TexText.At(text, at + 2) is not '{' and not '\\' and var after && !char.IsLetter(after))
            {
                return true;
            }

            if (at > TexText.Reach)
            {
                break;
            }
        }

        return false;
    }

    private static (string Letter, int Length)? NamedLetter(string text, int start)
    {
        int end = TexText.EndOfLetters(text, start + 1);
        string? letter = text.AsSpan((start + 1)..end) switch
        {
            "ss" => "ß",
            "o" => "ø",
            "O" => "Ø",
            "l" => "ł",
            "L" => "Ł",
            "ae" => "æ",
            "AE" => "Æ",
            "oe" => "œ",
            "OE" => "Œ",
            "aa" => "å",
            "AA" => "Å",
            "i" => "ı",
            "j" => "ȷ",
            _ => null,
        };
        if (letter is null)
        {
            return null;
        }

        // The space or the empty braces after the name only end it.
        int length = TexText.At(text, end) == '{' && TexText.At(text, end + 1) == '}' ? end + 2 : end;
        return (letter, (TexText.At(text, end) == ' ' && char.IsAsciiLetterLower(TexText.At(text, end + 1)) ? end + 1 : length) - start);
    }
}
