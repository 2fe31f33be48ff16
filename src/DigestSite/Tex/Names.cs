namespace DigestSite.Tex;

/// <summary>Names of TeX as they look without their backslash, by what proves that one is meant.</summary>
internal static class Names
{
    /// <summary>Names that are no word of any prose: they are symbols wherever they stand.</summary>
    private static readonly string[] Plain =
    [
        "rightarrow", "leftarrow", "leftrightarrow", "Rightarrow", "Leftarrow", "Leftrightarrow", "longrightarrow", "longleftarrow", "mapsto", "uparrow", "downarrow", "leq", "geq", "neq", "leqslant", "geqslant",
        "lesssim", "gtrsim", "propto", "infty", "cdot", "cdots", "ldots", "langle", "rangle", "lfloor", "rfloor", "lceil", "rceil", "otimes", "oplus", "odot", "subseteq", "supseteq", "subsetneq", "notin", "setminus",
        "emptyset", "varepsilon", "varphi", "vartheta", "simeq", "approxeq", "nabla", "forall", "triangleq",
    ];

    /// <summary>Names that take an argument in braces and make mathematics of it.</summary>
    private static readonly string[] Constructs =
    [
        "mathcal", "mathbb", "mathbf", "mathrm", "mathsf", "mathit", "mathtt", "mathfrak", "mathscr", "mathds", "boldsymbol", "operatorname", "sqrt", "frac", "dfrac", "tfrac", "binom", "tilde", "widetilde", "hat", "widehat",
        "bar", "overline", "vec", "dot", "ddot", "bm",
    ];

    /// <summary>Names that take an argument in braces and set text.</summary>
    private static readonly string[] Styles = ["textbf", "textit", "texttt", "textsc", "textrm", "textsf", "emph", "underline", "text", "url", "href", "cite", "citep", "citet", "textsuperscript", "textsubscript"];

    // Names that are found where several run together, the longer first: \propto\left, \Phi\circ, \widetilde\Theta.
    private static readonly string[] Pieces =
    [
        "leftrightarrow", "longrightarrow", "varepsilon", "rightarrow", "widetilde", "leftarrow", "mathcal", "epsilon", "mathbb", "mathbf", "mathrm", "propto", "lambda", "mapsto", "approx", "varphi", "infty", "times", "right", "frac", "theta", "Theta", "Omega",
        "omega", "Gamma", "gamma", "Delta", "delta", "Sigma", "sigma", "alpha", "kappa", "tilde", "left", "circ", "cdot", "sqrt", "beta", "zeta", "leq", "geq", "neq", "log", "max", "min", "exp", "phi", "Phi", "psi", "Psi",
        "rho", "tau", "sim", "ell", "chi", "eta", "nu", "mu", "xi", "Xi", "pi", "Pi", "pm", "to", "gg", "ll", "in",
    ];

    // A variable may run into these: n\times, g\circ. Into others it would make words: b + right, c + ell, t + hat.
    private static readonly string[] AfterLetter = ["times", "circ", "cdot", "rightarrow", "leftarrow", "leq", "geq", "neq", "sqrt", "infty", "propto", "right", "left", "otimes", "oplus", "mapsto", "approx",
        "varepsilon", "epsilon", "lambda", "theta", "sigma", "kappa", "omega"];

    public static bool IsGreek(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 10 && Symbol.Named(word.ToString()) is { IsGreek: true };

    public static bool IsPlain(ReadOnlySpan<char> word) => Contains(Plain, word);

    public static bool IsConstruct(ReadOnlySpan<char> word) => Contains(Constructs, word);

    public static bool IsStyle(ReadOnlySpan<char> word) => Contains(Styles, word);

    /// <summary>Whether names run together in <paramref name="word"/>, the last of which takes an argument.</summary>
    public static bool EndsInConstruct(ReadOnlySpan<char> word)
    {
        foreach (string name in Constructs)
        {
            if (word.EndsWith(name, StringComparison.Ordinal))
            {
                return Split(word) is not null;
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="word"/> is the name of any symbol, function or construct.</summary>
    public static bool IsName(ReadOnlySpan<char> word) =>
        word.Length <= 18 && (Symbol.Named(word.ToString()) is not null || IsConstruct(word) || IsFont(word) || IsStyle(word) || word is "left" or "right" || IsFunction(word));

    /// <summary>Whether it is <c>\in</c> and the letter of a set: <c>inR</c>.</summary>
    public static bool IsMembership(ReadOnlySpan<char> word) => word is ['i', 'n', >= 'A' and <= 'Z'];

    public static bool IsFont(ReadOnlySpan<char> word) => word is "bf" or "cal" or "rm" or "sf" or "tt" or "em";

    /// <summary>Functions that papers name in upright letters.</summary>
    public static bool IsFunction(ReadOnlySpan<char> word) =>
        word is "exp" or "log" or "ln" or "max" or "min" or "poly" or "polylog" or "softmax" or "diag" or "rank" or "tr" or "det" or "argmax" or "argmin" or "sin" or "cos" or "tanh" or "sup" or "inf" or "KL" or "Var" or "Tr" or "Pr" or "dim";

    /// <summary>The names that run together in <paramref name="word"/>, perhaps after one letter, as TeX; null when it is not all names.</summary>
    public static string? Split(ReadOnlySpan<char> word)
    {
        if (word.Length is < 4 or > 40)
        {
            return null;
        }

        var tex = new System.Text.StringBuilder();
        if (Pieces.FirstAt(word) is null || !AllNames(word, tex))
        {
            tex.Clear().Append(word[0]);
            ReadOnlySpan<char> rest = word[1..];
            bool isLogarithm = rest is "log" && word[0] is not ('b' or 'c' or 'f' or 's' or 'v');
            return (isLogarithm || AfterLetter.FirstAt(rest) is not null) && AllNames(rest, tex) ? tex.ToString() : null;
        }

        return tex.ToString();
    }

    private static bool AllNames(ReadOnlySpan<char> word, System.Text.StringBuilder tex)
    {
        while (word.Length > 0)
        {
            if (Pieces.FirstAt(word) is not { } piece)
            {
                // A set whose alphabet was unwrapped: \rightarrow\mathbb{R}.
                tex.Append(' ').Append(word[0]);
                return word.Length == 1 && char.IsAsciiLetterUpper(word[0]);
            }

            tex.Append('\\').Append(piece);
            word = word[piece.Length..];
        }

        return true;
    }

    public static bool IsCompound(ReadOnlySpan<char> word) => !IsName(word) && Split(word) is not null;

    private static string? FirstAt(this string[] names, ReadOnlySpan<char> word)
    {
        foreach (string name in names)
        {
            if (word.StartsWith(name, StringComparison.Ordinal))
            {
                return name;
            }
        }

        return null;
    }

    private static bool Contains(string[] names, ReadOnlySpan<char> word)
    {
        foreach (string name in names)
        {
            if (word.Length == name.Length && word.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }
}
