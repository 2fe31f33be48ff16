using System.Text;

namespace DigestSite.Tex;

/// <summary>Writes read TeX as plain text: scripts as Unicode's where it has them and they stay legible, else after <c>^</c> and <c>_</c>.</summary>
internal static class PlainWriter
{
    private const string Raised = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻAᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂ";
    private const string Lowered = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ";

    // More than this many letters in Unicode's tiny scripts cannot be read.
    private const int LegibleLetters = 2;

    public static string Write(List<TexNode> nodes)
    {
        var text = new StringBuilder();
        Write(nodes, text);
        return text.Replace('\u00A0', ' ').ToString();
    }

    private static void Write(List<TexNode> nodes, StringBuilder text)
    {
        foreach (TexNode node in nodes)
        {
            switch (node.Kind)
            {
                case TexKind.Text:
                    text.Append(node.Text);
                    break;

                case TexKind.Superscript:
                    Script(node, text, Raised, '^');
                    break;

                case TexKind.Subscript:
                    Script(node, text, Lowered, '_');
                    break;

                case TexKind.Fraction:
                    text.Append(Operand(node.Parts)).Append('/').Append(Operand(node.Others));
                    break;

                case TexKind.Choose:
                    text.Append('(').Append(Write(node.Parts)).Append(" choose ").Append(Write(node.Others)).Append(')');
                    break;

                case TexKind.Root:
                    Root(node, text);
                    break;

                default:
                    Write(node.Parts, text);
                    break;
            }
        }
    }

    private static void Root(TexNode node, StringBuilder text)
    {
        switch (Write(node.Others))
        {
            case "" or "2":
                text.Append('√');
                break;

            case "3":
                text.Append('∛');
                break;

            case "4":
                text.Append('∜');
                break;

            case var index:
                text.Append(index).Append("-th root of ");
                break;
        }

        text.Append(Operand(node.Parts));
    }

    // One letter, one number or one word needs no parentheses.
    private static string Operand(List<TexNode> nodes)
    {
        string text = Write(nodes);
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '\u0302' or '\u0303'))
            {
                return $"({text})";
            }
        }

        return text;
    }

    private static void Script(TexNode node, StringBuilder text, string forms, char mark)
    {
        string script = Write(node.Parts).Replace('−', '-');
        if (script is "*")
        {
            text.Append('*');
            return;
        }

        int letters = 0;
        var small = new StringBuilder(script.Length);
        foreach (char c in script)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            int at = forms.IndexOf(c, StringComparison.Ordinal);
            if (at < 0 || at % 2 == 1)
            {
                letters = LegibleLetters + 1;
                break;
            }

            small.Append(forms[at + 1]);
        }

        // Digits and a sign stay legible at any length; brackets do not.
        bool isLegible = letters <= LegibleLetters && script.AsSpan().IndexOfAny("()") < 0;
        text.Append(isLegible ? small : new StringBuilder().Append(mark).Append(Group(script)));
    }

    private static string Group(string script)
    {
        foreach (char c in script)
        {
            if (!char.IsLetterOrDigit(c) && c != '.' && !char.IsSurrogate(c) && script.Length > 1)
            {
                return $"({script})";
            }
        }

        return script;
    }
}
