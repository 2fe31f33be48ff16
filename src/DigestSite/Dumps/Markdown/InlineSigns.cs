using System.Buffers;
using DigestSite.Papers;

namespace DigestSite.Dumps.Markdown;

/// <summary>Drops links' brackets and addresses, images, escapes; notes where the links lead.</summary>
internal sealed class InlineSigns(PrintedPage page)
{
    // No address of a page is near this; what is longer is none.
    private const int LongestTarget = 2000;
    private const int LongestName = 300;
    private const int DeepestBracket = 256;

    // What tools escape. Backslashes before anything else are TeX.
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\\`*_[]<>#+-.!~|$^'\"=()");

    private readonly string _text = page.Source.Text;
    private readonly Stack<int> _open = new();

    /// <summary>Offsets of characters that an escape says are text.</summary>
    public HashSet<int> Literal { get; } = [];

    public void Drop()
    {
        int i = 0;
        while (i < _text.Length)
        {
            i = page.IsDropped(i) ? i + 1 : ReadAt(i);
        }
    }

    private int ReadAt(int i)
    {
        switch (_text[i])
        {
            case '\\' when i + 1 < _text.Length && Escaped.Contains(_text[i + 1]):
                page.Drop(i, i + 1);
                Literal.Add(i + 1);
                return i + 2;
            case '[':
                if (_open.Count == DeepestBracket)
                {
                    _open.Clear();
                }

                _open.Push(i);
                break;
            case ']' when _open.TryPop(out int start):
                return Close(start, i);
            case '<' when _text.AsSpan(i + 1).StartsWith("http"):
                DropAround(i);
                break;
        }

        return i + 1;
    }

    private int Close(int start, int end)
    {
        if ((TargetAt(end + 1) ?? ByOwnName(start + 1, end)) is not { } target)
        {
            return end + 1;
        }

        if (start > 0 && _text[start - 1] == '!' && !Literal.Contains(start - 1))
        {
            page.Drop(start - 1, target.End);
        }
        else
        {
            page.Drop(start, start + 1);
            page.Drop(end, target.End);
            page.Links.Add(new(start + 1, end, target.Address));
        }

        return target.End;
    }

    private (string Address, int End)? TargetAt(int at) =>
        at >= _text.Length ? null
        : _text[at] == '(' ? InParentheses(at + 1)
        : _text[at] == '[' ? ByName(at + 1)
        : null;

    private (string Address, int End)? InParentheses(int start)
    {
        int depth = 1;
        int last = Math.Min(_text.Length, start + LongestTarget);
        for (int i = start; i < last; i++)
        {
            switch (_text[i])
            {
                case '(' when depth == 2:
                case '\n' when i + 1 < last && _text[i + 1] is '\n' or '\r':
                    return null;
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    return (AddressIn(_text[start..i]), i + 1);
            }
        }

        return null;
    }

    // A tool may wrap an address; a title may follow it.
    private static string AddressIn(string text)
    {
        int title = Math.Max(text.IndexOf(" \"", StringComparison.Ordinal), text.IndexOf(" '", StringComparison.Ordinal));
        return string.Concat((title < 0 ? text : text[..title]).Where(c => !char.IsWhiteSpace(c) && c is not ('<' or '>')));
    }

    private (string Address, int End)? ByName(int start)
    {
        int length = NameLength(start);
        return length > 0 && Named(start, length) is { } target ? (target, start + length + 1) : null;
    }

    // `[A Title]` or `[A Title][]`; a number alone is none, it may be votes.
    private (string Address, int End)? ByOwnName(int start, int end)
    {
        bool isNumber = !_text.AsSpan(start, end - start).ContainsAnyExceptInRange('0', '9');
        return isNumber || end - start > LongestName || Named(start, end - start) is not { } target ? null
            : (target, _text.AsSpan(end + 1).StartsWith("[]") ? end + 3 : end + 1);
    }

    private string? Named(int start, int length) =>
        page.References.Count == 0 ? null : page.References.GetValueOrDefault(TextFolding.FoldWhiteSpace(_text.Substring(start, length)));

    private int NameLength(int start)
    {
        int last = Math.Min(_text.Length, start + LongestName);
        for (int i = start; i < last; i++)
        {
            switch (_text[i])
            {
                case '\\':
                    i++;
                    break;
                case ']':
                    return i - start;
            }
        }

        return -1;
    }

    private void DropAround(int start)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(start, Math.Min(LongestTarget, _text.Length - start));
        int end = rest.IndexOfAny("> \t\r\n");
        if (end > 0 && rest[end] == '>')
        {
            page.Drop(start, start + 1);
            page.Drop(start + end, start + end + 1);
        }
    }
}
