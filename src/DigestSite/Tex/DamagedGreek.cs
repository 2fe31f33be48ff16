namespace DigestSite.Tex;

/// <summary>Finds Greek letters by name: alone in brackets, or before a hyphen in a text that is known to have lost its backslashes.</summary>
internal static class DamagedGreek
{
    public static void Repair(Damaged text)
    {
        for (int i = 0; i < text.Count; i++)
        {
            if (!text.IsWord(i) || text.IsMath[i] || !Names.IsGreek(text[i]))
            {
                continue;
            }

            if (IsInBrackets(text, i) || IsBeforeMathematics(text, i) || (text.IsStripped && char.IsAsciiLetterLower(text[i][0]) && (IsHyphenated(text, i) || IsQuantity(text, i))))
            {
                text.Mark(i, IsBeforeMathematics(text, i) ? i + 1 : i);
            }
        }
    }

    // "Poisson's ratio (nu)". The names of releases and changes are words there too, unless the word before says that a quantity is meant.
    private static bool IsInBrackets(Damaged text, int at) =>
        text.Is(at - 1, '(') && text.Is(at + 1, ')') && text.IsSpace(at - 2)
        && (text[at] is not ("alpha" or "beta" or "delta" or "omega" or "gamma" or "pi" or "Alpha" or "Beta" or "Delta" or "Omega" or "Gamma" or "Pi" or "Sigma") || IsQuantityWord(text[at - 3]));

    // "xi cdot 100%", "rho approx 0.9".
    private static bool IsBeforeMathematics(Damaged text, int at) =>
        text.IsSpace(at + 1) && text.IsMathAt(at + 2) && Symbol.Named(text.String(at + 2)) is { Role: SymbolRole.Operator } && text.IsStripped;

    private static bool IsHyphenated(Damaged text, int at)
    {
        bool isFree = text.IsSpace(at - 1) || text.Is(at - 1, '(') || at == 0;
        return isFree && text.Is(at + 1, '-') && text.IsWord(at + 2) && !Names.IsGreek(text[at + 2]) && text[at + 2] is not ("blending" or "matting" or "test" or "testing" or "tester" or "version" or "release" or "channel");
    }

    private static bool IsQuantity(Damaged text, int at) => text.IsSpace(at - 1) && IsQuantityWord(text[at - 2]) && !text.IsWord(at + 1) && !text.Is(at + 1, '-');

    private static bool IsQuantityWord(ReadOnlySpan<char> word) => word is "parameter" or "hyperparameter" or "coefficient" or "rate" or "factor" or "exponent" or "threshold" or "ratio" or "temperature" or "weight" or "constant"
        or "parameters" or "coefficients" or "weights" or "strength" or "angle" or "probability" or "viscosity" or "density" or "variance" or "penalty" or "step";
}
