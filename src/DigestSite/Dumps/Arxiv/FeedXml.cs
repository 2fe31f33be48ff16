using System.Text;
using System.Xml;
using DigestSite.Diagnostics;

namespace DigestSite.Dumps.Arxiv;

/// <summary>XML read forward only, each text with its place in the file. Nothing is resolved, fetched or expanded.</summary>
internal sealed class FeedXml : IDisposable
{
    // Feeds are five levels deep; a file of opening tags alone would fill the memory.
    private const int DeepestLevel = 64;

    private readonly SourceText _source;
    private readonly XmlReader _xml;
    private readonly IXmlLineInfo _place;
    private readonly int _firstLine;
    private readonly int _firstColumn;

    public FeedXml(SourceText source)
    {
        _source = source;
        int start = Math.Max(0, source.Text.IndexOf('<', StringComparison.Ordinal));
        SourceSpan first = source.AtOffset(start);
        (_firstLine, _firstColumn) = (first.Line, first.Column);
        var text = new StringReader(start == 0 ? source.Text : source.Text[start..]);
        _xml = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersFromEntities = 1,
            CloseInput = true,
        });
        _place = (IXmlLineInfo)_xml;
    }

    public int Depth => _xml.Depth;

    public string Name => _xml.LocalName;

    public string Namespace => _xml.NamespaceURI;

    /// <summary>Line and column, from 1, of the node that reading has come to; of a tag, of its name.</summary>
    public (int Line, int Column) Place => PlaceOf(_place.LineNumber, _place.LinePosition);

    public string? Attribute(string name, string ofNamespace = "") => _xml.GetAttribute(name, ofNamespace);

    /// <summary>Whether the element names this namespace in one of its declarations.</summary>
    public bool Declares(string ofNamespace)
    {
        bool found = false;
        while (!found && _xml.MoveToNextAttribute())
        {
            found = _xml.Prefix == "xmlns" && _xml.Value == ofNamespace;
        }

        _xml.MoveToElement();
        return found;
    }

    /// <summary>Goes to the next element below <paramref name="depth"/>; false at the end of the one at that depth.</summary>
    public bool ReadToElement(int depth)
    {
        while (Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the element that reading has come to ends where it begins.</summary>
    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>All text within the element that reading has come to, and goes to its end.</summary>
    public PlacedText ReadText()
    {
        (int line, int column) = Place;
        PlacedText none = new("", line, column);
        if (_xml.IsEmptyElement)
        {
            return none;
        }

        int depth = _xml.Depth;
        string? only = null;
        StringBuilder? all = null;
        while (Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            string text = _xml.Value;
            if (string.IsNullOrWhiteSpace(only) && all is null)
            {
                (line, column) = FirstSeen(Place);
            }

            if (only is null)
            {
                only = text;
            }
            else
            {
                (all ??= new StringBuilder(only)).Append(text);
            }
        }

        string folded = DumpText.Fold(all?.ToString() ?? only ?? "");
        return folded.Length == 0 ? none : new(folded, line, column);
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>Where a fault that the XML reader told of stands.</summary>
    public XmlFault FaultOf(XmlException exception)
    {
        (int line, int column) = PlaceOf(Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition));
        int tail = exception.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        string reason = (tail < 0 ? exception.Message : exception.Message[..tail]).TrimEnd('.');
        line = Math.Min(line, _source.LineCount);

        // Where a file breaks off, its last words tell more than the empty line behind them.
        for (; line > 1 && DumpText.IsBlank(_source.Line(line)); line--)
        {
            column = _source.Line(line - 1).Length + 1;
        }

        return new(line, Math.Min(column, _source.Line(line).Length + 1), reason);
    }

    private bool Read()
    {
        if (_xml.Depth > DeepestLevel)
        {
            throw new XmlException($"elements are nested deeper than {DeepestLevel} levels", innerException: null, _place.LineNumber, _place.LinePosition);
        }

        return _xml.Read();
    }

    private (int Line, int Column) PlaceOf(int line, int column) => line == 1 ? (_firstLine, _firstColumn + column - 1) : (_firstLine + line - 1, column);

    private (int Line, int Column) FirstSeen((int Line, int Column) place)
    {
        int offset = _source.OffsetOf(place.Line) + place.Column - 1;
        int seen = offset;
        while (seen < _source.Text.Length && char.IsWhiteSpace(_source.Text[seen]))
        {
            seen++;
        }

        if (seen == offset || seen == _source.Text.Length)
        {
            return place;
        }

        SourceSpan span = _source.AtOffset(seen);
        return (span.Line, span.Column);
    }
}
