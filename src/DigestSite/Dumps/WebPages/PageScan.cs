using System.Globalization;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using DigestSite.Diagnostics;
using DigestSite.Dumps.DailyPapers;
using TextSource = AngleSharp.Text.TextSource;

namespace DigestSite.Dumps.WebPages;

/// <summary>Goes over a page tag by tag.</summary>
/// <remarks>No tree is built: pages may be damaged or hostile, and this way takes time by their length alone and memory by what is found.</remarks>
internal sealed class PageScan : IDisposable
{
    // In characters: an abstract has 2,000.
    private const int LongestText = 100_000;

    private readonly SourceText _source;
    private readonly HtmlTokenizer _tokenizer;
    private readonly FaultLimit _faults;
    private readonly CardReader _cards;
    private readonly PageDate _date;
    private readonly PageProperties _properties;
    private readonly StringBuilder _text = new();
    private int _textOffset;
    private int _svgDepth;
    private PageText _title;
    private TextPlace _place;
    private string? _link;

    private PageScan(SourceText source, FaultLimit faults)
    {
        _source = source;
        _faults = faults;
        _cards = new(source, faults);
        _date = new(source);
        _properties = new(source);
        _tokenizer = new(new TextSource(new ReadOnlyMemoryTextSource(source.Text.AsMemory())), HtmlEntityProvider.ResolverExtended)
        {
            ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> name) =>
                name.Span is "data-props" or "href" or "rel" or "property" or "content" or "class",
        };
    }

    public static SavedPage Of(SourceText source, FaultLimit faults)
    {
        using var scan = new PageScan(source, faults);
        scan.Run();
        return new(scan._title, scan._properties.Found, scan._cards.Listings, scan._date.Found, scan._date.Line);
    }

    public void Dispose() => _tokenizer.Dispose();

    private void Run()
    {
        while (true)
        {
            ref StructHtmlToken token = ref _tokenizer.GetStructToken();
            // The tokenizer counts positions from 1.
            int offset = Math.Clamp(token.Position.Position - 1, 0, _source.Text.Length);
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    Append(token.Data.Memory.Span, offset);
                    break;
                case HtmlTokenType.Comment:
                    _date.TakeAddress(token.Data.Memory.Span, offset);
                    break;
                case HtmlTokenType.StartTag:
                    Open(ref token, offset);
                    break;
                case HtmlTokenType.EndTag:
                    Close(token.Name.Memory.Span, offset);
                    break;
                case HtmlTokenType.EndOfFile:
                    EndText();
                    _cards.Close(_source.Text.Length - 1);
                    return;
            }
        }
    }

    private void Open(ref StructHtmlToken tag, int offset)
    {
        ReadOnlySpan<char> name = tag.Name.Memory.Span;
        _properties.Take(ref tag);
        EndTextAt(name);
        switch (name)
        {
            case "svg" when !tag.IsSelfClosing:
                _svgDepth++;
                break;
            case "article":
                _cards.Open(offset);
                break;
            case "h3" or "p" or "title" when _svgDepth == 0:
                _place = name is "h3" ? TextPlace.Heading : name is "p" ? TextPlace.Paragraph : TextPlace.Title;
                break;
            case "a":
                _link = tag.GetAttribute("href").ToString();
                if (_place == TextPlace.Heading)
                {
                    _cards.TakeTitleLink(_link, offset);
                }

                break;
            case "link" when tag.GetAttribute("rel").Memory.Span is "canonical":
                _date.TakeAddress(tag.GetAttribute("href").Memory.Span, offset);
                break;
            case "meta" when tag.GetAttribute("property").Memory.Span is "og:url":
                _date.TakeAddress(tag.GetAttribute("content").Memory.Span, offset);
                break;
        }

        if (_svgDepth == 0)
        {
            _tokenizer.State = StateAfter(tag.Name.Memory.Span);
        }
    }

    private void Close(ReadOnlySpan<char> name, int offset)
    {
        EndTextAt(name);
        switch (name)
        {
            case "svg":
                _svgDepth = Math.Max(0, _svgDepth - 1);
                break;
            case "a":
                _link = null;
                break;
            case "article":
                _cards.Close(offset);
                break;
        }
    }

    // Words of a heading or paragraph may be marked up; any other tag parts texts.
    private void EndTextAt(ReadOnlySpan<char> tag)
    {
        if (_place is TextPlace.Anywhere or TextPlace.Raw || tag is "h3" or "p" or "title" or "div" or "article" or "ul" or "script" or "style")
        {
            EndText();
        }
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            (string? text, char? odd) = CapturedString.Of(_text.ToString());
            _text.Clear();
            if (text is not null)
            {
                Take(new(text, _textOffset), odd);
            }
        }

        _place = TextPlace.Anywhere;
    }

    private void Take(PageText text, char? odd)
    {
        if (_place == TextPlace.Title)
        {
            _title = _title.Text is null ? text : _title;
        }
        else if (!_cards.Take(text, _place, _link))
        {
            _date.TakeText(text.Text, text.Offset);
        }
        else if (odd is { } character)
        {
            _faults.Report(Catalog.OddCharacter, _source.AtOffset(text.Offset, 1), CapturedJson.Short(text.Text), ((int)character).ToString("X4", CultureInfo.InvariantCulture));
        }
    }

    private void Append(ReadOnlySpan<char> data, int offset)
    {
        if (_place == TextPlace.Raw || (_text.Length == 0 && DumpText.IsBlank(data)) || _text.Length + data.Length > LongestText)
        {
            return;
        }

        if (_text.Length == 0)
        {
            // In the file, where a line may end in two characters.
            _textOffset = _source.Text.Length - _source.Text.AsSpan(offset).TrimStart().Length;
        }

        _text.Append(data);
    }

    private HtmlParseMode StateAfter(ReadOnlySpan<char> tag)
    {
        HtmlParseMode mode = tag switch
        {
            "title" or "textarea" => HtmlParseMode.RCData,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "script" => HtmlParseMode.Script,
            "plaintext" => HtmlParseMode.Plaintext,
            _ => HtmlParseMode.PCData,
        };
        _place = mode == HtmlParseMode.PCData || tag is "title" ? _place : TextPlace.Raw;
        return mode;
    }
}

/// <summary>What a text of a page stands in.</summary>
internal enum TextPlace
{
    Anywhere,
    Heading,
    Paragraph,
    Title,

    /// <summary>A script, a style or a field: no text of the page.</summary>
    Raw,
}
