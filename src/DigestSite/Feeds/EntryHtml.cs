using System.Text;

namespace DigestSite.Feeds;

/// <summary>
/// Writes what an entry may hold: headings, paragraphs, lists, links and emphasis, and nothing else can be written. Every element is opened when its
/// first text comes, so none is empty, and closed before what encloses it. Text is escaped here and only here, with entities that XML has too.
/// </summary>
internal sealed class EntryHtml
{
    private const string Item = "li";

    private readonly StringBuilder _html = new();
    private readonly List<Frame> _frames = [];
    private readonly List<(string Name, string? Address)> _inlines = [];
    private int _openInlines;
    private bool _isLineOpen;
    private string _line = "";
    private bool _hasSpace;

    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        AppendEscaped(html, FeedText.Clean(text));
        return html.ToString();
    }

    /// <summary>Ends the paragraph or heading, if one is open; the next text begins another.</summary>
    /// <param name="next">What that is to be: <c>p</c> or a heading; empty for a paragraph, or for bare text where it begins an item.</param>
    public void NewLine(string next = "")
    {
        if (_isLineOpen)
        {
            CloseInlines();
            _html.Append(_line.Length > 0 ? $"</{_line}>\n" : "");
            _isLineOpen = false;
            MarkUsed();
        }

        _hasSpace = false;
        _line = next;
    }

    /// <summary>Begins a list, <c>ul</c> or <c>ol</c>; within a list it stands in an item.</summary>
    public void OpenList(string name)
    {
        NewLine();
        if (_frames is [.., { Name: not Item }])
        {
            _frames.Add(new(Item) { IsImplied = true });
        }

        _frames.Add(new(name));
    }

    public void CloseList()
    {
        CloseImpliedItem();
        CloseFrame();
    }

    /// <summary>Begins an item of the list that is open; without one it is a paragraph.</summary>
    /// <returns>Whether there is a list, so that the item has to be closed.</returns>
    public bool OpenItem()
    {
        CloseImpliedItem();
        NewLine();
        if (_frames is not [.., { Name: not Item }])
        {
            return false;
        }

        _frames.Add(new(Item));
        return true;
    }

    public void CloseItem() => CloseFrame();

    public bool IsWithin(string inline) => _inlines.Exists(i => i.Name == inline);

    public void OpenInline(string name, string? address = null) => _inlines.Add((name, address));

    public void CloseInline()
    {
        if (_openInlines == _inlines.Count)
        {
            _html.Append("</").Append(_inlines[^1].Name).Append('>');
            _openInlines--;
        }

        _inlines.RemoveAt(_inlines.Count - 1);
    }

    /// <summary>Text, runs of white space as one space, none at the ends of a paragraph.</summary>
    public void Text(string text)
    {
        ReadOnlySpan<char> rest = FeedText.Clean(text);
        while (rest.Length > 0)
        {
            int end = rest.IndexOfAny(" \t\n\f\r");
            if (end != 0)
            {
                ReadOnlySpan<char> word = end < 0 ? rest : rest[..end];
                Begin();
                AppendEscaped(_html, word);
                rest = rest[word.Length..];
            }
            else
            {
                _hasSpace = _isLineOpen;
                rest = rest.TrimStart(" \t\n\f\r");
            }
        }
    }

    public override string ToString()
    {
        NewLine();
        while (_frames.Count > 0)
        {
            CloseFrame();
        }

        return _html.ToString();
    }

    // Opens all that the text to come stands in.
    private void Begin()
    {
        if (_isLineOpen)
        {
            // Before the elements that begin with this word: a link is its words.
            _html.Append(_hasSpace ? " " : "");
        }
        else
        {
            OpenLine();
        }

        _hasSpace = false;
        for (; _openInlines < _inlines.Count; _openInlines++)
        {
            (string name, string? address) = _inlines[_openInlines];
            _html.Append('<').Append(name);
            if (address is not null)
            {
                _html.Append(" href=\"");
                AppendEscaped(_html, address);
                _html.Append('"');
            }

            _html.Append('>');
        }
    }

    private void OpenLine()
    {
        if (_frames is [.., { Name: not Item }])
        {
            _frames.Add(new(Item) { IsImplied = true });
        }

        for (int i = 0; i < _frames.Count; i++)
        {
            Frame frame = _frames[i];
            if (!frame.IsOpen)
            {
                // What stands before a nested list ends its line there.
                _html.Append(i > 0 && frame.Name != Item && _html[^1] != '\n' ? "\n" : "").Append('<').Append(frame.Name).Append('>');
                frame.IsOpen = true;
            }
        }

        _line = _line.Length > 0 || _frames is [.., { IsUsed: false }] ? _line : "p";
        _html.Append(_line.Length > 0 ? $"<{_line}>" : "");
        _isLineOpen = true;
    }

    private void MarkUsed()
    {
        foreach (Frame frame in _frames)
        {
            frame.IsUsed = true;
        }
    }

    private void CloseInlines()
    {
        for (; _openInlines > 0; _openInlines--)
        {
            _html.Append("</").Append(_inlines[_openInlines - 1].Name).Append('>');
        }
    }

    private void CloseImpliedItem()
    {
        if (_frames is [.., { IsImplied: true }])
        {
            CloseFrame();
        }
    }

    private void CloseFrame()
    {
        NewLine();
        Frame frame = _frames[^1];
        _frames.RemoveAt(_frames.Count - 1);
        _html.Append(frame.IsOpen ? $"</{frame.Name}>\n" : "");
    }

    private static void AppendEscaped(StringBuilder html, ReadOnlySpan<char> rest)
    {
        for (int i; (i = rest.IndexOfAny("&<>\"'")) >= 0; rest = rest[(i + 1)..])
        {
            html.Append(rest[..i]).Append(rest[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
        }

        html.Append(rest);
    }

    // A list or an item of one.
    private sealed class Frame(string name)
    {
        public string Name => name;

        // For text without an item, or a list directly in a list.
        public bool IsImplied { get; init; }

        public bool IsOpen { get; set; }

        // Whether something stands in it: text that follows then is a paragraph of its own.
        public bool IsUsed { get; set; }
    }
}
