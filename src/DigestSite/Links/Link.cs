namespace DigestSite.Links;

/// <summary>What a link's place demands of it, beyond resolving.</summary>
[Flags]
internal enum LinkRules
{
    None = 0,

    /// <summary>Whoever reads it has no page to resolve it against: a feed reader, an API client.</summary>
    Absolute = 1,

    /// <summary><c>link rel=canonical</c>: the page's own address.</summary>
    Canonical = 2,

    /// <summary>A <c>link</c> with a whole address that browsers follow by themselves: a style sheet, an icon, a manifest (HTML, 4.6.7).</summary>
    Loaded = 4,
}

/// <summary>Where in a file's text something stands: at <paramref name="Offset"/> or, for a part of it, before <paramref name="End"/>. UTF-16 units from 0.</summary>
internal readonly record struct TextRange(int Offset, int End);

/// <summary>One URL as a file has it.</summary>
/// <param name="Url">As written, character references and escapes of the file's format undone. Gone when the next file is read.</param>
/// <param name="Element">The element that holds it; empty where there is none. Gone when the next file is read.</param>
/// <param name="Attribute">The attribute, key or function that holds it; empty when it is the element's text.</param>
/// <param name="Range">The attribute, element or token that it stands in.</param>
internal readonly record struct Link(ReadOnlyMemory<char> Url, ReadOnlyMemory<char> Element, string Attribute, TextRange Range, LinkRules Rules)
{
    /// <summary>The place as a message names it: <c>&lt;a href&gt;</c>, <c>&lt;loc&gt;</c>, <c>url()</c>.</summary>
    public string Place => (Element.Length, Attribute.Length) switch
    {
        (0, _) => Attribute,
        (1, 4) when Element.Span[0] == 'a' && Attribute == "href" => "<a href>",
        (_, 0) => $"<{Element}>",
        _ => $"<{Element} {Attribute}>",
    };
}

/// <summary>A place on a page that a fragment can name.</summary>
/// <param name="IsId">False for the <c>name</c> of an <c>a</c> element, which need not be unique.</param>
internal readonly record struct Anchor(ReadOnlyMemory<char> Name, bool IsId, TextRange Range);
