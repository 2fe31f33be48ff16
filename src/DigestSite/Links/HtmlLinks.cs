using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using TextSource = AngleSharp.Text.TextSource;

namespace DigestSite.Links;

/// <summary>Reads links and ids off HTML, tag by tag: no tree is built, which is five times as fast and enough for what stands in tags.</summary>
internal sealed class HtmlLinks : IDisposable
{
    private readonly ReadOnlyMemory<char> _text;
    private readonly FoundLinks _found;
    private readonly TextRange? _within;
    private readonly HtmlTokenizer _tokenizer;
    private readonly ForeignContent _foreign = new();
    private int _templates;
    private int _style = -1;

    private HtmlLinks(ReadOnlyMemory<char> text, FoundLinks found, TextRange? within)
    {
        _text = text;
        _found = found;
        _within = within;
        _tokenizer = new(new TextSource(new ReadOnlyMemoryTextSource(text)), HtmlEntityProvider.ResolverExtended)
        {
            DisableElementPositionTracking = true,
            SkipDataText = true,
            SkipRCDataText = true,
            SkipRawText = true,
            SkipScriptText = true,
            SkipPlaintext = true,
            SkipComments = true,
            SkipCDATA = true,
        };
        found.Hold(this);
    }

    private LinkRules Rules => _within is null ? LinkRules.None : LinkRules.Absolute;

    public static void Read(ReadOnlyMemory<char> page, FoundLinks found) => new HtmlLinks(page, found, null).Read();

    /// <summary>Reads HTML that stands as text inside something else, such as a feed entry: its links must be absolute, its ids name nothing.</summary>
    /// <param name="within">Where that text stands in the file.</param>
    public static void ReadEmbedded(string html, TextRange within, FoundLinks found)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
        {
            return;
        }

        if (found.Embedded.TryGetValue(html, out Link[]? known))
        {
            found.Links.AddRange(known.Select(l => l with { Range = within }));
            return;
        }

        int first = found.Links.Count;
        bool redirects = found.Redirects;
        new HtmlLinks(html.AsMemory(), found, within).Read();
        if (found.Redirects == redirects)
        {
            found.Embedded.Add(html, [.. found.Links.Skip(first).Select(l => l with { Url = l.Url.ToString().AsMemory(), Element = l.Element.ToString().AsMemory() })]);
        }
    }

    /// <summary>Gives up the memory that the links' texts stand in.</summary>
    public void Dispose() => _tokenizer.Dispose();

    private void Read()
    {
        while (true)
        {
            ref StructHtmlToken token = ref _tokenizer.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    Open(ref token);
                    break;
                case HtmlTokenType.EndTag:
                    Close(ref token);
                    break;
                case HtmlTokenType.EndOfFile:
                    ReadStyle(_text.Length);
                    return;
            }
        }
    }

    private void Open(ref StructHtmlToken tag)
    {
        ReadOnlySpan<char> name = tag.Name.Memory.Span;
        int count = tag.Attributes.Count;
        for (int i = 0; i < count; i++)
        {
            Read(ref tag, tag.Attributes[i]);
        }

        if (_foreign.Open(name, tag.IsSelfClosing))
        {
            _templates += name is "template" ? 1 : 0;
            _tokenizer.State = ForeignContent.TextOf(name);
        }

        _tokenizer.IsAcceptingCharacterData = _foreign.IsInside;

        if (name is "style")
        {
            _style = _tokenizer.Position;
        }
    }

    private void Close(ref StructHtmlToken tag)
    {
        ReadOnlySpan<char> name = tag.Name.Memory.Span;
        if (name is "style")
        {
            // The tokenizer places a token one after the angle bracket that opens it.
            ReadStyle(tag.Position.Position - 1);
        }

        _templates -= name is "template" && _templates > 0 ? 1 : 0;
        _foreign.Close(name);
        _tokenizer.IsAcceptingCharacterData = _foreign.IsInside;
    }

    private void ReadStyle(int end)
    {
        if (_style >= 0)
        {
            CssLinks.Read(_text[_style..end], "style".AsMemory(), new CssPlace(_style, _within), Rules, _found);
            _style = -1;
        }
    }

    private void Read(ref StructHtmlToken tag, in MemoryHtmlAttributeToken attribute)
    {
        ReadOnlyMemory<char> value = attribute.Value.Memory;
        TextRange range = _within ?? new(attribute.Position.Position - 1, _tokenizer.Position);
        switch (attribute.Name.Memory.Span)
        {
            case "href":
                ReadHref(ref tag, value, range);
                break;
            case "srcset":
                SourceSets.Read(value, tag.Name.Memory, "srcset", range, Rules, _found);
                break;
            case "imagesrcset":
                SourceSets.Read(value, tag.Name.Memory, "imagesrcset", range, Rules, _found);
                break;
            case "style":
                CssLinks.Read(value, tag.Name.Memory, new CssPlace(-1, range), Rules, _found);
                break;
            case "content" when tag.Name.Memory.Span is "meta":
                MetaLinks.Read(ref tag, value, range, _found);
                break;
            case "id" when value.Length > 0:
                AddAnchor(value, isId: true, range);
                break;
            case "name" when value.Length > 0 && tag.Name.Memory.Span is "a":
                AddAnchor(value, isId: false, range);
                break;
            default:
                if (UrlAttribute(attribute.Name.Memory.Span) is { } name)
                {
                    _found.Add(value, tag.Name.Memory, name, range, Rules);
                }

                break;
        }
    }

    /// <summary>The attributes, other than <c>href</c>, whose value is one URL on whatever element they stand; null for all others.</summary>
    public static string? UrlAttribute(ReadOnlySpan<char> name) => name switch
    {
        "src" => "src",
        "cite" => "cite",
        "action" => "action",
        "poster" => "poster",
        "data" => "data",
        "formaction" => "formaction",
        "xlink:href" => "xlink:href",
        _ => null,
    };

    private void ReadHref(ref StructHtmlToken tag, ReadOnlyMemory<char> value, TextRange range)
    {
        LinkRules rules = Rules;
        switch (tag.Name.Memory.Span)
        {
            case "base" when _within is null:
                _found.Base ??= new(value, tag.Name.Memory, "href", range, rules);
                return;
            case "link":
                ReadOnlySpan<char> relation = tag.GetAttribute("rel").Memory.Span;
                if (HasToken(relation, "preconnect") || HasToken(relation, "dns-prefetch"))
                {
                    return;
                }

                rules |= HasToken(relation, "canonical") ? LinkRules.Canonical : LinkRules.None;
                break;
        }

        _found.Add(value, tag.Name.Memory, "href", range, rules);
    }

    // What stands in a template is not on the page until a script puts it there.
    private void AddAnchor(ReadOnlyMemory<char> name, bool isId, TextRange range)
    {
        if (_within is null && _templates == 0)
        {
            _found.Anchors.Add(new(name, isId, range));
        }
    }

    private static bool HasToken(ReadOnlySpan<char> list, ReadOnlySpan<char> token)
    {
        foreach (Range part in list.SplitAny(" \t\n\f\r"))
        {
            if (list[part].Equals(token, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
