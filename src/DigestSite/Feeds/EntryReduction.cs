using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace DigestSite.Feeds;

/// <summary>
/// Reduces markup to what feed readers show alike and safely: headings, paragraphs, lists, links and emphasis, every address absolute. What else there is
/// goes and leaves its words. The markup is read as a browser reads it and written anew, so nothing that was not understood comes through.
/// </summary>
internal sealed class EntryReduction
{
    // Far more than anybody nests; each level takes some of the stack.
    private const int MaxDepth = 200;

    // A parser belongs to one thread.
    [ThreadStatic]
    private static (HtmlParser Parser, IElement Body)? _reader;

    private readonly EntryHtml _html = new();
    private readonly Url _page;
    private int _preformatted;

    private EntryReduction(Url page) => _page = page;

    /// <summary>The content of a feed entry, as <see cref="EntryHtml"/> writes it.</summary>
    /// <param name="markup">Of any kind.</param>
    /// <param name="page">The absolute address that relative ones are relative to.</param>
    public static string Of(string markup, string page)
    {
        if (_reader is not { } reader)
        {
            // Places of elements would take three quarters of the time, and nobody asks for them here.
            var parser = new HtmlParser(new HtmlParserOptions { DisableElementPositionTracking = true });
            _reader = reader = (parser, parser.ParseDocument("").Body!);
        }

        var reduction = new EntryReduction(new(page));
        reduction.Write(reader.Parser.ParseFragment(markup, reader.Body), 0);
        return reduction._html.ToString();
    }

    private void Write(INodeList nodes, int depth)
    {
        for (int i = 0; i < nodes.Length; i++)
        {
            switch (nodes[i])
            {
                case IText text when _preformatted > 0:
                    WriteCode(text.Data);
                    break;
                case IText text:
                    _html.Text(text.Data);
                    break;
                case IElement element when depth < MaxDepth:
                    Write(element, depth + 1);
                    break;
                case IElement deep:
                    _html.Text(deep.TextContent);
                    break;
            }
        }
    }

    private void Write(IElement element, int depth)
    {
        switch (EntryMarkup.RoleOf(element.LocalName))
        {
            case EntryRole.Transparent:
                Write(element.ChildNodes, depth);
                break;
            case EntryRole.Block:
                WriteLine(element, depth, "");
                break;
            case EntryRole.Paragraph:
                WriteLine(element, depth, "p");
                break;
            case EntryRole.Heading:
                // An entry's title is above all of them.
                WriteLine(element, depth, element.LocalName is "h1" ? "h2" : element.LocalName);
                break;
            case EntryRole.List:
                _html.OpenList(element.LocalName is "ol" ? "ol" : "ul");
                Write(element.ChildNodes, depth);
                _html.CloseList();
                break;
            case EntryRole.Item:
                WriteItem(element, depth);
                break;
            case EntryRole.Link:
                WriteLink(element, depth);
                break;
            case EntryRole.Emphasis:
                WriteInline(EntryMarkup.EmphasisOf(element.LocalName), null, element, depth);
                break;
            case EntryRole.Break:
                // Within a select the parser takes it, and a picture, for an element that has content.
                WriteLine(element, depth, "");
                break;
            case EntryRole.Preformatted:
                _preformatted++;
                WriteLine(element, depth, "");
                _preformatted--;
                break;
            case EntryRole.Cell:
                _html.Text(element.PreviousElementSibling is null ? "" : " | ");
                Write(element.ChildNodes, depth);
                break;
            case EntryRole.Picture:
                _html.Text(element.GetAttribute("alt") ?? "");
                Write(element.ChildNodes, depth);
                break;
            case EntryRole.Quotation:
                _html.Text("“");
                Write(element.ChildNodes, depth);
                _html.Text("”");
                break;
        }
    }

    private void WriteLine(IElement element, int depth, string name)
    {
        _html.NewLine(name);
        Write(element.ChildNodes, depth);
        _html.NewLine();
    }

    private void WriteItem(IElement element, int depth)
    {
        bool isItem = _html.OpenItem();
        Write(element.ChildNodes, depth);
        if (isItem)
        {
            _html.CloseItem();
        }
        else
        {
            _html.NewLine();
        }
    }

    private void WriteLink(IElement element, int depth)
    {
        if (element.GetAttribute("href") is { } href && EntryMarkup.Absolute(href, _page) is { } address)
        {
            WriteInline("a", address, element, depth);
        }
        else
        {
            Write(element.ChildNodes, depth);
        }
    }

    // What is emphasized or linked already stays so: a link within a link would end it.
    private void WriteInline(string name, string? address, IElement element, int depth)
    {
        bool isNew = name is "sub" or "sup" || !_html.IsWithin(name);
        if (isNew)
        {
            _html.OpenInline(name, address);
        }

        Write(element.ChildNodes, depth);
        if (isNew)
        {
            _html.CloseInline();
        }
    }

    private void WriteCode(string text)
    {
        bool isNew = !_html.IsWithin("code");
        if (isNew)
        {
            _html.OpenInline("code");
        }

        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                _html.NewLine();
            }

            _html.Text(lines[i]);
        }

        if (isNew)
        {
            _html.CloseInline();
        }
    }
}
