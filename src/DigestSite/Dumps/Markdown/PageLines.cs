using DigestSite.Papers;

namespace DigestSite.Dumps.Markdown;

/// <summary>The lines of a printed page as the lexer of text dumps takes them, titles marked where the print shows them.</summary>
internal sealed class PageLines
{
    private readonly PrintedPage _page;
    private readonly ILookup<int, PageLink> _links;
    private readonly bool _hasPaperHeadings;
    private readonly List<DumpLine> _lines = [];
    private ArxivId? _lastTitled;
    private bool _opensBlock = true;

    private PageLines(PrintedPage page)
    {
        _page = page;
        _links = page.Links.SelectMany(l => LinesOf(l).Select(n => (Line: n, Link: l))).ToLookup(p => p.Line, p => p.Link);
        _hasPaperHeadings = Enumerable.Range(1, page.Source.LineCount).Any(n => page[n] == LineMark.Heading && PaperOf(n, n) is not null);
    }

    /// <summary>The papers whose titles are links, by the title's line.</summary>
    public Dictionary<int, ArxivId> Titled { get; } = [];

    public List<DumpLine> Lines => _lines;

    public static PageLines Of(PrintedPage page)
    {
        var lines = new PageLines(page);
        for (int line = 1; line <= page.Source.LineCount;)
        {
            line = lines.Read(line);
        }

        return lines;
    }

    /// <summary>The column, from 1, at which what is left of a line begins.</summary>
    public int ColumnOf(int line) => _page.FirstOf(line) - _page.RangeOf(line).Start + 1;

    /// <summary>The one paper that lines link to; null where they link to none or to several.</summary>
    public ArxivId? OnlyPaperIn(LineRange lines)
    {
        ArxivId? only = null;
        for (int line = lines.First; line <= lines.Last; line++)
        {
            foreach (ArxivId paper in _links[line].Select(l => l.Paper).OfType<ArxivId>())
            {
                if (only is not null && only != paper)
                {
                    return null;
                }

                only = paper;
            }
        }

        return only;
    }

    // Links that go around whole blocks count where they end.
    private IEnumerable<int> LinesOf(PageLink link)
    {
        const int Most = 6;
        int first = _page.Source.AtOffset(link.Start).Line;
        int last = _page.Source.AtOffset(link.End).Line;
        return last - first < Most ? Enumerable.Range(first, last - first + 1) : [first, last];
    }

    // The line after the last one read.
    private int Read(int line)
    {
        string text = _page.TextOf(line);
        if (text.Length == 0 || DumpText.IsBlank(text))
        {
            _opensBlock |= _page[line] == LineMark.Sign || DumpText.IsBlank(_page.Source.Line(line));
            return line + 1;
        }

        var shape = LineShape.Of(text);
        if (_page[line] == LineMark.Heading)
        {
            return ReadHeading(line);
        }

        if (PaperLinkAround(line) is { } link && shape.Kind is LineKind.Text or LineKind.Word && !link.IsToPart && link.Paper != _lastTitled)
        {
            int last = LastOf(link, line);
            AddTitle(new(line, last), link.Paper);
            return last + 1;
        }

        int end = EndOfLinks(line);
        if (IsComments(line, shape))
        {
            DumpLine dated = _lines[^1];
            string whole = $"{dated.Text} {text}";
            _lines[^1] = dated with { Lines = new(dated.Lines.First, line), Text = whole, Shape = LineShape.Of(whole) };
        }
        else if (end > line)
        {
            string whole = TextOf(line, end);
            Add(new(line, end), whole, LineShape.Of(whole));
        }
        else
        {
            Add(new(line, line), text, IsNavigation(line, shape) ? new(LineKind.Furniture) : shape);
        }

        return end + 1;
    }

    // A link whose text was wrapped makes one of its lines.
    private int EndOfLinks(int line)
    {
        int last = line;
        while (last < _page.Source.LineCount
            && !DumpText.IsBlank(_page.Source.Line(last + 1))
            && _links[last].Any(l => l.Start <= _page.RangeOf(last).End && l.End > _page.RangeOf(last).End))
        {
            last++;
        }

        return last;
    }

