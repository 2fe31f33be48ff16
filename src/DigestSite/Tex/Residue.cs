namespace DigestSite.Tex;

/// <summary>What listings leave of commands that they unwrapped: <c>U{T}</c> of a link, <c>magenta{T}</c>, a font switch in braces, dollars.</summary>
internal static class Residue
{
    public static bool IsColor(string name) => name is "red" or "blue" or "green" or "magenta" or "cyan" or "orange" or "purple" or "violet" or "teal" or "brown" or "gray" or "black" or "pink";

    /// <summary>Whether mathematics that kept its dollars lost its backslashes: it names a command of text and has none.</summary>
    public static bool IsStripped(ReadOnlySpan<char> mathematics)
    {
        int brace = mathematics.IndexOf('{');
        int start = brace;
        while (start > 0 && char.IsAsciiLetter(mathematics[start - 1]))
        {
            start--;
        }

        return brace > start && !mathematics.Contains('\\') && Names.IsName(mathematics[start..brace]);
    }

    public static void Repair(Damaged text)
    {
        for (int i = 0; i < text.Count; i++)
        {
            if (text.Kind(i) == TokenKind.Opaque && text[i] is not ['\\' or '$', ..])
            {
                Link(text, i);
            }
            else if (text.Is(i, '$') && text.IsWord(i + 1) && text.Is(i + 2, '{') && Names.IsName(text[i + 1]))
            {
                DropDollars(text, i);
            }
            else if (text.IsWord(i) && text.Is(i + 1, '{') && text.Partner(i + 1) > 0)
            {
                Argument(text, i);
            }
            else if (text.Is(i, '{') && text.IsWord(i + 1) && text.Partner(i) is var close && close > i + 2)
            {
                Font(text, i, close);
            }
        }
    }

    // \href{U}{T} is left as U{T}.
    private static void Link(Damaged text, int at)
    {
        int open = text.IsSpace(at + 1) ? at + 2 : at + 1;
        int close = text.Is(open, '{') ? text.Partner(open) : -1;
        if (close < 0 || close - open > 120)
        {
            return;
        }

        string words = text.Range(open + 1, close - 1);
        if (open == at + 1 || Addresses.IsAddress(words))
        {
            text.Written[at] = $"\\href{{{text.String(at)}}}";
            if (Addresses.IsAddress(words))
            {
                Drop(text, at + 1, close);
            }
        }
    }

    private static void DropDollars(Damaged text, int at)
    {
        text.Written[at] = "";
        for (int i = at + 1; i < text.Count && i < at + 120; i++)
        {
            if (text.Is(i, '$'))
            {
                text.Written[i] = "";
                return;
            }
        }
    }

    private static void Argument(Damaged text, int at)
    {
        int close = text.Partner(at + 1);
        if (Names.IsStyle(text[at]) && text[at - 1] is not ['_'])
        {
            text.Written[at] = "\\" + text.String(at);
        }
        else if (IsColor(text.String(at)) && Addresses.IsAddress(text.Range(at + 2, Math.Min(at + 2, close))))
        {
            Drop(text, at, at + 1);
            Drop(text, close, close);
        }
    }

    // {\bf 1} is left as {bf 1}; {sim}50 stood in braces for its spacing.
    private static void Font(Damaged text, int open, int close)
    {
        if (Names.IsFont(text[open + 1]) && text.IsSpace(open + 2) && close > open + 3)
        {
            if (text.IsMathLike(open + 3, close - 1) && text[open + 1] is not "em")
            {
                text.Written[open + 1] = "\\" + text.String(open + 1);
                text.Mark(open, close);
                text.IsStripped = true;
            }
            else
            {
                text.Written[open + 1] = "\\" + text.String(open + 1);
            }
        }
    }

    private static void Drop(Damaged text, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            text.Written[i] = "";
        }
    }
}
