namespace DigestSite.Links;

/// <summary>Reads links and ids off HTML, tag by tag: no tree is built, which is many times as fast and enough for what stands in tags.</summary>
internal sealed class HtmlLinks
{
    private readonly ReadOnlyMemory<char> _text;
    private readonly FoundLinks _found;
    private readonly TextRange? _within;
    private readonly HtmlTag _tag;
    private ForeignContent _foreign = new();
    private int _templates;
    private int _style = -1;

    private HtmlLinks(ReadOnlyMemory<char> text, FoundLinks found, TextRange? within)
    {
        _text = text;
        _found = found;
        _within = within;
        _tag = found.Tag;
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
            found.KeepEmbedded(html, [.. found.Links.Skip(first).Select(l => l with { Url = l.Url.ToString().AsMemory(), Element = l.Element.ToString().AsMemory() })]);
        }
    }

    private void Read()
    {
        FoundLinks.Mark before = _found.Here;
        var tags = new PlainTags(_text);
        while (tags.Next(_tag))
        {
            if (Take())
            {
                tags.Pass(ForeignContent.TextOf(_tag.Name.Span), _tag.Name.Span);
            }
        }

        if (tags.GaveUp)
        {
            _found.GoBackTo(before);
            (_foreign, _templates, _style) = (new(), 0, -1);
            ReadAsTheStandardSays();
        }

        ReadStyle(_text.Length);
    }

    private void ReadAsTheStandardSays()
    {
        var tags = new StandardTags(_text);
        _found.Hold(tags);
        while (tags.Next(_tag))
        {
            if (Take())
            {
                tags.Pass(ForeignContent.TextOf(_tag.Name.Span));
            }

            tags.Enter(_foreign.IsInside);
        }
    }

    // Says whether it opened an element of HTML's own.
    private bool Take()
    {
        ReadOnlySpan<char> name = _tag.Name.Span;
        if (_tag.IsEnd)
        {
            Close(name);
            return false;
        }

        foreach (ref readonly HtmlAttribute attribute in _tag.Attributes)
        {
            Read(in attribute);
        }

        bool isHtml = _foreign.Open(name, _tag.IsSelfClosing);
        _templates += isHtml && name is "template" ? 1 : 0;
        _style = name is "style" ? _tag.End : _style;
        return isHtml;
    }

    private void Close(ReadOnlySpan<char> name)
    {
        if (name is "style")
        {
            ReadStyle(_tag.Start);
        }

        _templates -= name is "template" && _templates > 0 ? 1 : 0;
        _foreign.Close(name);
    }

    private void ReadStyle(int end)
    {
        if (_style >= 0)
        {
            CssLinks.Read(_text[_style..end], "style".AsMemory(), new CssPlace(_style, _within), Rules, _found);
            _style = -1;
        }
    }

    private void Read(in HtmlAttribute attribute)
    {
        ReadOnlyMemory<char> value = attribute.Value;
        TextRange range = _within ?? new(attribute.Offset, _tag.End);
        switch (attribute.Name.Span)
        {
            case "href":
                ReadHref(value, range);
                break;
            case "srcset":
                SourceSets.Read(value, _tag.Name, "srcset", range, Rules, _found);
                break;
            case "imagesrcset":
                SourceSets.Read(value, _tag.Name, "imagesrcset", range, Rules, _found);
                break;
            case "style":
                CssLinks.Read(value, _tag.Name, new CssPlace(-1, range), Rules, _found);
                break;
            case "content" when _tag.Name.Span is "meta":
                MetaLinks.Read(_tag, value, range, _found);
                break;
            case "id" when value.Length > 0:
                AddAnchor(value, isId: true, range);
                break;
            case "name" when value.Length > 0 && _tag.Name.Span is "a":
                AddAnchor(value, isId: false, range);
                break;
            default:
                if (UrlAttribute(attribute.Name.Span) is { } name)
                {
                    _found.Add(value, _tag.Name, name, range, Rules);
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

    private void ReadHref(ReadOnlyMemory<char> value, TextRange range)
    {
        LinkRules rules = Rules;
        switch (_tag.Name.Span)
        {
            case "base" when _within is null:
                _found.Base ??= new(value, _tag.Name, "href", range, rules);
                return;
            case "link":
                ReadOnlySpan<char> relation = _tag.Value("rel");
                if (HasToken(relation, "preconnect") || HasToken(relation, "dns-prefetch"))
                {
                    return;
                }

                rules |= HasToken(relation, "canonical") ? LinkRules.Canonical : LinkRules.None;
                rules |= !UrlText.Scheme(value.Span).IsEmpty && IsLoaded(relation) ? LinkRules.Loaded : LinkRules.None;
                break;
        }

        _found.Add(value, _tag.Name, "href", range, rules);
    }

    // What stands in a template is not on the page until a script puts it there.
    private void AddAnchor(ReadOnlyMemory<char> name, bool isId, TextRange range)
    {
        if (_within is null && _templates == 0)
        {
            _found.Anchors.Add(new(name, isId, range));
        }
    }

    private static bool IsLoaded(ReadOnlySpan<char> relation)
    {
        foreach (string loaded in (ReadOnlySpan<string>)["stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload", "prefetch"])
        {
            if (HasToken(relation, loaded))
            {
                return true;
            }
        }

        return false;
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
