using System.Globalization;

namespace DigestSite.Tex;

/// <summary>Finds names glued to numbers: <c>2.75times</c>, <c>sim30</c>, <c>geq75%</c>, <c>0.254to0.797</c>.</summary>
internal static class DamagedNumbers
{
    public static void Repair(Damaged text)
    {
        for (int i = 0; i < text.Count; i++)
        {
            if (!text.IsWord(i) || text.IsMath[i])
            {
                continue;
            }

            if (text[i] is "times" && text.IsSpace(i - 1) && text.IsNumber(i + 1) && IsUnit(text, i + 2))
            {
                text.Mark(i, i + 1);
                text.IsStripped = true;
            }
            else if (text[i] is "times")
            {
                Times(text, i);
            }
            else if (text[i].Length == 6 && text[i].EndsWith("times", StringComparison.Ordinal) && text[i][0] is not ('o' or 'a' or 'l'))
            {
                LetterTimes(text, i);
            }
            else if (text[i] is "sim" or "approx" or "geq" or "leq" or "pm" or "ge" or "le" or "lesssim" or "gtrsim" or "propto" or "gg" or "ll")
            {
                Prefix(text, i);
            }
            else if (text[i] is "to" or "pm" && IsDecimal(text, i - 1) && text.IsNumber(i + 1))
            {
                text.Mark(i - 1, i + 1);
            }
            else if (text[i] is "mu" && text.IsNumber(text.IsSpace(i - 1) ? i - 2 : i - 1) && Unit(text, i) is var unit && unit > 0)
            {
                text.Written[i] = "μ";
                text.Written[i + 1] = text.IsSpace(i + 1) ? "" : null;
            }
        }
    }

    // After a number, without a space, it can only be the sign; it takes in what it multiplies: 256times256, 256times 256.
    private static void Times(Damaged text, int at)
    {
        if (text.IsNumber(at - 1) || text.IsMathAt(at - 1))
        {
            int next = text.IsSpace(at + 1) ? at + 2 : at + 1;
            bool takes = text.IsNumber(next) || text.IsMathAt(next) || (DamagedOperators.IsVariable(text, next) && !text.IsSpace(next - 1));
            text.Mark(at - 1, takes ? next : at);
            text.IsStripped = true;
        }
    }

    private static void LetterTimes(Damaged text, int at)
    {
        if (text.IsNumber(at - 1) || text.Is(at - 1, '-') || text.Is(at + 1, '-'))
        {
            return;
        }

        text.Written[at] = $"{text[at][0]}\\times";
        int next = text.IsSpace(at + 1) ? at + 2 : at + 1;
        text.Mark(at, text.IsNumber(next) || text.IsMathAt(next) || DamagedOperators.IsVariable(text, next) ? next : at);
        text.IsStripped = true;
    }

    private static void Prefix(Damaged text, int at)
    {
        // {sim}50: the braces only set the spacing.
        if (text.Is(at - 1, '{') && text.Is(at + 1, '}') && (text.IsNumber(at + 2) || (text.IsSpace(at + 2) && text.IsNumber(at + 3))))
        {
            text.Written[at - 1] = text.Written[at + 1] = "";
            int number = text.IsNumber(at + 2) ? at + 2 : at + 3;
            text.Mark(at - 1, number);
            text.IsStripped = true;
            return;
        }

        bool isGlued = text.IsNumber(at + 1);
        bool isFree = text.IsSpace(at - 1) || text.Is(at - 1, '(') || text.Is(at - 1, '[') || (text.IsNumber(at - 1) && isGlued);
        bool isSpaced = text.IsSpace(at + 1) && text.IsNumber(at + 2);
        if (!isFree || !(isGlued || isSpaced))
        {
            return;
        }

        bool hasLeft = text.IsSpace(at - 1) && (text.IsMathAt(at - 2) || text.IsGreek(at - 2) || DamagedOperators.IsVariable(text, at - 2));
        hasLeft |= text[at] is "pm" && text.IsSpace(at - 1) && text.IsNumber(at - 2);
        int first = hasLeft ? at - 2 : text.IsNumber(at - 1) ? at - 1 : at;
        bool isProven = isGlued ? IsUnit(text, at + 2) : IsSpacedProof(text, at);
        if (isProven)
        {
            text.Mark(first, isGlued ? at + 1 : at + 2);
            text.IsStripped = true;
        }
    }

    // Spaced, the name may be a word: "le" in French, "trained in sim 10 times", "3 pm 5". In brackets or after a symbol it is none.
    private static bool IsSpacedProof(Damaged text, int at) => text[at] switch
    {
        "approx" or "geq" or "leq" or "lesssim" or "gtrsim" or "propto" => true,
        "ge" or "le" or "gg" or "ll" => text.Is(at - 1, '('),
        "pm" => IsSpread(text, at),
        "sim" => text[at + 3] is "times" || (!text.IsAboutSimulation && !(text[at - 2] is "in" or "from" or "the" or "a" or "our" or "to" or "and")),
        _ => false,
    };

    // "0.92 pm 0.03", "25.8 pm 3"; but "5.30 pm 6 days", "3 pm 0.5 mg" and the dust PM 2.5.
    private static bool IsSpread(Damaged text, int at)
    {
        ReadOnlySpan<char> spread = text[at + 2];
        if (!text.IsNumber(at - 2))
        {
            return IsDecimal(text, at + 2) && spread is not "2.5";
        }

        bool isHour = int.TryParse(text[at - 2], NumberStyles.None, CultureInfo.InvariantCulture, out int hour) && hour <= 12;
        return !isHour && (IsClock(text[at - 2]) ? spread.StartsWith("0.") : IsDecimal(text, at - 2) || IsDecimal(text, at + 2));
    }

    // A time of day as it is written with a point: 5.30, 11.45.
    private static bool IsClock(ReadOnlySpan<char> number) =>
        number.IndexOf('.') is var point && point is 1 or 2 && number.Length == point + 3 && number[point + 1] < '6'
        && int.TryParse(number[..point], NumberStyles.None, CultureInfo.InvariantCulture, out int hour) && hour is >= 1 and <= 12;

    // What may follow the number of "sim30": a unit, not the rest of a name such as sim2real.
    private static bool IsUnit(Damaged text, int at) =>
        !text.IsWord(at) || text[at].Length == 1 || text[at] is "times" or "ms" or "GB" or "MB" or "TB" or "FPS" or "fps" or "km" or "cm" or "mm" or "nm" or "kg" or "Hz" or "kHz" or "GPU" or "px" or "pp" or "dB" or "th";

    private static bool IsDecimal(Damaged text, int i) => text.IsNumber(i) && text[i].Contains('.');

    private static int Unit(Damaged text, int at)
    {
        int unit = text.IsSpace(at + 1) ? at + 2 : at + 1;
        return text[unit] is "m" or "s" or "g" or "L" or "W" or "A" or "V" or "M" ? unit : -1;
    }
}
