namespace DigestSite.Tex;

/// <summary>Finds sub- and superscripts that lost their dollars: <c>256^2</c>, <c>pi_0</c>, <c>n^{1+o(1)}</c>; not <c>snake_case</c>.</summary>
internal static class DamagedScripts
{
    public static void Repair(Damaged text)
    {
        for (int i = 1; i + 1 < text.Count; i++)
        {
            bool isSuper = text.Is(i, '^');
            if ((!isSuper && !text.Is(i, '_')) || text.Written[i] is not null)
            {
                continue;
            }

            int end = isSuper ? EndOfSuperscript(text, i) : EndOfSubscript(text, i);
            if (end > i && IsBase(text, i, isSuper))
            {
                Mark(text, i, end);
            }
        }
    }

    private static void Mark(Damaged text, int at, int end)
    {
        int first = at - 1;
        for (int i = first; i <= end; i++)
        {
            text.IsStripped |= text.IsWord(i) && text[i].Length > 1 && (Names.IsGreek(text[i]) || Names.IsPlain(text[i]) || text[i] is "ell" or "circ");
        }

        // The set of real numbers lost its \mathbb: "in R^d". R^2 is a statistic.
        bool isPrefixed = text.IsSpace(at - 2) && text[at - 3] is "in";
        if (text[first] is "R" && isPrefixed && text.Is(at, '^') && !(text.IsNumber(end) && text[end] is "2"))
        {
            text.Written[first] = "\\mathbb{R}";
        }

        // TeX raises or lowers one character; all of the number is meant.
        if (end == at + 1 && text.IsNumber(end) && text[end].Length > 1)
        {
            text.Written[end] = $"{{{text.String(end)}}}";
        }

        // An expectation lost its \mathbb: E_{x sim p}[f(x)].
        if (text[first] is "E" && text.Is(at, '_') && text.Is(end + 1, '[') && text.Range(at, end).Contains(" sim ", StringComparison.Ordinal))
        {
            text.Written[first] = "\\mathbb{E}";
        }

        text.Mark(first, end);
    }

    private static bool IsBase(Damaged text, int at, bool isSuper)
    {
        int b = at - 1;
        if (text.IsMath[b] || text[b] is [')'] or [']'] or ['|'] or "\\|" or "\\}")
        {
            return true;
        }

        if (text[b] is ['}'])
        {
            return Group(text, b);
        }

        if (isSuper)
        {
            return text.IsWord(b) || text.IsNumber(b) || text.IsGreek(b) || text.Kind(b) == TokenKind.Sign && char.IsLetter(text[b][0]);
        }

        bool isBraced = text.Is(at + 1, '{');
        bool isLetter = text.IsLetter(b) && !text.IsNumber(b - 1) && !text.Is(b - 1, '_') && !text.Is(b - 1, '\'');
        bool isNamed = text.IsWord(b) && (Names.IsGreek(text[b]) || Names.IsFunction(text[b]) || text[b] is "ell" or "sum" or "prod" or "int" or "lim" or "nabla");
        bool isChemical = text[b] is "CO" or "SO" or "NO" or "NH" or "CH";
        bool isSplit = text.IsWord(b) && Names.Split(text[b]) is not null;
        return isLetter || isChemical || isNamed || isSplit || text.IsGreek(b) || (isBraced && (text.IsWord(b) || text.IsNumber(b)));
    }

    // A group that is mathematics and has a script: {bf 1}_n; the argument of a name: mathcal{L}_{rec}.
    private static bool Group(Damaged text, int close)
    {
        int open = text.Partner(close);
        if (open < 0 || !text.IsMathLike(open, close))
        {
            return false;
        }

        // Braces with a list in them are a set.
        if (text.Range(open, close).Contains(',', StringComparison.Ordinal) && !text.IsMath[open])
        {
            (text.Written[open], text.Written[close]) = ("\\{", "\\}");
        }

        text.Mark(open, close);
        return true;
    }

    private static int EndOfSuperscript(Damaged text, int at)
    {
        int s = at + 1;
        if (Braced(text, s) is var close && close > 0)
        {
            return close;
        }

        if (text.IsNumber(s))
        {
            return s;
        }

        if ((text.Is(s, '-') || text.Is(s, '+')) && text.IsNumber(s + 1) && text.IsNumber(at - 1))
        {
            text.Written[s] = "{" + text.String(s);
            text.Written[s + 1] = text.String(s + 1) + "}";
            return s + 1;
        }

        if (text.IsWord(s))
        {
            return text[s].Length == 1 || IsScriptName(text[s]) ? s : SplitScript(text, s);
        }

        bool isSign = text.Is(s, '*') || text.Is(s, '+');
        bool isEnd = !text.Is(s + 1, '*') && !text.Is(s + 1, '^') && !text.IsWord(s + 1) && !text.IsNumber(s + 1);
        bool isCommand = text.Kind(s) == TokenKind.Opaque && text[s] is ['\\', _, _, ..] && Symbol.Named(text.String(s)[1..]) is not null;
        return (isSign && isEnd) || isCommand || (text.IsGreek(s) && !text.IsWord(s)) ? s : -1;
    }

    // R^dtimes, K^topV: a letter or a name ran into the name after it.
    private static int SplitScript(Damaged text, int s)
    {
        ReadOnlySpan<char> word = text[s];
        foreach (string name in new[] { "circ", "top", "prime", "star", "ast", "dagger", "infty" })
        {
            if (word.StartsWith(name, StringComparison.Ordinal) && word.Length == name.Length + 1)
            {
                text.Written[s] = $"\\{name} {word[^1]}";
                return s;
            }
        }

        if (Names.Split(word) is { } tex && tex[0] != '\\')
        {
            text.Written[s] = tex;
            text.IsStripped = true;
            return s;
        }

        return -1;
    }

    private static int EndOfSubscript(Damaged text, int at)
    {
        int s = at + 1;
        if (Braced(text, s) is var close && close > 0)
        {
            return close;
        }

        bool isWater = text.IsNumber(s) && text.IsLetter(s + 1) && char.IsAsciiLetterUpper(text[s + 1][0]) && text.IsLetter(at - 1) && char.IsAsciiLetterUpper(text[at - 1][0]);
        bool isFree = isWater || !text.Is(s + 1, '_') && !(text.IsWord(s + 1) && !Names.IsName(text[s + 1]) && !Names.IsMembership(text[s + 1]));
        if (text.IsNumber(s))
        {
            bool isShort = text[s].Length <= 2 || (text.IsGreek(at - 1) && text[s].Length <= 4);
            return isFree && isShort ? s : -1;
        }

        if (text.IsWord(s))
        {
            bool isName = Names.IsGreek(text[s]) || text[s] is "infty" or "star" or "ast" or "perp" or "ell";
            return isFree && !text.IsNumber(s + 1) && (text[s].Length == 1 || isName) ? s : -1;
        }

        return text.IsGreek(s) && isFree ? s : -1;
    }

    private static int Braced(Damaged text, int open)
    {
        int close = text.Is(open, '{') ? text.Partner(open) : -1;
        return close > open + 1 && text.IsMathLike(open + 1, close - 1, words: 3) ? close : -1;
    }

    private static bool IsScriptName(ReadOnlySpan<char> word) =>
        Names.IsGreek(word) || word is "top" or "circ" or "prime" or "star" or "ast" or "dagger" or "infty" or "perp" or "pm" or "ell" or "intercal" or "bot" or "times";
}
