namespace DigestSite.Tex;

/// <summary>Finds mathematics by its brackets: <c>mathcal{O}</c>, <c>left(d/mright)</c>, <c>O(sqrt{n})</c>.</summary>
internal static class DamagedBrackets
{
    public static void Repair(Damaged text)
    {
        for (int i = 0; i < text.Count; i++)
        {
            if (!text.IsWord(i))
            {
                continue;
            }

            if (text[i].EndsWith("left", StringComparison.Ordinal))
            {
                Delimited(text, i);
            }
            else if (text.Is(i + 1, '{') || text.Is(i + 1, '['))
            {
                Construct(text, i);
            }
            else if (text.IsSpace(i + 1) && text[i] is "mathcal" or "mathbb" or "mathbf" or "widetilde" or "widehat" or "tilde" or "sqrt" && IsArgument(text, i + 2, text[i] is "tilde"))
            {
                text.Mark(i, i + 2);
                text.IsStripped = true;
            }
            else if (IsMembership(text, i))
            {
                ReadOnlySpan<char> word = text[i];
                text.Written[i] = $"{word[..^3]} \\in {word[^1]}";
                text.Mark(i, i);
                text.IsStripped = true;
            }
            else if (text[i] is ['c', 'a', 'l', >= 'A' and <= 'Z'])
            {
                text.Written[i] = $"\\mathcal{{{text[i][3]}}}";
                text.Mark(i, i);
                text.IsStripped = true;
            }
        }
    }

    /// <summary>Takes in the brackets after a letter or a function where something in them is mathematics.</summary>
    public static void RepairCalls(Damaged text)
    {
        for (int i = 1; i < text.Count; i++)
        {
            int close = text.Is(i, '(') || text.Is(i, '[') ? text.Partner(i) : -1;
            if (close < 0 || text.IsSpace(i - 1) || !IsHead(text, i - 1) || !text.IsMathLike(i + 1, close - 1))
            {
                continue;
            }

            if (text.IsMathAt(i - 1) || IsProven(text, i, close))
            {
                text.Mark(i - 1, close);
            }
        }
    }

    // x\in R^d and \theta_0\in R^d run together: "xinR^d", "theta_0inR^d".
    private static bool IsMembership(Damaged text, int i) =>
        text.Is(i + 1, '^') && (Names.IsMembership(text[i]) || (text[i] is [_, 'i', 'n', >= 'A' and <= 'Z'] && !text.IsNumber(i - 1)));

    private static bool IsArgument(Damaged text, int i, bool isCall) =>
        (text.IsLetter(i) || (text.IsWord(i) && Names.IsGreek(text[i]))) && (!isCall || text.Is(i + 1, '('));

    private static bool IsHead(Damaged text, int i) =>
        text.IsMathAt(i) || text.IsGreek(i) || (text.IsLetter(i) && !text.IsNumber(i - 1) && text[i - 1] is not ['-']) || (text.IsWord(i) && (Names.IsFunction(text[i]) || Names.Split(text[i]) is not null));

    // Some name, script or construct within shows that the whole is mathematics.
    private static bool IsProven(Damaged text, int open, int close)
    {
        bool isCapital = text[open - 1] is "Omega" or "Theta";
        for (int i = open; i <= close; i++)
        {
            bool isName = text.IsWord(i) && text[i].Length > 1 && (Names.IsPlain(text[i]) || Names.IsGreek(text[i]) || Names.IsConstruct(text[i]) || Names.IsCompound(text[i]));
            if (text.IsMath[i] || isName || (isCapital && (text.IsLetter(i) || text.IsNumber(i))))
            {
                return true;
            }
        }

        return false;
    }

    // \left and \right glued to their brackets: "left(d/mright)". The words left and right stand in prose before brackets too, so that
    // both must be there and nothing but mathematics between.
    private static void Delimited(Damaged text, int at)
    {
        if (text[at] is not "left" && Names.Split(text[at]) is null)
        {
            return;
        }

        for (int i = at + 2; i + 1 < text.Count && i < at + 60; i++)
        {
            if (text.IsWord(i) && text[i].EndsWith("right", StringComparison.Ordinal) && text[i + 1] is [')' or ']' or '|' or '}' or '.'])
            {
                if (i > at + 2 && text[at + 1] is ['(' or '[' or '|' or '{'] && text.IsMathLike(at + 2, i) && !(text.IsSpace(i - 1) && i == at + 3))
                {
                    text.Mark(Head(text, at), i + 1);
                    text.IsStripped = true;
                }

                return;
            }
        }
    }

    // mathcal{O} before the word.
    private static int Head(Damaged text, int at)
    {
        if (text.Is(at - 1, '}') && text.Partner(at - 1) is var open && open > 0 && text.IsWord(open - 1) && Names.IsConstruct(text[open - 1]))
        {
            return open - 1;
        }

        return at;
    }

    private static void Construct(Damaged text, int at)
    {
        ReadOnlySpan<char> word = text[at];
        bool isName = Names.IsConstruct(word);
        bool isGlued = !isName && word.Length > 4 && Names.EndsInConstruct(word);
        if (!isName && !isGlued)
        {
            return;
        }

        int option = text.Is(at + 1, '[') ? text.Partner(at + 1) : at;
        int open = option + 1;
        int close = option >= at && text.Is(open, '{') ? text.Partner(open) : -1;
        if (close < 0 || (isGlued && Names.Split(word) is null) || !text.IsMathLike(open + 1, close - 1, words: 2))
        {
            return;
        }

        // A fraction has a second argument.
        if (word.EndsWith("frac", StringComparison.Ordinal) || word is "binom")
        {
            close = text.Is(close + 1, '{') && text.Partner(close + 1) > 0 ? text.Partner(close + 1) : close;
        }

        text.Mark(at, close);
        text.IsStripped = true;
    }
}
