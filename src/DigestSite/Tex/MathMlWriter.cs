using DigestSite.Templates;

namespace DigestSite.Tex;

/// <summary>Writes what HTML cannot show, as presentation MathML (MathML Core).</summary>
internal static class MathMlWriter
{
    public static void Write(TexNode node, Utf8Page page)
    {
        switch (node.Kind)
        {
            case TexKind.Fraction:
                Element("mfrac", [node.Parts, node.Others], page);
                break;

            case TexKind.Choose:
                page.Append("<mo>(</mo><mfrac linethickness=\"0\">");
                Rows([node.Parts, node.Others], page);
                page.Append("</mfrac><mo>)</mo>");
                break;

            case TexKind.Root:
                Element(node.Others.Count == 0 ? "msqrt" : "mroot", node.Others.Count == 0 ? [node.Parts] : [node.Parts, node.Others], page);
                break;

            case TexKind.Text:
                Tokens(node.Text, hasLeft: false, hasRight: false, page);
                break;

            default:
                Row(node.Parts, page);
                break;
        }
    }

    private static void Element(string name, List<TexNode>[] rows, Utf8Page page)
    {
        page.Append($"<{name}>");
        Rows(rows, page);
        page.Append($"</{name}>");
    }

    private static void Rows(List<TexNode>[] rows, Utf8Page page)
    {
        foreach (List<TexNode> row in rows)
        {
            Row(row, page);
        }
    }

    private static void Row(List<TexNode> nodes, Utf8Page page)
    {
        page.Append("<mrow>");
        for (int i = 0; i < nodes.Count; i++)
        {
            // A script takes the whole of what stands before it as its base only when that is one character: the empty base before it
            // looks the same and is always right.
            if (nodes[i].Kind is TexKind.Superscript or TexKind.Subscript)
            {
                string name = nodes[i].Kind == TexKind.Superscript ? "msup" : "msub";
                page.Append($"<{name}><mrow></mrow>");
                Row(nodes[i].Parts, page);
                page.Append($"</{name}>");
                continue;
            }

            if (nodes[i].Kind == TexKind.Text)
            {
                Tokens(nodes[i].Text, i > 0, i + 1 < nodes.Count, page);
                continue;
            }

            Write(nodes[i], page);
        }

        page.Append("</mrow>");
    }

    private static void Tokens(string text, bool hasLeft, bool hasRight, Utf8Page page)
    {
        for (int i = 0; i < text.Length;)
        {
            int end = i + 1;
            bool isNumber = char.IsAsciiDigit(text[i]);
            bool isName = char.IsLetter(text[i]) || char.IsSurrogate(text[i]);
            while (end < text.Length && (isNumber ? char.IsAsciiDigit(text[end]) || text[end] == '.' : isName && (char.IsLetter(text[end]) || char.IsSurrogate(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark)))
            {
                end++;
            }

            if (!char.IsWhiteSpace(text[i]))
            {
                string name = isNumber ? "mn" : isName ? "mi" : "mo";
                page.Append($"<{name}>");
                HtmlText.Write(text.AsSpan(i, end - i), page);
                page.Append($"</{name}>");
            }
            else if (IsGap(text, i, hasLeft, hasRight))
            {
                page.Append("<mspace width=\"0.2em\"></mspace>");
            }

            i = end;
        }
    }

    // MathML drops spaces. Signs of operation have their own; between names there would be none: log n, "hits per run".
    private static bool IsGap(string text, int at, bool hasLeft, bool hasRight)
    {
        bool isLeft = at == 0 ? hasLeft : char.IsLetterOrDigit(text[at - 1]) || char.IsSurrogate(text[at - 1]) || text[at - 1] is ')' or ']' or ',';
        bool isRight = at + 1 == text.Length ? hasRight : char.IsLetterOrDigit(text[at + 1]) || char.IsSurrogate(text[at + 1]) || text[at + 1] is '(' or '[';
        return isLeft && isRight;
    }
}
