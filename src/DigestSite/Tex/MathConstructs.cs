namespace DigestSite.Tex;

/// <summary>Commands of mathematics that take arguments or change what follows.</summary>
internal static class MathConstructs
{
    /// <summary>Reads what <c>\name</c> does; an unknown command shows its name.</summary>
    public static void Read(MathCursor reader, MathAtoms atoms, string name, int depth)
    {
        switch (name)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac" or "sfrac" or "nicefrac" or "binom" or "dbinom" or "tbinom":
                Fraction(reader, atoms, name, depth);
                break;

            case "sqrt":
                string? index = reader.Option();
                atoms.Add(TexNode.Of(TexKind.Root, Inner(reader.Argument(), depth), index is null ? null : Inner(index, depth, isTight: true)));
                break;

            case "text" or "textrm" or "textnormal" or "textbf" or "textit" or "texttt" or "textsc" or "textsf" or "mbox" or "hbox" or "emph" or "textup" or "textsl":
                AddAll(atoms, Words(reader.Argument(), name, depth));
                break;

            case "operatorname" or "mathop" or "DeclareMathOperator":
                atoms.Add(PlainWriter.Write(Inner(reader.Argument().TrimStart('*'), depth)) is { Length: > 0 } function ? function : " ", SymbolRole.Function);
                break;

            case "underset" or "overset" or "stackrel" or "underbrace" or "overbrace":
                Stacked(reader, atoms, name, depth);
                break;

            case "left" or "right" or "middle":
                reader.SkipEmptyDelimiter();
                break;

            case "quad" or "qquad" or "space" or "newline" or "enspace" or "thinspace":
                atoms.Space();
                break;

            case "color" or "label" or "tag" or "vspace" or "hspace" or "phantom" or "hphantom" or "vphantom" or "begin" or "end":
                reader.Argument();
                break;

            case "textcolor" or "colorbox":
                reader.Argument();
                AddAll(atoms, Inner(reader.Argument(), depth));
                break;

            case "pmod" or "bmod" or "mod":
                atoms.Add("mod", SymbolRole.Function);
                break;

            case "not":
                atoms.Add(TexText.Composed(PlainWriter.Write(Inner(reader.Argument(), depth)) + "\u0338"), SymbolRole.Operator);
                break;

            default:
                Plain(reader, atoms, name, depth);
                break;
        }
    }

    private static void Plain(MathCursor reader, MathAtoms atoms, string name, int depth)
    {
        if (name.StartsWith("math", StringComparison.Ordinal) || name is "boldsymbol" or "bm" or "pmb" or "ensuremath" or "underline" or "boxed" or "smash" or "mathstrut")
        {
            AddAll(atoms, Inner(reader.Argument(), depth));
        }
        else if (!IsSilent(name))
        {
            AddAll(atoms, [TexNode.Of(name)]);
        }
    }

    private static bool IsSilent(string name) => name is "limits" or "nolimits" or "displaystyle" or "textstyle" or "scriptstyle" or "scriptscriptstyle" or "big" or "Big" or "bigg" or "Bigg"
        or "bigl" or "bigr" or "Bigl" or "Bigr" or "biggl" or "biggr" or "Biggl" or "Biggr" or "bigm" or "bf" or "rm" or "it" or "sf" or "tt" or "em" or "sc" or "xspace" or "nonumber" or "bfseries" or "rmfamily";

    private static void Fraction(MathCursor reader, MathAtoms atoms, string name, int depth)
    {
        List<TexNode> above = Inner(reader.Argument(), depth);
        List<TexNode> below = Inner(reader.Argument(), depth);
        atoms.Add(TexNode.Of(name.EndsWith("binom", StringComparison.Ordinal) ? TexKind.Choose : TexKind.Fraction, above, below));
    }

    // What stands over or under something reads well beside it, raised or lowered.
    private static void Stacked(MathCursor reader, MathAtoms atoms, string name, int depth)
    {
        if (name.EndsWith("brace", StringComparison.Ordinal))
        {
            AddAll(atoms, Inner(reader.Argument(), depth));
            return;
        }

        List<TexNode> mark = Inner(reader.Argument(), depth, isTight: true);
        AddAll(atoms, Inner(reader.Argument(), depth));
        if (mark.Count > 0)
        {
            atoms.AddScript(TexNode.Of(name == "underset" ? TexKind.Subscript : TexKind.Superscript, mark));
        }
    }

    private static List<TexNode> Words(string content, string name, int depth)
    {
        List<TexNode> words = depth >= TexText.Depth ? [TexNode.Of(content.Length == 0 ? " " : content)] : TexReader.Read(content, depth + 1);
        return TextCommands.StyleOf(name) is { } style && words.Count > 0 ? [TexNode.Of(style, words)] : words;
    }

    private static List<TexNode> Inner(string content, int depth, bool isTight = false) =>
        depth < TexText.Depth ? MathReader.Read(content, depth + 1, isTight) : content.Length == 0 ? [] : [TexNode.Of(content)];

    private static void AddAll(MathAtoms atoms, List<TexNode> nodes)
    {
        foreach (TexNode node in nodes)
        {
            atoms.Add(node);
        }
    }
}
