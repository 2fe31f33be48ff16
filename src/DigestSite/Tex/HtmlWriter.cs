using DigestSite.Templates;

namespace DigestSite.Tex;

/// <summary>
/// Writes read TeX as HTML: what HTML can show as HTML, fractions and roots as MathML. Variables stay upright: where a listing lost its dollars,
/// a lone letter cannot be told from a word, and half of a formula in italics reads worse than none; it is also half the bytes.
/// </summary>
internal static class HtmlWriter
{
    [ThreadStatic]
    private static Utf8Page? _page;

    public static Html Write(List<TexNode> nodes)
    {
        Utf8Page page = _page ??= new();
        page.Clear();
        Write(nodes, page);
        return new(page.TakeText());
    }

    private static void Write(List<TexNode> nodes, Utf8Page page)
    {
        foreach (TexNode node in nodes)
        {
            Write(node, page);
        }
    }

    private static void Write(TexNode node, Utf8Page page)
    {
        switch (node.Kind)
        {
            case TexKind.Text:
                HtmlText.Write(node.Text, page);
                break;

            case TexKind.Link:
                page.Append("<a href=\"");
                HtmlText.Write(node.Text, page);
                page.Append("\" rel=\"ugc nofollow\">");
                Write(node.Parts, page);
                page.Append("</a>");
                break;

            case TexKind.Root when IsSimple(node):
                page.Append("√");
                Write(node.Parts, page);
                break;

            case TexKind.Fraction or TexKind.Root or TexKind.Choose:
                page.Append("<math>");
                MathMlWriter.Write(node, page);
                page.Append("</math>");
                break;

            default:
                Element(Name(node.Kind), node, page);
                break;
        }
    }

    private static void Element(string name, TexNode node, Utf8Page page)
    {
        page.Append("<");
        page.Append(name);
        page.Append(">");
        Write(node.Parts, page);
        page.Append("</");
        page.Append(name);
        page.Append(">");
    }

    private static string Name(TexKind kind) => kind switch
    {
        TexKind.Strong => "strong",
        TexKind.Emphasis => "em",
        TexKind.Code => "code",
        TexKind.Superscript => "sup",
        _ => "sub",
    };

    // The root of one letter or digit needs no bar.
    private static bool IsSimple(TexNode node) => node is { Others.Count: 0, Parts: [{ Kind: TexKind.Text, Text.Length: 1 }] };
}
