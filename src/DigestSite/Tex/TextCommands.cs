namespace DigestSite.Tex;

/// <summary>Reads one command of text and its arguments.</summary>
/// <param name="after">Where the name of the command ends.</param>
internal sealed class TextCommands(string text, int after, int depth, bool hasDashes)
{
    /// <summary>Where what was read ends.</summary>
    public int End { get; private set; } = after;

    /// <summary>Whether it was a citation or a label: it shows nothing, and the space before it goes too.</summary>
    public bool IsCitation { get; private set; }

    /// <summary>How the argument of a command of text is set; null where it is set as the rest is.</summary>
    public static TexKind? StyleOf(string name) => name switch
    {
        "textbf" or "bf" or "bfseries" or "strong" => TexKind.Strong,
        "textit" or "emph" or "em" or "it" or "textsl" or "sl" or "itshape" => TexKind.Emphasis,
        "texttt" or "tt" or "ttfamily" or "verb" => TexKind.Code,
        "textsuperscript" => TexKind.Superscript,
        "textsubscript" => TexKind.Subscript,
        _ => null,
    };

    /// <summary>Whether a group opens with a change of the font: <c>{\em so}</c>. <paramref name="end"/> is where its name ends.</summary>
    public static bool IsFontSwitch(string text, int open, out int end)
    {
        end = TexText.At(text, open + 1) == '\\' ? TexText.EndOfLetters(text, open + 2) : open;
        return end > open + 2 && IsSwitch(text.AsSpan((open + 2)..end));
    }

    /// <summary>What the command named <paramref name="name"/> shows; null when it is to be shown as typed.</summary>
    public List<TexNode>? Read(string name, int start)
    {
        if (Words(name) is { } words)
        {
            SkipEmptyGroup();
            return [TexNode.Of(words)];
        }

        return name switch
        {
            "href" => Href(),
            "url" or "nolinkurl" or "path" => [TexNode.Of(Address(Argument() ?? ""))],
            "footnote" or "thanks" => Argument() is { } note ? [TexNode.Of(" ("), .. Inner(note.Trim()), TexNode.Of(")")] : [],
            "textcolor" or "colorbox" => Argument() is null ? [] : Inner(Argument() ?? ""),
            "color" => Color(),
            "label" or "vspace" or "hspace" or "begin" or "end" or "ref" or "eqref" or "autoref" or "cref" or "Cref" or "footnotemark" or "nocite" => Silent(),
            "par" or "newline" or "linebreak" or "item" or "noindent" or "centering" => name == "item" ? [TexNode.Of("• ")] : [],
            _ when IsSwitch(name) || name is "xspace" or "protect" or "nobreakdash" or "hyp" or "null" or "relax" => Nothing(),
            _ when name.Contains("cite", StringComparison.Ordinal) => Silent(),
            _ when Symbol.Named(name) is not null || Alphabets.Named(name) is not null || Alphabets.Mark(name) is not null || IsMathOnly(name) => Mathematics(start),
            _ => Other(name, start),
        };
    }

    private static bool IsSwitch(ReadOnlySpan<char> name) => name is "em" or "it" or "bf" or "tt" or "sc" or "rm" or "sl" or "sf" or "bfseries" or "itshape" or "ttfamily" or "scshape" or "upshape"
        or "small" or "footnotesize" or "large" or "Large" or "normalsize" or "tiny";

    private static bool IsMathOnly(string name) => name is "frac" or "dfrac" or "tfrac" or "sqrt" or "binom" or "mathrm" or "mathbf" or "mathsf" or "mathit" or "mathtt" or "boldsymbol" or "bm" or "operatorname" or "left";

    private static string? Words(string name) => name switch
    {
        "eg" => "e.g.",
        "ie" => "i.e.",
        "Eg" => "E.g.",
        "Ie" => "I.e.",
        "etc" => "etc.",
        "etal" => "et al.",
        "wrt" => "w.r.t.",
        "aka" => "a.k.a.",
        "iid" => "i.i.d.",
        "vs" => "vs.",
        "cf" => "cf.",
        "resp" => "resp.",
        "LaTeX" or "TeX" or "BibTeX" => name,
        "textbackslash" => "\\",
        "textasciitilde" or "texttildelow" => "~",
        "textasciicircum" => "^",
        "textdegree" => "°",
        "textendash" => "–",
        "textemdash" => "—",
        "textquotedblleft" => "“",
        "textquotedblright" => "”",
        "textquoteleft" => "‘",
        "textquoteright" => "’",
        "textquotesingle" => "'",
        "textless" => "<",
        "textgreater" => ">",
        "textbar" => "|",
        "textunderscore" => "_",
        "textmu" => "μ",
        "texttimes" => "×",
        "textrightarrow" => "→",
        "textregistered" => "®",
        "texttrademark" => "™",
        "textcopyright" or "copyright" => "©",
        "ldots" or "dots" or "textellipsis" => "…",
        "pounds" => "£",
        "euro" => "€",
        "S" => "§",
        "P" => "¶",
        "quad" or "qquad" => " ",
        _ => null,
    };

