using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Scaffolding;

/// <summary>Changes to a text of which everything else stays. Those at one place apply in the order of the calls.</summary>
internal sealed class TextEdits(SourceText source)
{
    private readonly List<(int Offset, int Removed, string Text)> _edits = [];

    public SourceText Source => source;

    public void Insert(int offset, string text) => _edits.Add((offset, 0, text));

    public void Remove(int offset, int length) => _edits.Add((offset, length, ""));

    public void InsertAbove(int line, string text) => Insert(source.OffsetOf(line), text + BreakOf(line));

    public void InsertBelow(int line, string text)
    {
        if (line < source.LineCount)
        {
            Insert(source.OffsetOf(line + 1), text + BreakOf(line));
        }
        else
        {
            InsertAtEnd(text);
        }
    }

    /// <summary>Inserts a line after the last one, which gets a line break if it has none.</summary>
    public void InsertAtEnd(string text)
    {
        int end = source.Text.Length;
        string lineBreak = BreakOf(source.LineCount);
        bool isOpen = !source.Line(source.LineCount).IsEmpty && !_edits.Exists(e => e.Offset == end);
        Insert(end, (isOpen ? lineBreak : "") + text + lineBreak);
    }

    public string Applied()
    {
        var text = new StringBuilder();
        int from = 0;
        foreach ((int offset, int removed, string inserted) in _edits.OrderBy(e => e.Offset))
        {
            text.Append(source.Text, from, offset - from).Append(inserted);
            from = offset + removed;
        }

        return text.Append(source.Text, from, source.Text.Length - from).ToString();
    }

    /// <summary>The numbers of the lines that are not the source's.</summary>
    /// <param name="applied">What <see cref="Applied"/> gave.</param>
    public IReadOnlyList<int> ChangedLines(SourceText applied)
    {
        var changed = new SortedSet<int>();
        int shift = 0;
        foreach ((int offset, int removed, string inserted) in _edits.OrderBy(e => e.Offset))
        {
            int start = offset + shift + inserted.Length - inserted.TrimStart('\r', '\n').Length;
            int end = offset + shift + inserted.TrimEnd('\r', '\n').Length;
            changed.UnionWith(Enumerable.Range(applied.AtOffset(start).Line, applied.AtOffset(end).Line - applied.AtOffset(start).Line + 1));
            shift += inserted.Length - removed;
        }

        return [.. changed];
    }

    // How a line ends; the last one ends as the one above.
    private string BreakOf(int line)
    {
        int ended = Math.Min(line, source.LineCount - 1);
        return ended == 0 ? "\n" : source.Text[(source.OffsetOf(ended) + source.Line(ended).Length)..source.OffsetOf(ended + 1)];
    }
}
