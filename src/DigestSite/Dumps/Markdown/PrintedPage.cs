using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Dumps.Markdown;

internal enum LineMark
{
    None,

    /// <summary>A heading, or its first line.</summary>
    Heading,

    /// <summary>A line that the one above goes on in.</summary>
    GoesOn,

    /// <summary>A line that is a sign of the tool's alone, and parts what stands above and below.</summary>
    Sign,
}

/// <summary>
/// A page as a tool printed it. What the tool added to the page's own text is dropped, nothing is put in: so each character that is left
/// stands where it stands in the file.
/// </summary>
internal sealed class PrintedPage(SourceText source)
{
    private readonly bool[] _dropped = new bool[source.Text.Length];
    private readonly LineMark[] _marks = new LineMark[source.LineCount + 1];

    public SourceText Source => source;

    /// <summary>In the order in which they end.</summary>
    public List<PageLink> Links { get; } = [];

    /// <summary>By number or name, the addresses that stand at the end of the page or of a paragraph.</summary>
    public Dictionary<string, string> References { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the references whose number stands before the text of a link.</summary>
    public HashSet<string> LinkNumbers { get; } = new(StringComparer.Ordinal);

    /// <summary>What a line (from 1) is beside its text.</summary>
    public LineMark this[int line]
    {
        get => _marks[line];
        set => _marks[line] = value;
    }

    public bool IsDropped(int offset) => _dropped[offset];

    /// <summary>Takes characters away, from an offset up to another.</summary>
    public void Drop(int start, int end) => Array.Fill(_dropped, true, start, end - start);

    public void DropLine(int line)
    {
        int start = source.OffsetOf(line);
        Drop(start, start + source.Line(line).Length);
        _marks[line] = LineMark.Sign;
    }

    public (int Start, int End) RangeOf(int line)
    {
        int start = source.OffsetOf(line);
        return (start, start + source.Line(line).Length);
    }

    /// <summary>What is left of a line, white space folded.</summary>
    public string TextOf(int line)
    {
        (int start, int end) = RangeOf(line);
        if (!_dropped.AsSpan(start, end - start).Contains(true))
        {
            return DumpText.Fold(source.Line(line));
        }

        var left = new StringBuilder();
        for (int i = start; i < end; i++)
        {
            if (!_dropped[i])
            {
                left.Append(source.Text[i]);
            }
        }

        return DumpText.Fold(left.ToString());
    }

    /// <summary>The offset of the first character left of a line that is no white space; the line's end where there is none.</summary>
    public int FirstOf(int line, int from = 0)
    {
        (int start, int end) = RangeOf(line);
        int at = Math.Max(start, from);
        while (at < end && (_dropped[at] || char.IsWhiteSpace(source.Text[at])))
        {
            at++;
        }

        return at;
    }

    /// <summary>Where the last character left of a line that is no white space ends.</summary>
    public int LastOf(int line)
    {
        (int start, int end) = RangeOf(line);
        while (end > start && (_dropped[end - 1] || char.IsWhiteSpace(source.Text[end - 1])))
        {
            end--;
        }

        return end;
    }
}
