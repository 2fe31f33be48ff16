using System.Collections.Frozen;
using AngleSharp.Dom;

namespace DigestSite.Feeds;

/// <summary>What becomes of an element of HTML in a feed entry.</summary>
internal enum EntryRole
{
    /// <summary>Its content stands there as if it were not around it.</summary>
    Transparent,

    /// <summary>As <see cref="Transparent"/>, and text before and after it is apart: <c>div</c>.</summary>
    Block,

    Paragraph,

    Heading,

    List,

    Item,

    Link,

    /// <summary>Kept, or written as the element that means the same: <c>b</c> is <c>strong</c>.</summary>
    Emphasis,

    /// <summary>A line break, in a table row too, ends the paragraph.</summary>
    Break,

    /// <summary>Its lines are paragraphs of code.</summary>
    Preformatted,

    Cell,

    Picture,

    Quotation,

    /// <summary>Left out with all that is in it, none of which any reader sees on a page.</summary>
    Nothing,
}

/// <summary>Knows every element that is not just passed through, and which of them a feed can hold.</summary>
internal static class EntryMarkup
{
    private static readonly FrozenDictionary<string, EntryRole> Roles = new (EntryRole Role, string Names)[]
    {
        (EntryRole.Paragraph, "p"),
        (EntryRole.Heading, "h1 h2 h3 h4 h5 h6"),
        (EntryRole.List, "ul ol menu"),
        (EntryRole.Item, "li"),
        (EntryRole.Link, "a"),
        (EntryRole.Emphasis, "em i cite dfn var strong b sub sup code kbd samp tt"),
        (EntryRole.Break, "br"),
        (EntryRole.Preformatted, "pre listing xmp plaintext"),
        (EntryRole.Cell, "td th"),
        (EntryRole.Picture, "img"),
        (EntryRole.Quotation, "q"),
        (EntryRole.Nothing, "script style template iframe noembed noframes annotation annotation-xml"),
        (EntryRole.Block, "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h head header "
            + "hgroup hr html legend main nav noscript optgroup option search section select summary table tbody textarea tfoot thead title tr video audio canvas object svg"),
    }.SelectMany(r => r.Names.Split(' ').Select(n => (n, r.Role))).ToFrozenDictionary(r => r.n, r => r.Role, StringComparer.Ordinal);

    // Their meaning is lost, or what they show.
    private static readonly FrozenSet<string> Lost = FrozenSet.Create(
        StringComparer.Ordinal,
        "script", "style", "template", "iframe", "noembed", "noframes", "object", "embed", "applet", "audio", "video", "canvas", "svg", "math", "img", "picture", "map", "portal", "frame", "frameset",
        "form", "input", "button", "select", "textarea", "meter", "progress", "output", "label", "fieldset", "datalist",
        "table", "blockquote", "pre", "listing", "xmp", "plaintext", "dl", "hr", "details", "dialog", "ruby", "del", "ins", "s", "strike", "u", "mark", "small", "big", "font", "center", "marquee", "blink",
        "html", "head", "body", "title", "meta", "link", "base", "slot");

    public static EntryRole RoleOf(string element) => Roles.GetValueOrDefault(element);

    /// <summary>Whether whoever writes this element means something that no entry shows.</summary>
    public static bool IsLost(string element) => Lost.Contains(element) || element.Contains('-', StringComparison.Ordinal);

    /// <summary>The element that an entry has for one whose role is <see cref="EntryRole.Emphasis"/>.</summary>
    public static string EmphasisOf(string element) => element switch
    {
        "em" or "i" or "cite" or "dfn" or "var" => "em",
        "strong" or "b" => "strong",
        "sub" or "sup" => element,
        _ => "code",
    };

    /// <summary>The address as a reader can follow it from anywhere, or null where it leads to no page and no mailbox.</summary>
    /// <param name="page">What it is relative to.</param>
    public static string? Absolute(string address, Url page)
    {
        bool isPlain = (address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal)) && !address.AsSpan().ContainsAnyExceptInRange('!', '~');
        if (isPlain && Uri.TryCreate(address, UriKind.Absolute, out _))
        {
            return address;
        }

        var url = new Url(page, address);
        return !url.IsInvalid && url.Scheme is "https" or "http" or "mailto" && Uri.TryCreate(url.Href, UriKind.Absolute, out Uri? uri) ? uri.AbsoluteUri : null;
    }
}
