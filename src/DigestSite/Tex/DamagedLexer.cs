namespace DigestSite.Tex;

/// <summary>Cuts text into the tokens that repair looks at.</summary>
internal static class DamagedLexer
{
    public static (TokenKind Kind, int Start, int End)[] Tokens(string text)
    {
        // One token is at least one character.
        var tokens = new (TokenKind Kind, int Start, int End)[text.Length];
        int count = 0;
        for (int at = 0; at < text.Length;)
        {
            (TokenKind kind, int end) = Next(text, at);
            tokens[count++] = (kind, at, end);
            at = end;
        }

        return tokens[..count];
    }

    private static (TokenKind Kind, int End) Next(string text, int at)
    {
        char c = text[at];
        if (Addresses.EndAt(text, at) is var address && address > at)
        {
            return (TokenKind.Opaque, address);
        }

        switch (c)
        {
            case >= 'a' and <= 'z' or >= 'A' and <= 'Z':
                return (TokenKind.Word, TexText.EndOfLetters(text, at));

            case >= '0' and <= '9':
                return (TokenKind.Number, EndOfNumber(text, at));

            case ' ' or '\t' or '\n' or '\r':
                return (TokenKind.Space, EndOfSpace(text, at));

            case '\\':
                return (TokenKind.Opaque, EndOfCommand(text, at));

            // Dollars that survived around names which lost their backslash are dropped; see Residue.
            case '$' when Dollars.CloseOf(text, at) is var close && close > 0:
                int width = TexText.At(text, at + 1) == '$' ? 2 : 1;
                return Residue.IsStripped(text.AsSpan(at..close)) ? (TokenKind.Sign, at + 1) : (TokenKind.Opaque, Math.Min(close + width, text.Length));

            default:
                return (TokenKind.Sign, char.IsHighSurrogate(c) && at + 1 < text.Length ? at + 2 : at + 1);
        }
    }

    private static int EndOfNumber(string text, int at)
    {
        int end = at;
        while (char.IsAsciiDigit(TexText.At(text, end)) || (TexText.At(text, end) is '.' or ',' && char.IsAsciiDigit(TexText.At(text, end + 1))))
        {
            end++;
        }

        return end;
    }

    private static int EndOfSpace(string text, int at)
    {
        int end = at;
        while (TexText.At(text, end) is ' ' or '\t' or '\n' or '\r')
        {
            end++;
        }

        return end;
    }

    // Keys and addresses are no prose, and mathematics between \( and \) is whole.
    private static int EndOfCommand(string text, int at)
    {
        if (TexText.At(text, at + 1) is '(' or '[')
        {
            int close = text.IndexOf(text[at + 1] == '(' ? "\\)" : "\\]", at, Math.Min(TexText.Reach, text.Length - at), StringComparison.Ordinal);
            return close > 0 ? close + 2 : at + 2;
        }

        int end = TexText.EndOfLetters(text, at + 1);
        string name = text[(at + 1)..end];
        bool hasKey = name is "href" or "url" or "ref" or "label" or "begin" or "end" or "color" or "textcolor" || name.Contains("cite", StringComparison.Ordinal);
        if (hasKey && TexText.At(text, end) == '{' && TexText.CloseOf(text, end) is var brace && brace > 0)
        {
            return brace + 1;
        }

        return Math.Min(Math.Max(end, at + 2), text.Length);
    }
}
