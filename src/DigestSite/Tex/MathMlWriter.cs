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
                Tokens(node.Text, page);
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

            Write(nodes[i], page);
        }

        page.Append("</mrow>");
    }

    private static void Tokens(string text, Utf8Page page)
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

            i = end;
        }
    }
}
