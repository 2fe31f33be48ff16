namespace DigestSite.Tex;

/// <summary>Finds Greek letters by name: alone in brackets, or before a hyphen in a text that is known to have lost its backslashes.</summary>
internal static class DamagedGreek
{
    public static void Repair(Damaged text)
    {
        bool hasMath = text.HasMath;
        for (int i = 0; i < text.Count; i++)
        {
            if (!text.IsWord(i) || text.IsMath[i])
            {
                continue;
            }

            if (!Names.IsGreek(text[i]))
            {
                Prefixed(text, i);
            }
            else if (IsInBrackets(text, i) || IsOneAnd(text, i) || IsBeforeMathematics(text, i) || (text.IsStripped && (IsHyphenated(text, i) || IsQuantity(text, i) || IsListed(text, i))) || (hasMath && IsInExpression(text, i)))
            {
                text.Mark(i, IsBeforeMathematics(text, i) ? i + 1 : i);
            }
        }

        if (hasMath)
        {
            Capitals(text);
        }
    }

    // "models Phi" in a text that has C_{Phi} or Phi(x).
    private static void Capitals(Damaged text)
    {
        var proven = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < text.Count; i++)
        {
            if (text.IsMath[i] && text.IsWord(i) && IsCapital(text[i]))
            {
                proven.Add(text.String(i));
            }
        }

        for (int i = 0; i < text.Count && proven.Count > 0; i++)
        {
            if (text.IsWord(i) && !text.IsMath[i] && IsCapital(text[i]) && IsAlone(text, i) && proven.Contains(text.String(i)))
            {
                text.Mark(i, i);
            }
        }
    }

    // Not Phi-3, Phi 3, MicroPhi, and nothing that stands with other names: Delta Air, President Xi.
    private static bool IsAlone(Damaged text, int at)
    {
        bool isStart = text.IsSpace(at - 1) || text.Is(at - 1, '(');
        bool isEnd = text.IsSpace(at + 1) || (text[at + 1] is [','] or ['.'] or [';'] or [':'] or [')'] && !text.IsWord(at + 2) && !text.IsNumber(at + 2));
        bool isNamed = text.IsSpace(at + 1) && (text.IsNumber(at + 2) || (text.IsWord(at + 2) && char.IsAsciiLetterUpper(text[at + 2][0]) && !text.IsMath[at + 2]));
        return isStart && isEnd && !isNamed && !(text.IsWord(at - 2) && text.IsSpace(at - 1) && text[at - 2].Length > 1 && char.IsAsciiLetterUpper(text[at - 2][0]));
    }

    // \mu P ran together: "muP", "muTransfer".
    private static void Prefixed(Damaged text, int at)
    {
        ReadOnlySpan<char> word = text[at];
        int capital = word.IndexOfAnyInRange('A', 'Z');
        if (text.IsStripped && capital > 1 && text.IsSpace(at - 1) && Names.IsGreek(word[..capital]))
        {
            text.Written[at] = Symbol.Named(word[..capital].ToString())!.Text + word[capital..].ToString();
        }
    }

    // "Poisson's ratio (nu)". The names of releases and changes are words there too, unless the word before says that a quantity is meant;
    // and so is the short form of a name that was just spelled the same.
    private static bool IsInBrackets(Damaged text, int at) =>
        text.Is(at - 1, '(') && text.Is(at + 1, ')') && text.IsSpace(at - 2)
        && !text[at - 3].Equals(text[at], StringComparison.OrdinalIgnoreCase) && (char.IsAsciiLetterLower(text[at][0]) || IsCapital(text[at]))
        && (text[at] is not ("alpha" or "beta" or "delta" or "omega" or "gamma" or "pi" or "Alpha" or "Beta" or "Delta" or "Omega" or "Gamma" or "Pi" or "Sigma" or "Xi") || IsQuantityWord(text[at - 3]));

    // The capitals that TeX has commands for; the others look like Latin letters, so their names are names.
    private static bool IsCapital(ReadOnlySpan<char> word) => word is "Gamma" or "Delta" or "Theta" or "Lambda" or "Xi" or "Pi" or "Sigma" or "Upsilon" or "Phi" or "Psi" or "Omega";

    // "xi cdot 100%", "rho approx 0.9".
    private static bool IsBeforeMathematics(Damaged text, int at) =>
        text.IsSpace(at + 1) && text.IsMathAt(at + 2) && Symbol.Named(text.String(at + 2)) is { Role: SymbolRole.Operator } && text.IsStripped;

    private static bool IsHyphenated(Damaged text, int at)
    {
        bool isFree = char.IsAsciiLetterLower(text[at][0]) && (text.IsSpace(at - 1) || text.Is(at - 1, '(') || at == 0);
        return isFree && text.Is(at + 1, '-') && text.IsWord(at + 2) && !Names.IsGreek(text[at + 2]) && text[at + 2] is not ("blending" or "matting" or "test" or "testing" or "tester" or "version" or "release" or "channel");
    }

    // "(1+epsilon)".
    private static bool IsOneAnd(Damaged text, int at)
    {
        int sign = text.IsSpace(at - 1) ? at - 2 : at - 1;
        int number = text.IsSpace(sign - 1) ? sign - 2 : sign - 1;
        return text.Is(at + 1, ')') && (text.Is(sign, '+') || text.Is(sign, '-')) && text.IsNumber(number) && text.Is(number - 1, '(');
    }

    // "the parameter alpha", "for any epsilon, the"; not "Cohen's kappa" and "gamma correction".
    private static bool IsQuantity(Damaged text, int at) =>
        text.IsSpace(at - 1) && !text.Is(at + 1, '-')
        && ((text.IsMathAt(at - 2) && char.IsAsciiLetterLower(text[at][0])) || IsQuantityWord(text[at - 2]) || (text[at - 2] is "some" or "any" or "each" or "every" or "all" or "where" or "fixed" or "small" or "large" && (!text.IsSpace(at + 1) || text[at + 2] is "is" or "are" or "denotes" or "controls")));

    // "the exponents alpha and beta".
    private static bool IsListed(Damaged text, int at) => text.IsSpace(at - 1) && text[at - 2] is "and" or "or" && text.IsMathAt(at - 4) && text.IsGreek(at - 4);

    // "lambda > 0", "eta < 2/L", "1-delta".
    private static bool IsInExpression(Damaged text, int at)
    {
        int next = text.IsSpace(at + 1) ? at + 2 : at + 1;
        int last = text.IsSpace(at - 1) ? at - 2 : at - 1;
        bool isAfter = text[next] is ['<' or '>' or '=' or '≤' or '≥'] && !text.Is(next + 1, '=');
        bool isBefore = text[last] is ['<' or '>' or '=' or '≤' or '≥' or '+'] || (text.Is(at - 1, '-') && text.IsNumber(at - 2));
        return (isAfter || isBefore) && text[at - 1] is not (['_'] or ['.'] or ['-', '-']);
    }

    private static bool IsQuantityWord(ReadOnlySpan<char> word) => word is "parameter" or "hyperparameter" or "coefficient" or "rate" or "factor" or "exponent" or "threshold" or "ratio" or "temperature" or "weight" or "constant"
        or "parameters" or "coefficients" or "weights" or "exponents" or "thresholds" or "factors" or "rates" or "constants" or "angles" or "strength" or "angle" or "probability" or "viscosity" or "density" or "variance" or "penalty" or "step";
}
