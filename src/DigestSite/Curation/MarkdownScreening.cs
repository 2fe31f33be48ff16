using System.Buffers;
using DigestSite.Diagnostics;
using DigestSite.Templates;

namespace DigestSite.Curation;

/// <summary>Refuses Markdown that the parser would choke on, and what nobody means to publish, before anything is rendered.</summary>
internal static class MarkdownScreening
{
    // The parser's own limit is twice that; it looks at each line once for every level around it.
    private const int MaxDepth = 64;

    // Above these the parser takes seconds: its time grows with the square of each.
    private const int MaxHeadings = 2000;
    private const int MaxDefinitions = 2000;
    private const int MaxMarks = 5000;
    private const int MaxMarksInAll = 50_000;

    // What opens or closes emphasis and links, bare addresses among them.
    private static readonly SearchValues<string> SlowMarks =
        SearchValues.Create(["[", "]", "*", "_", "://", "www.", "mailto:", "tel:"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="body"/> can be rendered; what speaks against it has been reported.</summary>
    /// <param name="file">The file that ends with <paramref name="body"/>.</param>
    public static bool Passes(SourceText file, string body, DiagnosticBag diagnostics)
    {
        int first = file.AtOffset(file.Text.Length - body.Length).Line;
        if (!LineScreening.Passes(file, diagnostics, first))
        {
            return false;
        }

        Diagnostic? fault = OfLines(file, first) ?? (EditorsMarkdown.IsRenderable(body) ? null : TooDeep(file, first, body));
        if (fault is not null)
        {
            diagnostics.Add(fault);
        }

        return fault is null;
    }

    /// <summary>The same for Markdown within another file, whose faults are all told of <paramref name="place"/>.</summary>
    public static bool Passes(string markdown, SourceSpan place, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        bool passes = Passes(new SourceText(place.FileName, markdown), markdown, found);
        foreach (Diagnostic fault in found.InOrder())
        {
            diagnostics.Add(fault with { Span = place });
        }

        return passes;
    }

    private static Diagnostic? OfLines(SourceText file, int first)
    {
        var page = new Tally();
        for (int line = first; line <= file.LineCount; line++)
        {
            ReadOnlySpan<char> text = file.Line(line);
            page.Add(text[Unnested(text, out int depth, out bool isItem)..], isItem);
            SourceSpan span = file.At(line, 1, text.Length);
            if ((depth > MaxDepth ? Catalog.NestedTooDeep.At(span, MaxDepth) : page.Fault(span)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    // Where the text of a line begins, and how many quotes and lists it lies in. Two columns of indentation are a level of a list.
    private static int Unnested(ReadOnlySpan<char> line, out int depth, out bool isItem)
    {
        int markers = 0;
        int columns = 0;
        int start = 0;
        isItem = false;
        while (true)
        {
            int length = line[start..].IndexOfAnyExcept(' ', '\t');
            if (length < 0)
            {
                start = line.Length;
                break;
            }

            columns += length + (3 * line.Slice(start, length).Count('\t'));
            start += length;
            int marker = MarkerLength(line[start..]);
            if (marker == 0)
            {
                break;
            }

            markers++;
            columns -= Math.Min(columns, 1);
            isItem |= line[start] != '>';
            start += marker;
        }

        depth = markers == 0 ? 0 : markers + (columns / 2);
        return start;
    }

    // `>`, or a bullet or number with a space after it.
    private static int MarkerLength(ReadOnlySpan<char> text)
    {
        int digits = text.IndexOfAnyExceptInRange('0', '9');
        int length = text is ['>' or '-' or '*' or '+', ..] ? 1
            : digits is > 0 and < 10 && text[digits] is '.' or ')' ? digits + 1
            : 0;
        return length > 0 && (text[0] == '>' || length == text.Length || text[length] is ' ' or '\t') ? length : 0;
    }

    // The first line with which it no longer renders.
    private static Diagnostic TooDeep(SourceText file, int first, string body)
    {
        int bodyStart = file.Text.Length - body.Length;
        int renders = first - 1;
        int fails = file.LineCount;
        while (fails - renders > 1)
        {
            int middle = (renders + fails) / 2;
            int end = file.OffsetOf(middle + 1);
            (renders, fails) = EditorsMarkdown.IsRenderable(file.Text[bodyStart..end]) ? (middle, fails) : (renders, middle);
        }

        return Catalog.NestedTooDeep.At(file.At(fails, 1, file.Line(fails).Length), MaxDepth);
    }

    /// <summary>What the lines so far hold of what the parser is slow with.</summary>
    private sealed class Tally
    {
        private int _headings;
        private int _definitions;
        private int _marks;
        private int _marksInAll;

        public void Add(ReadOnlySpan<char> text, bool isItem)
        {
            int marks = Marks(text);
            _marks = text.IsEmpty || isItem ? marks : _marks + marks;
            _marksInAll += marks;
            _headings += IsHeading(text) ? 1 : 0;
            _definitions += text.StartsWith('[') && text.IndexOf("]:") > 0 ? 1 : 0;
        }

        public Diagnostic? Fault(SourceSpan span) =>
            _headings > MaxHeadings ? Catalog.Elaborate.At(span, MaxHeadings, "headings", "split the page in several")
            : _definitions > MaxDefinitions ? Catalog.Elaborate.At(span, MaxDefinitions, "link definitions", "write the addresses where the links are, or split the page in several")
            : _marks > MaxMarks ? Catalog.Elaborate.At(span, MaxMarks, "addresses and marks (`[`, `]`, `*`, `_`) in one paragraph or table", "put a blank line in between")
            : _marksInAll > MaxMarksInAll ? Catalog.Elaborate.At(span, MaxMarksInAll, "addresses and marks (`[`, `]`, `*`, `_`)", "split the page in several")
            : null;

        private static bool IsHeading(ReadOnlySpan<char> text) =>
            text.StartsWith('#') || (text.Length > 0 && (text.TrimEnd().Trim('=').IsEmpty || text.TrimEnd().Trim('-').IsEmpty));

        private static int Marks(ReadOnlySpan<char> text)
        {
            int marks = 0;
            for (int i = text.IndexOfAny(SlowMarks); i >= 0; i = text.IndexOfAny(SlowMarks))
            {
                marks++;
                text = text[(i + 1)..];
            }

            return marks;
        }
    }
}
