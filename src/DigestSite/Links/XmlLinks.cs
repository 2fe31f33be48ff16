using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace DigestSite.Links;

/// <summary>Reads links off XML: feeds, site maps, OPML, SVG, and the HTML that feeds carry as text.</summary>
internal sealed class XmlLinks
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private readonly ReadOnlyMemory<char> _text;
    private readonly LinkRules _rules;
    private readonly FoundLinks _found;
    private readonly XmlReader _reader;

    // The text of an element, mostly in one piece.
    private readonly StringBuilder _rest = new();
    private string _first = "";
    private TextRole _role;
    private int _contentStart = -1;
    private int _line = 1;
    private int _lineStart;

    private XmlLinks(ReadOnlyMemory<char> text, LinkRules rules, FoundLinks found, XmlReader reader)
    {
        _text = text;
        _rules = rules;
        _found = found;
        _reader = reader;
    }

    private enum TextRole
    {
        None,
        Url,
        Html,
        Css,
    }

    /// <summary>Adds the links of one document.</summary>
    /// <param name="document">UTF-8, of which <paramref name="text"/> is the text.</param>
    public static void Read(ReadOnlyMemory<byte> document, ReadOnlyMemory<char> text, LinkRules rules, FoundLinks found)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = IsUtf8(document.Span, text.Span) ? XmlReader.Create(new CharacterReader(text), settings) : XmlReader.Create(Stream(document), settings);
        var links = new XmlLinks(text, rules, found, reader);
        try
        {
            links.Read();
        }
        catch (XmlException e)
        {
            int place = links.OffsetOf(e.LineNumber, e.LinePosition);
            found.Fault = ($"is not well-formed XML: {e.Message}", new(place, place));
        }
    }

    // Whatever else it is, or says it is, is for the reader to judge.
    private static bool IsUtf8(ReadOnlySpan<byte> document, ReadOnlySpan<char> text)
    {
        int end = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) : -1;
        ReadOnlySpan<char> declaration = end < 0 ? default : text[..end];
        return (!declaration.Contains("encoding", StringComparison.Ordinal) || declaration.Contains("utf-8", StringComparison.OrdinalIgnoreCase)) && Utf8.IsValid(document);
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> document) =>
        MemoryMarshal.TryGetArray(document, out ArraySegment<byte> array) ? new(array.Array!, array.Offset, array.Count, writable: false) : new(document.ToArray());

    private void Read()
    {
        while (_reader.Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    Open();
                    break;
                case XmlNodeType.EndElement:
                    Close(Offset);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when _role != TextRole.None:
                    TakeText();
                    break;
                case XmlNodeType.ProcessingInstruction when _reader.Name == "xml-stylesheet":
                    ReadStyleSheet();
                    break;
            }
        }
    }

    private void TakeText()
    {
        if (_contentStart < 0)
        {
            (_contentStart, _first) = (Offset, _reader.Value);
        }
        else
        {
            _rest.Append(_reader.Value);
        }
    }

    private string Content => _rest.Length == 0 ? _first : _first + _rest;

    private int Offset => OffsetOf(((IXmlLineInfo)_reader).LineNumber, ((IXmlLineInfo)_reader).LinePosition);

    // The reader counts lines; each line's start is found once, on the way down.
    private int OffsetOf(int line, int column)
    {
        if (line < _line)
        {
            (_line, _lineStart) = (1, 0);
        }

        for (; _line < line; _line++)
        {
            ReadOnlySpan<char> rest = _text.Span[_lineStart..];
            int end = rest.IndexOfAny('\r', '\n');
            if (end < 0)
            {
                break;
            }

            _lineStart += end + (rest[end..].StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }

        return Math.Clamp(_lineStart + column - 1, 0, _text.Length);
    }

    private void Open()
    {
        _rest.Clear();
        (_contentStart, _first) = (-1, "");
        _role = RoleOf(_reader.LocalName, _reader.NamespaceURI == Atom);
        bool isEmpty = _reader.IsEmptyElement;
        string element = _reader.Name;
        int start = Offset;
        while (_reader.MoveToNextAttribute())
        {
            ReadAttribute(element);
        }

        _reader.MoveToElement();
        if (isEmpty)
        {
            Close(start);
        }
    }

    private void ReadAttribute(string element)
    {
        string name = _reader.Name;
        int start = Offset;
        ReadOnlySpan<char> rest = _text.Span[start..];
        int quote = rest.IndexOfAny('"', '\'');
        var range = new TextRange(start, start + quote + 2 + rest[(quote + 1)..].IndexOf(rest[quote]));
        if (name is "href" or "url" or "uri" or "xmlUrl" or "htmlUrl" || HtmlLinks.UrlAttribute(name) is not null)
        {
            _found.Add(_reader.Value.AsMemory(), element.AsMemory(), name, range, _rules);
        }
        else if (name == "style")
        {
            CssLinks.Read(_reader.Value.AsMemory(), element.AsMemory(), new CssPlace(-1, range), _rules, _found);
        }
    }

    private void Close(int end)
    {
        ReadOnlyMemory<char> element = _reader.Name.AsMemory();
        var range = new TextRange(_contentStart < 0 ? end : _contentStart, end);
        switch (_role)
        {
            case TextRole.Url:
                _found.Add(Content.AsMemory(), element, "", range, _rules);
                break;
            case TextRole.Html:
                HtmlLinks.ReadEmbedded(Content, range, _found);
                break;
            case TextRole.Css:
                CssLinks.Read(Content.AsMemory(), element, new CssPlace(0, range), _rules, _found);
                break;
        }

        _role = TextRole.None;
    }

    // Atom (RFC 4287) has its links in attributes; RSS 2.0, site maps and the rest as text.
    private TextRole RoleOf(string name, bool isAtom) => (name, isAtom) switch
    {
        ("style", _) => TextRole.Css,
        _ when _rules == LinkRules.None => TextRole.None,
        ("icon" or "logo" or "uri", true) or ("loc" or "link" or "comments" or "docs" or "url", false) => TextRole.Url,
        ("guid", false) => _reader.GetAttribute("isPermaLink") is "false" ? TextRole.None : TextRole.Url,
        ("description" or "encoded", false) => TextRole.Html,
        ("content" or "summary" or "title" or "subtitle" or "rights", true) => _reader.GetAttribute("type") is "html" ? TextRole.Html : TextRole.None,
        _ => TextRole.None,
    };

    // The style sheet that a browser shows the file with, fetched like any of a page's.
    private void ReadStyleSheet()
    {
        string value = _reader.Value;
        int start = value.IndexOf("href=", StringComparison.Ordinal) + "href=".Length;
        if (start >= "href=".Length && start < value.Length && value.IndexOf(value[start], start + 1) is var end and > 0)
        {
            string url = WebUtility.HtmlDecode(value[(start + 1)..end]);
            int offset = Offset;
            var range = new TextRange(offset, offset + _reader.Name.Length + value.Length + 1);
            _found.Add(url.AsMemory(), _reader.Name.AsMemory(), "href", range, LinkRules.None);
        }
    }
}
