using System.Text;

namespace DigestSite.Diagnostics;

/// <summary>One input file as text, with its lines. <see cref="Name"/> is the path as an editor would type it.</summary>
/// <remarks>Lines end at LF, CRLF or a lone CR; line and column numbers start at 1, columns count UTF-16 units.</remarks>
internal sealed class SourceText
{
    private readonly int[] _starts;

    // A string or, once it has been put away, its UTF-8.
    private object _text;
    private WeakReference<string>? _decoded;

    public SourceText(string name, string text)
    {
        Name = name;
        _text = text;
        _starts = FindLineStarts(text);
    }

    public string Name { get; }

    public string Text => _text is var kept && kept is byte[] packed ? Decode(packed) : (string)kept;

    /// <summary>How many lines there are. An empty text has one, and so has a text without a line break.</summary>
    public int LineCount => _starts.Length;

    /// <summary>The text of line <paramref name="line"/> (from 1) without its line break.</summary>
    public ReadOnlySpan<char> Line(int line)
    {
        string text = Text;
        int start = _starts[line - 1];
        int end = line < _starts.Length ? _starts[line] : text.Length;
        if (line < _starts.Length)
        {
            end -= text[end - 1] == '\n' && end - start > 1 && text[end - 2] == '\r' ? 2 : 1;
        }

        return text.AsSpan(start, end - start);
    }

    /// <summary>
    /// Keeps the text in half the memory, when all of it has been read and only a message may quote a line again: the first one decodes all of it.
    /// </summary>
    public void PutAway()
    {
        if (_text is string text)
        {
            _text = Encoding.UTF8.GetBytes(text);
        }
    }

    /// <summary>Where line <paramref name="line"/> (from 1) begins in the text, from 0.</summary>
    public int OffsetOf(int line) => _starts[line - 1];

    public SourceSpan At(int line, int column = 1, int length = 0) => new(this, line, column, length);

    /// <summary>The span of <paramref name="length"/> UTF-16 units from <paramref name="offset"/> (from 0).</summary>
    public SourceSpan AtOffset(int offset, int length = 0)
    {
        int index = Array.BinarySearch(_starts, offset);
        int line = index >= 0 ? index + 1 : ~index;
        return new(this, line, offset - _starts[line - 1] + 1, length);
    }

    private string Decode(byte[] packed)
    {
        if (_decoded?.TryGetTarget(out string? text) != true)
        {
            text = Encoding.UTF8.GetString(packed);
            _decoded = new(text);
        }

        return text!;
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
