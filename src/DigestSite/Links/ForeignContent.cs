using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace DigestSite.Links;

/// <summary>
/// Whether markup is inside SVG or MathML, where <c>style</c>, <c>script</c> and <c>title</c> are elements like any other
/// (HTML standard 13.2.6.5, the rules for parsing tokens in foreign content). Right for SVG that is closed where it was opened.
/// </summary>
internal sealed class ForeignContent
{
    // A start tag of one of these leaves foreign content, however deep.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Breakouts = FrozenSet.ToFrozenSet(
    [
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3", "h4", "h5", "h6",
        "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strike", "strong",
        "sub", "sup", "table", "tt", "u", "ul", "var",
    ]).GetAlternateLookup<ReadOnlySpan<char>>();

    // The roots and, inside them, the elements that hold HTML again, outermost first.
    private readonly List<string> _open = [];

    public bool IsInside => _open.Count > 0 && _open[^1] is "svg" or "math";

    /// <summary>Takes a start tag; says whether the element is one of HTML's own.</summary>
    public bool Open(ReadOnlySpan<char> name, bool isSelfClosing)
    {
        while (IsInside && Breakouts.Contains(name))
        {
            _open.RemoveAt(_open.Count - 1);
        }

        bool isHtml = !IsInside && name is not ("svg" or "math");
        if (!isSelfClosing && Boundary(name) is { } boundary)
        {
            _open.Add(boundary);
        }

        return isHtml;
    }

    public void Close(ReadOnlySpan<char> name)
    {
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            if (name.SequenceEqual(_open[i]))
            {
                _open.RemoveRange(i, _open.Count - i);
                return;
            }
        }
    }

    /// <summary>How the text after this start tag of HTML reads on.</summary>
    public static HtmlParseMode TextOf(ReadOnlySpan<char> name) => name switch
    {
        "title" or "textarea" => HtmlParseMode.RCData,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "script" => HtmlParseMode.Script,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    private string? Boundary(ReadOnlySpan<char> name) => name switch
    {
        "svg" => "svg",
        "math" => "math",
        "foreignobject" when IsInside => "foreignobject",
        "desc" when IsInside => "desc",
        "title" when IsInside => "title",
        "mi" when IsInside => "mi",
        "mo" when IsInside => "mo",
        "mn" when IsInside => "mn",
        "ms" when IsInside => "ms",
        "mtext" when IsInside => "mtext",
        _ => null,
    };
}