    private int ReadHeading(int line)
    {
        int last = line;
        while (last < _page.Source.LineCount && _page[last + 1] is not LineMark.Sign && (_page[last + 1] == LineMark.GoesOn || GoesOnIn(line, last + 1)))
        {
            last++;
        }

        ArxivId? paper = PaperOf(line, last);
        string text = TextOf(line, last);
        var shape = LineShape.Of(text);
        if (paper is not null || (!_hasPaperHeadings && shape.Kind == LineKind.Text))
        {
            AddTitle(new(line, last), paper);
        }
        else
        {
            Add(new(line, last), text, shape.Kind == LineKind.Text ? new(LineKind.Furniture) : shape);
            _opensBlock = true;
        }

        return last + 1;
    }

    // A wrapped heading: the link it consists of ends further down.
    private bool GoesOnIn(int heading, int line) =>
        !DumpText.IsBlank(_page.Source.Line(line)) && _links[heading].Any(l => l.End > _page.RangeOf(heading).End && _links[line].Contains(l));

    private ArxivId? PaperOf(int first, int last) =>
        Enumerable.Range(first, last - first + 1).SelectMany(n => _links[n]).Select(l => l.Paper).FirstOrDefault(p => p is not null);

    // The link to a paper that all of a line belongs to.
    private PageLink? PaperLinkAround(int line)
    {
        int first = _page.FirstOf(line);
        int last = _page.LastOf(line);
        return _links[line].FirstOrDefault(l => l.Paper is not null && l.Start <= first && l.End >= last);
    }

    // A title that is a numbered link goes on to the end of its paragraph, any other to the end of the link.
    private int LastOf(PageLink link, int line)
    {
        bool isNumbered = link.Start > 0 && _page.Source.Text[link.Start - 1] == ']';
        int last = line;
        while (last < _page.Source.LineCount
            && !DumpText.IsBlank(_page.Source.Line(last + 1))
            && (isNumbered ? IsPlain(last + 1) : link.End > _page.RangeOf(last).End))
        {
            last++;
        }

        return last;
    }

    private bool IsPlain(int line) =>
        _page[line] == LineMark.None && !_links[line].Any() && LineShape.Of(_page.TextOf(line)).Kind is LineKind.Text or LineKind.Word;

    private bool IsComments(int line, LineShape shape) =>
        shape is { Kind: LineKind.Votes, Count: not null }
        && _lines is [.., { Shape: { Date: not null, Comments: null }, IsTitle: false }]
        && _links[line].Any(l => l.Paper is not null && l.IsToPart);

    // Several links and nothing else are a menu.
    private bool IsNavigation(int line, LineShape shape)
    {
        if (shape.Kind is not (LineKind.Text or LineKind.Word))
        {
            return false;
        }

        int at = _page.FirstOf(line);
        int links = 0;
        foreach (PageLink link in _links[line].Where(l => l.Paper is null).OrderBy(l => l.Start))
        {
            if (at < link.Start)
            {
                return false;
            }

            links += at < link.End ? 1 : 0;
            at = Math.Max(at, _page.FirstOf(line, link.End));
        }

        return links > 1 && at >= _page.LastOf(line);
    }

    private string TextOf(int first, int last) =>
        string.Join(' ', Enumerable.Range(first, last - first + 1).Select(_page.TextOf).Where(t => t.Length > 0));

    private void AddTitle(LineRange lines, ArxivId? paper)
    {
        _opensBlock = true;
        _lines.Add(new(lines, TextOf(lines.First, lines.Last), new(LineKind.Text), OpensBlock: true, IsTitle: true));
        if (paper is not null)
        {
            Titled[lines.First] = paper;
            _lastTitled = paper;
        }
    }

    private void Add(LineRange lines, string text, LineShape shape)
    {
        if (shape.Kind == LineKind.Text && text.Split(' ').All(PageFurniture.IsWord))
        {
            shape = new(LineKind.Word);
        }

        _lines.Add(new(lines, text, shape, _opensBlock));
        _opensBlock = false;
    }
}
