using DigestSite.Templates;

namespace DigestSite.Tex;

/// <summary>
/// Captured text as a reader should see it: undamaged TeX, and TeX that lost its backslashes and dollars in a listing, come out alike.
/// Text without TeX comes out as it went in.
/// </summary>
internal sealed class ReadableText
{
    private readonly List<TexNode>? _nodes;
    private Html? _html;

    private ReadableText(string plain, List<TexNode>? nodes, bool isStripped = false) => (Plain, _nodes, IsStripped) = (plain, nodes, isStripped);

    /// <summary>Without markup: for titles, descriptions, feeds, search and Markdown. The very string that was captured where nothing had to change.</summary>
    public string Plain { get; }

    /// <summary>Escaped, with sub- and superscripts, emphasis, and MathML where HTML has nothing. Made when first asked for: lists need none.</summary>
    public Html Html => _html ??= _nodes is null && HtmlText.IsHtml(Plain) ? new(Plain) : HtmlWriter.Write(_nodes ?? [TexNode.Of(Plain)]);

    /// <summary>Whether a reader sees anything but what was captured.</summary>
    public bool IsChanged => _nodes is not null;

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
}
