using System.Globalization;
using System.Text;

namespace DigestSite.Feeds;

/// <summary>
/// An entry's content as plain text: paragraphs and headings apart by an empty line, items after <c>- </c> or their number, an address in brackets after
/// the words of its link.
/// </summary>
/// <remarks>It reads what <see cref="EntryHtml"/> writes and nothing else, so markup needs no parser.</remarks>
internal sealed class EntryText
{
    private readonly StringBuilder _text = new();

    // The lists that are open: the number of the last item, or less than nothing for items without.
    private readonly List<int> _lists = [];
    private string _address = "";
    private int _linkStart;

    public static string Of(string html)
    {
        var text = new EntryText();
        text.Read(html);
        return text._text.ToString().TrimEnd();
    }

    private void Read(ReadOnlySpan<char> rest)
    {
        while (rest.Length > 0)
        {
            int tag = rest.IndexOf('<');
            AppendText(tag < 0 ? rest : rest[..tag]);
            if (tag < 0)
            {
                return;
            }

            int end = rest.IndexOf('>');
            Take(rest[(tag + 1)..end]);
            rest = rest[(end + 1)..];
        }
    }

    private void Take(ReadOnlySpan<char> tag)
    {
        switch (tag)
        {
            case "ul" or "ol":
                Begin();
                _lists.Add(tag is "ol" ? 0 : int.MinValue);
                break;
            case "/ul" or "/ol":
                _lists.RemoveAt(_lists.Count - 1);
                break;
            case "li":
                BeginItem();
                break;
            case "p" or ['h', _]:
                Begin();
                break;
            case ['a', ..]:
                _address = Decode(tag["a href=\"".Length..^1]);
                _linkStart = _text.Length;
                break;
            case "/a":
                AppendAddress();
                break;
        }
    }

    // A block at the top stands apart from the one above; in an item it goes on below the item's first words.
    private void Begin()
    {
        if (_text.Length == 0 || (_lists.Count > 0 && _text.ToString(_text.Length - 2, 2) is "- " or ". "))
        {
            return;
        }

        TrimLine();
        _text.Append(_lists.Count > 0 ? "\n" + new string(' ', 2 * _lists.Count) : "\n\n");
    }

    private void BeginItem()
    {
        TrimLine();
        _text.Append(_text.Length == 0 ? "" : _lists.Count == 1 && _lists[0] is 0 or int.MinValue ? "\n\n" : "\n").Append(' ', 2 * (_lists.Count - 1));
        int number = ++_lists[^1];
        _text.Append(number > 0 ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "- ");
    }

    private void TrimLine()
    {
        while (_text.Length > 0 && _text[^1] is ' ' or '\n')
        {
            _text.Length--;
        }
    }

    // The line feeds between elements are the markup's own.
    private void AppendText(ReadOnlySpan<char> text) => _text.Append(Decode(text.Trim('\n')));

    // What reads like the address already needs it no second time.
    private void AppendAddress()
    {
        string words = _text.ToString(_linkStart, _text.Length - _linkStart);
        if (!_address.EndsWith(words, StringComparison.Ordinal) || !words.Contains('.', StringComparison.Ordinal))
        {
            _text.Append(" (").Append(_address).Append(')');
        }
    }

    private static string Decode(ReadOnlySpan<char> text) => text.Contains('&')
        ? text.ToString().Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal)
            .Replace("&#39;", "'", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
        : text.ToString();
}
