using System.Buffers;

namespace DigestSite.Tex;

/// <summary>Tells in one scan that a text has no TeX, which is true of most.</summary>
internal static class TexScan
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\$^_{}~`");

    // Names that may stand in a text without any of the marks; all but the last few are no English words.
    private static readonly string[] Names =
    [
        "sim", "approx", "geq", "leq", "neq", "infty", "cdot", "cdots", "ldots", "rightarrow", "leftarrow", "leftrightarrow", "Rightarrow", "mapsto", "propto", "lesssim", "gtrsim", "circ", "otimes", "oplus", "subseteq",
        "varepsilon", "emptyset", "notin", "bullet", "gg", "ll", "ge", "le", "pm", "cup", "cap", "mu", "simeq", "forall", "nabla", "setminus", "langle", "rangle", "longrightarrow", "uparrow", "downarrow", "varphi", "wedge", "vee", "mid", "perp",
    ];

    // By first letter, the lengths of names as bits.
    private static readonly uint[] Lengths = LengthsOf(Names);

    public static bool MayHaveTex(string text)
    {
        if (text.AsSpan().ContainsAny(Marks) || text.Contains("''", StringComparison.Ordinal))
        {
            return true;
        }

        for (int i = 0; i < text.Length;)
        {
            if (!char.IsAsciiLetter(text[i]))
            {
                i++;
                continue;
            }

            int end = TexText.EndOfLetters(text, i);
            if (MayBeName(text, i, end))
            {
                return true;
            }

            i = end;
        }

        return false;
    }

    /// <summary>Whether a text is TeX beyond doubt, so that its hyphens are TeX's too: by what a listing does not strip, that damaged and undamaged text agree.</summary>
    public static bool IsTexBeyondDoubt(string tex) =>
        tex.Contains("\\(", StringComparison.Ordinal) || tex.Contains("``", StringComparison.Ordinal) || tex.Contains("\\%", StringComparison.Ordinal) || tex.Contains("\\&", StringComparison.Ordinal)
        || tex.Contains("\\\"", StringComparison.Ordinal) || tex.Contains("\\'", StringComparison.Ordinal) || HasScript(tex);

    /// <summary>Whether there is a command or mathematics in it that kept its marks.</summary>
    public static bool HasCommand(string tex)
    {
        for (int at = tex.AsSpan().IndexOfAny('\\', '$'); at >= 0 && at < tex.Length; at++)
        {
            char next = TexText.At(tex, at + 1);
            if ((tex[at] == '\\' && (char.IsAsciiLetterLower(next) || next is '(' or '[' or '&' or '%' or '_' or '#' or ',')) || (tex[at] == '$' && Dollars.CloseOf(tex, at) > 0))
            {
                return true;
            }

            int step = tex.AsSpan(at + 1).IndexOfAny('\\', '$');
            if (step < 0)
            {
                return false;
            }

            at += step;
        }

        return false;
    }

    private static bool HasScript(string tex)
    {
        for (int at = tex.IndexOf('$', StringComparison.Ordinal); at >= 0 && at < tex.Length; at = tex.IndexOf('$', at + 1))
        {
            int close = Dollars.CloseOf(tex, at);
            if (close > 0 && (tex.AsSpan(at, close - at).ContainsAny('^', '_') || tex.AsSpan(at, close - at).Contains("\\times", StringComparison.Ordinal) || tex.AsSpan(at, close - at).Contains("\\sim", StringComparison.Ordinal)))
            {
                return true;
            }

            at = Math.Max(at, close);
        }

        return false;
    }

    private static bool MayBeName(string text, int start, int end)
    {
        int length = end - start;
        ReadOnlySpan<char> word = text.AsSpan(start, length);
        char after = TexText.At(text, end);
        if (length is 5 or 6 && word.EndsWith("times", StringComparison.Ordinal))
        {
            return length == 6 || char.IsAsciiDigit(after) || char.IsAsciiDigit(TexText.At(text, start - 1)) || (TexText.At(text, start - 1) == ' ' && !char.IsAsciiLetterLower(TexText.At(text, start - 2)))
                || (TexText.At(text, start - 3) is ' ' or '(' or '\0' && TexText.At(text, start - 2) != 'a');
        }

        if (after is '(' or '[' && (word.EndsWith("left", StringComparison.Ordinal) || word is "Omega" or "Theta" || length == 1))
        {
            return true;
        }

        if (TexText.At(text, start - 1) is '(' or '+' or '-' or ' ' && after == ')' && length > 1)
        {
            return Tex.Names.IsGreek(word);
        }

        if (word is "to" && char.IsAsciiDigit(after) && char.IsAsciiDigit(TexText.At(text, start - 1)))
        {
            return true;
        }

        return length < 32 && (Lengths[word[0] & 127] & (1u << length)) != 0 && IsName(word);
    }

    private static bool IsName(ReadOnlySpan<char> word)
    {
        foreach (string name in Names)
        {
            if (word.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static uint[] LengthsOf(string[] names)
    {
        var lengths = new uint[128];
        foreach (string name in names)
        {
            lengths[name[0]] |= 1u << name.Length;
        }

        return lengths;
    }
}
