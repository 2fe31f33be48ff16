using DigestSite.Templates;

namespace DigestSite.Tex;

/// <summary>
/// Captured text as a reader should see it: undamaged TeX, and TeX that lost its backslashes and dollars in a listing, come out alike.
/// Text without TeX comes out as it went in.
/// </summary>
internal sealed class ReadableText
{
    // What the markup is made of, and then the markup; null for text that stands for itself.
    private object? _markup;

    private ReadableText(string plain, List<TexNode>? nodes, bool isStripped = false) =>
        (Plain, _markup, IsChanged, IsStripped) = (plain, nodes, nodes is not null, isStripped);

    /// <summary>Without markup: for titles, descriptions, feeds, search and Markdown. The very string that was captured where nothing had to change.</summary>
    public string Plain { get; }

    /// <summary>Escaped, with sub- and superscripts, emphasis, and MathML where HTML has nothing. Made when first asked for: lists need none.</summary>
    public Html Html => _markup is var markup && markup is Html made ? made : MakeHtml(markup as List<TexNode>);

    /// <summary>Whether a reader sees anything but what was captured.</summary>
    public bool IsChanged { get; }

    /// <summary>Whether names are known to have lost their backslash in it.</summary>
    public bool IsStripped { get; }

    /// <summary>Reads <paramref name="captured"/>.</summary>
    /// <param name="isStripped">Whether text of the same source is known to have lost its backslashes.</param>
    public static ReadableText Of(string captured, bool isStripped = false)
    {
        if (!isStripped && !TexScan.MayHaveTex(captured))
        {
            return new(captured, nodes: null);
        }

        string tex = Repair.ToTex(captured, ref isStripped);
        List<TexNode> nodes = TexReader.Read(tex, hasDashes: TexScan.IsTexBeyondDoubt(tex));
        bool isText = nodes.Count == 0 || (nodes.Count == 1 && nodes[0].Kind == TexKind.Text);
        string plain = PlainWriter.Write(nodes);
        return isText && plain == captured ? new(captured, nodes: null) : new(plain, nodes, isStripped);
    }

    private Html MakeHtml(List<TexNode>? nodes)
    {
        Html html = nodes is null && HtmlText.IsHtml(Plain) ? new(Plain) : HtmlWriter.Write(nodes ?? [TexNode.Of(Plain)]);
        _markup = html;
        return html;
    }
}