    // The names of macros come with a full stop of their own or without: \eg, and \eg.
    private void SkipEmptyGroup()
    {
        if (TexText.At(text, End) == '{' && TexText.At(text, End + 1) == '}')
        {
            End += 2;
        }

        if (End > 1 && TexText.At(text, End) == '.' && text[End - 1] is 'g' or 'e' or 'c' or 'l' or 's' or 'f' && TexText.EndOfLetters(text, End - 1) == End)
        {
            End++;
        }
    }

    private List<TexNode> Nothing()
    {
        while (TexText.At(text, End) is ' ')
        {
            End++;
        }

        SkipEmptyGroup();
        return [];
    }

    private List<TexNode> Silent()
    {
        while (TexText.At(text, End) == '[' && TexText.CloseOf(text, End, '[', ']') is var close && close > 0)
        {
            End = close + 1;
        }

        IsCitation = Argument() is not null;
        return [];
    }

    // \color{red} sets what follows. What is no color ate the beginning of a word, \color{oursT}ree, and only the captured text can show it.
    private List<TexNode>? Color() => Argument() is { } color && !Residue.IsColor(color) ? null : [];

    private List<TexNode> Href()
    {
        string address = Argument() ?? "";
        int brace = address.IndexOf('{', StringComparison.Ordinal);
        address = brace > 0 ? address[..brace] : address;
        while (TexText.At(text, End) == ' ' && TexText.At(text, End + 1) == '{')
        {
            End++;
        }

        string? words = Argument();
        if (words is null || words.Trim().Length == 0 || Addresses.IsAddress(words) || Addresses.ToUrl(address) is not { } url || !Addresses.IsAddress(address))
        {
            return words is null || words.Trim().Length == 0 || Addresses.IsAddress(words) ? [TexNode.Of(Address(address))] : Inner(words);
        }

        return [TexNode.Link(url, Inner(words))];
    }

    private static string Address(string typed)
    {
        string address = typed.Trim();
        int end = address.Length == 0 ? 0 : Addresses.EndAt(address, 0);
        return (end > 0 ? address[..end] : address).Replace("\\", "", StringComparison.Ordinal);
    }

    private List<TexNode> Mathematics(int start)
    {
        while (Argument(isMath: true) is not null)
        {
        }

        return depth >= TexText.Depth ? [TexNode.Of(text[start..End])] : MathReader.Read(text[start..End], depth + 1);
    }

    // A macro of the author's: its argument where it has one, else its name.
    private List<TexNode>? Other(string name, int start)
    {
        bool isNamed = name.Length > 2 || (name.Length == 2 && char.IsAsciiLetterUpper(name[0]));
        if (Argument() is { } argument)
        {
            List<TexNode> words = argument.Trim().Length == 0 ? [TexNode.Of(name)] : Inner(argument);
            return StyleOf(name) is { } style ? argument.Length == 0 ? [] : [TexNode.Of(style, words)] : words;
        }

        return isNamed && (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is ':' or '\\' or '/' or '.')) && TexText.At(text, End) is not ('\\' or '_') ? [TexNode.Of(name)] : null;
    }

    private List<TexNode> Inner(string content) =>
        depth < TexText.Depth ? TexReader.Read(content, depth + 1, hasDashes) : [TexNode.Of(content)];

    private string? Argument(bool isMath = false)
    {
        char open = TexText.At(text, End);
        int close = open == '{' || (isMath && open == '[') ? TexText.CloseOf(text, End, open, open == '{' ? '}' : ']') : -1;
        if (isMath && open is '^' or '_' && TexText.At(text, End + 1) is not ('\0' or ' ' or '{'))
        {
            close = End + 1;
        }
        else if (isMath && open is '^' or '_' && TexText.At(text, End + 1) == '{')
        {
            close = TexText.CloseOf(text, End + 1);
        }

        if (close < 0)
        {
            return null;
        }

        string argument = text[(End + 1)..close];
        End = close + 1;
        return argument;
    }
}
