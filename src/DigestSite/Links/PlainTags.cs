using AngleSharp.Html.Parser;

namespace DigestSite.Links;

/// <summary>
/// Reads the tags of markup as templates mostly have it: values in double quotes, no comment, no parse error of any kind.
/// It stops at the first thing that is not so simple; then the tokenizer that knows all of the standard has to read the text from its start.
/// </summary>
/// <remarks>
/// Plain loops over characters: they are compiled ahead of time, which for a program that runs a second is worth more than vectors.
/// </remarks>
internal ref struct PlainTags(ReadOnlyMemory<char> text)
{
    private const string Doctype = "<!doctype html>";

    private readonly ReadOnlySpan<char> _text = text.Span;
    private int _at = text.Span.StartsWith(Doctype, StringComparison.OrdinalIgnoreCase) ? Doctype.Length : 0;

    /// <summary>Whether something stands there that is not plain; what was read before it is then worth nothing.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Reads on to the next tag. False at the end of the text and where it gave up.</summary>
    public bool Next(HtmlTag tag)
    {
        int start = _at;
        while (start < _text.Length && _text[start] != '<')
        {
            start++;
        }

        if (GaveUp || start == _text.Length)
        {
            return false;
        }

        bool isEnd = Peek(start + 1) == '/';
        _at = start + (isEnd ? 2 : 1);
        ReadOnlyMemory<char> name = Name();
        tag.Begin(start, name, isEnd);
        if (!name.IsEmpty && char.IsAsciiLetter(name.Span[0]) && ReadAttributes(tag))
        {
            tag.End = _at;
            return true;
        }

        GaveUp = true;
        return false;
    }

    /// <summary>Passes over text that holds no tags: that of the element <paramref name="name"/>, which was opened last. Its end tag is the next one.</summary>
    public void Pass(HtmlParseMode mode, ReadOnlySpan<char> name)
    {
        if (mode == HtmlParseMode.PCData)
        {
            return;
        }

        ReadOnlySpan<char> rest = mode == HtmlParseMode.Plaintext ? default : _text[_at..];
        for (int i = 0; i < rest.Length - name.Length - 2; i++)
        {
            // A script may hold the end of another within a comment.
            if (rest[i] == '<' && rest[i + 1] == '!' && mode == HtmlParseMode.Script)
            {
                break;
            }

            if (rest[i] == '<' && rest[i + 1] == '/' && rest.Slice(i + 2, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                GaveUp = rest[i + 2 + name.Length] != '>';
                _at += i;
                return;
            }
        }

        GaveUp = true;
    }

    private readonly char Peek(int at) => at < _text.Length ? _text[at] : '\0';

    // The tag's name, or an attribute's.
    private ReadOnlyMemory<char> Name()
    {
        int start = _at;
        bool hasCapital = false;
        for (; char.IsAsciiLetterOrDigit(Peek(_at)) || Peek(_at) is '-' or ':' or '_'; _at++)
        {
            hasCapital |= char.IsAsciiLetterUpper(_text[_at]);
        }

        ReadOnlyMemory<char> name = text[start.._at];
        return hasCapital ? name.ToString().ToLowerInvariant().AsMemory() : name;
    }

    private bool ReadAttributes(HtmlTag tag)
    {
        while (true)
        {
            int before = _at;
            while (Peek(_at) is ' ' or '\n' or '\t')
            {
                _at++;
            }

            switch (Peek(_at))
            {
                case '>':
                    _at++;
                    return true;
                case '/' when Peek(_at + 1) == '>':
                    _at += 2;
                    tag.IsSelfClosing = true;
                    return !tag.IsEnd;
                default:
                    if (_at == before || tag.IsEnd || !ReadAttribute(tag))
                    {
                        return false;
                    }

                    break;
            }
        }
    }

    private bool ReadAttribute(HtmlTag tag)
    {
        int start = _at;
        ReadOnlyMemory<char> name = Name();
        if (name.IsEmpty || tag.Has(name.Span))
        {
            return false;
        }

        if (Peek(_at) != '=')
        {
            tag.Add(new(name, ReadOnlyMemory<char>.Empty, start));
            return Peek(_at) is ' ' or '\n' or '\t' or '>' or '/';
        }

        int from = _at + 2;
        if (Peek(_at + 1) != '"')
        {
            return false;
        }

        bool hasReference = false;
        for (_at = from; Peek(_at) != '"'; _at++)
        {
            if (Peek(_at) is '\0' or '\r')
            {
                return false;
            }

            hasReference |= _text[_at] == '&';
        }

        ReadOnlyMemory<char> value = text[from.._at++];
        if (hasReference && !TryDecode(ref value))
        {
            return false;
        }

        tag.Add(new(name, value, start));
        return true;
    }

    // Those that this program writes.
    private static bool TryDecode(ref ReadOnlyMemory<char> value)
    {
        ReadOnlySpan<char> encoded = value.Span;
        var decoded = new char[encoded.Length];
        int length = 0;
        for (int i = 0; i < encoded.Length; i++)
        {
            (char character, int references) = encoded[i] != '&' ? (encoded[i], 1)
                : encoded[i..].StartsWith("&amp;", StringComparison.Ordinal) ? ('&', 5)
                : encoded[i..].StartsWith("&lt;", StringComparison.Ordinal) ? ('<', 4)
                : encoded[i..].StartsWith("&gt;", StringComparison.Ordinal) ? ('>', 4)
                : encoded[i..].StartsWith("&quot;", StringComparison.Ordinal) ? ('"', 6)
                : encoded[i..].StartsWith("&#39;", StringComparison.Ordinal) ? ('\'', 5)
                : ('\0', 0);
            if (references == 0)
            {
                return false;
            }

            decoded[length++] = character;
            i += references - 1;
        }

        value = decoded.AsMemory(0, length);
        return true;
    }
}
