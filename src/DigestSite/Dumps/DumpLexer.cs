using DigestSite.Diagnostics;

namespace DigestSite.Dumps;

/// <summary>The lines of a dump as tokens, by the lexical rules told at <see cref="TextDumpReader"/>.</summary>
internal sealed class DumpLexer
{
    // What stands where a date must is a short phrase (`2 days ago`); anything longer is another thing.
    private const int LongestPhrase = 60;

    private readonly List<DumpLine> _lines;
    private readonly List<DumpToken> _tokens = [];
    private int _next;
    private int _blockEnd;
    private bool _isWrapped;

    private DumpLexer(List<DumpLine> lines) => _lines = lines;

    /// <summary>Every non-blank line of <paramref name="source"/>, in order, in exactly one token.</summary>
    public static List<DumpToken> Tokens(SourceText source)
    {
        var lines = new List<DumpLine>();
        bool opensBlock = true;
        for (int number = 1; number <= source.LineCount; number++)
        {
            ReadOnlySpan<char> line = source.Line(number);
            if (DumpText.IsBlank(line))
            {
                opensBlock = true;
                continue;
            }

            string text = DumpText.Fold(line);
            lines.Add(new(new(number, number), text, LineShape.Of(text), opensBlock));
            opensBlock = false;
        }

        return Tokens(lines);
    }

    /// <summary>Each of these lines, in order, in exactly one token.</summary>
    public static List<DumpToken> Tokens(List<DumpLine> lines)
    {
        var lexer = new DumpLexer(lines);
        while (lexer._next < lines.Count)
        {
            lexer.ReadToken();
        }

        return lexer._tokens;
    }

    private void ReadToken()
    {
        if (_next >= _blockEnd)
        {
            EnterBlock();
        }

        DumpLine line = _lines[_next];
        switch (line.Shape)
        {
            case var _ when line.IsTitle:
                Add(line.Shape, line.Text, 1);
                break;
            case { Kind: LineKind.Submitter, Name: null }:
                ReadSubmitter(line);
                break;
            case { Kind: LineKind.Text } when StandsForDate(line):
                Add(line.Shape with { Kind = LineKind.Date, Fault = Catalog.ImpossibleDate }, line.Text, 1);
                break;
            case { Kind: LineKind.Text } when _isWrapped:
                ReadWrappedText();
                break;
            default:
                Add(line.Shape, line.Text, 1);
                break;
        }
    }

    private void EnterBlock()
    {
        _blockEnd = _next;
        bool hasLongLine = false;
        do
        {
            hasLongLine |= _lines[_blockEnd].Text.Length >= DumpText.ProseLength;
            _blockEnd++;
        }
        while (_blockEnd < _lines.Count && !_lines[_blockEnd].OpensBlock);
        _isWrapped = !hasLongLine;
    }

    private void ReadSubmitter(DumpLine line)
    {
        if (_next + 1 < _lines.Count && _lines[_next + 1] is { IsTitle: false, Text: var name } && LineShape.IsAccount(name))
        {
            Add(line.Shape with { Name = DumpText.WithoutFormat(name) }, line.Text + " " + name, 2);
        }
        else
        {
            Add(line.Shape, line.Text, 1);
        }
    }

    private bool StandsForDate(DumpLine line) =>
        !line.OpensBlock
        && line.Text.Length <= LongestPhrase
        && _tokens is [.., { Kind: LineKind.Attribution, Shape: { IsSound: true, HasDot: true, Date: null } }];

    // Numbers and single words are swallowed: a wrapped line may well be one.
    private void ReadWrappedText()
    {
        int end = _next + 1;
        while (end < _blockEnd && !_lines[end].IsTitle && _lines[end].Shape.Kind is LineKind.Text or LineKind.Word or LineKind.Votes)
        {
            end++;
        }

        // The last line above a `·` is who, whatever stands above it.
        if (end > _next + 1 && end < _blockEnd && _lines[end].Shape is { Kind: LineKind.Attribution, HasDot: true, HasWho: false })
        {
            end--;
        }

        if (end == _next + 1)
        {
            Add(_lines[_next].Shape, _lines[_next].Text, 1);
            return;
        }

        string text = string.Join(' ', _lines[_next..end].Select(l => l.Text));
        Add(LineShape.Of(text), text, end - _next);
    }

    private void Add(LineShape shape, string text, int count)
    {
        if (shape is { Kind: LineKind.Submitter, Name: null })
        {
            shape = shape with { Fault = Catalog.NotAboveTitle };
        }

        _tokens.Add(new(shape, text, new(_lines[_next].Lines.First, _lines[_next + count - 1].Lines.Last)) { IsTitle = _lines[_next].IsTitle });
        _next += count;
    }
}
