namespace DigestSite.Tex;

/// <summary>Finds operators by their operands: <c>n times d</c>, <c>g circ p</c>, <c>m gg n</c>; not "many times", "top to bottom".</summary>
internal static class DamagedOperators
{
    public static void Repair(Damaged text)
    {
        for (int i = 0; i < text.Count; i++)
        {
            if (!text.IsWord(i) || text.IsMath[i])
            {
                continue;
            }

            int left = text.IsSpace(i - 1) ? i - 2 : i - 1;
            int right = text.IsSpace(i + 1) ? i + 2 : i + 1;
            if (Names.IsPlain(text[i]))
            {
                Plain(text, i, left, right);
            }
            else if (text[i] is "dots" && text.Is(i - 1, ',') && text[i + 1] is [',' or ' '])
            {
                text.Written[i] = "…";
            }
            else if (IsMuchLess(text, i))
            {
                text.Written[i] = $"{text[i][0]} \\{text[i][1..]} ";
                text.Mark(i, i + 2);
                text.IsStripped = true;
            }
            else if (ArrowIn(text[i]) is { } arrow)
            {
                // Words on both sides ran into it: "ENleftrightarrowDE".
                text.Written[i] = text.String(i).Replace(arrow, $"\\(\\{arrow}\\)", StringComparison.Ordinal);
                text.IsStripped = true;
            }
            else if (text[i] is "bullet")
            {
                Bullet(text, i);
            }
            else if (IsBetween(text, i, left, right))
            {
                text.Mark(left, right);
                text.IsStripped = true;
            }
        }
    }

    /// <summary>Whether token <paramref name="i"/> is a variable: one letter by itself, and no article, pronoun or part of a word.</summary>
    public static bool IsVariable(Damaged text, int i) =>
        text.IsLetter(i) && text[i] is not ("a" or "I" or "A") && !text.IsNumber(i + 1) && !text.IsNumber(i - 1)
        && text[i + 1] is not (['-'] or ['\''] or ['’'] or ['&'] or ['+'] or ['#']) && text[i - 1] is not (['-'] or ['\''] or ['’'] or ['&'] or ['/'] or ['.']);

    private static bool IsOperand(Damaged text, int i) => text.IsMathAt(i) || IsVariable(text, i) || text.IsGreek(i);

    private static bool IsValue(Damaged text, int i) => IsOperand(text, i) || (text.IsNumber(i) && !text.IsWord(i + 1) && !text.IsWord(i - 1));

    // A name that is no word takes in the operands that it has.
    private static void Plain(Damaged text, int at, int left, int right)
    {
        if (text.Is(at - 1, '-') || text.Is(at + 1, '-') || text.Is(at - 1, '_') || text.Is(at + 1, '_') || text.Is(at - 1, '/') || text.Is(at + 1, '/') || text.Is(at - 1, '.') || text[at + 1] is ['=', ..])
        {
            return;
        }

        bool isOperator = Symbol.Named(text.String(at)) is { Role: SymbolRole.Operator };
        bool hasLeft = IsValue(text, left) || (text.IsLetter(left) && IsValue(text, right));
        text.Mark(isOperator && hasLeft ? left : at, isOperator && IsValue(text, right) ? right : at);
        text.IsStripped = true;
    }

    private static bool IsBetween(Damaged text, int at, int left, int right) => text[at] switch
    {
        "times" => IsValue(text, left) && IsValue(text, right) && !(text.IsNumber(left) && text.IsGreek(right)) && IsSize(text, left, right),
        "circ" or "cap" or "cup" or "wedge" or "vee" or "perp" or "subset" or "sim" or "equiv" or "cong" or "simeq" or "div" => IsOperand(text, left) && IsOperand(text, right),
        "gg" or "ll" or "le" or "ge" or "ne" or "pm" or "approx" or "asymp" => IsOperand(text, left) && IsValue(text, right),
        "in" => text.IsMathAt(right) && (IsOperand(text, left) || (text.IsLetter(left) && text[left] is "A")) && !(text.IsMathAt(left) && !text.IsMathAt(left - 1) && text.IsNumber(left)) && IsSet(text, right),
        "to" => IsOperand(text, left) && (text[right] is "infty" || (text.IsMathAt(right) && text.Is(left - 1, ':'))),
        "mid" => IsOperand(text, left) && IsOperand(text, right) && text.Is(left - 1, '('),
        _ => false,
    };

    // "3 times 5 runs" is prose unless both are sizes; with a variable it never is.
    private static bool IsSize(Damaged text, int left, int right) =>
        !(text.IsNumber(left) && text.IsNumber(right)) || (text[left].Length > 1 && text[right].Length > 1) || text[left].SequenceEqual(text[right]);

    private static string? ArrowIn(ReadOnlySpan<char> word)
    {
        foreach (string arrow in new[] { "leftrightarrow", "longrightarrow", "rightarrow", "leftarrow" })
        {
            if (word.Length > arrow.Length && word.Contains(arrow, StringComparison.Ordinal))
            {
                return Names.Split(word) is null ? arrow : null;
            }
        }

        return null;
    }

    // k\ll d runs together to "kll d"; the words all, ell, ill and egg do not.
    private static bool IsMuchLess(Damaged text, int at) =>
        text[at] is [not ('a' or 'e' or 'i' or 'A' or 'I' or 'E'), 'l', 'l'] or [not ('e' or 'E'), 'g', 'g'] && text.IsSpace(at + 1) && IsValue(text, at + 2);

    private static bool IsSet(Damaged text, int right) => text[right] is "R" or "mathbb" or "mathcal" or "Z" or "N" or "C" or "Q" or "S" or ['c', 'a', 'l', ..];

    // A sentence does not begin in lower case.
    private static void Bullet(Damaged text, int at)
    {
        bool isAfterSentence = at < 2 || text[at - 2] is [':'] or ['.'] or [';'] or ['?'] or ['!'];
        bool isBeforeSentence = text.IsWord(at + 2) && char.IsAsciiLetterUpper(text[at + 2][0]);
        if (text.IsSpace(at + 1) && isAfterSentence && isBeforeSentence)
        {
            text.Written[at] = "•";
        }
    }
}
