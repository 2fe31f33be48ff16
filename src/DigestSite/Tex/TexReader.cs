using System.Text;

namespace DigestSite.Tex;

/// <summary>Reads text with TeX in it, undamaged: commands, accents, quotes, and mathematics between dollars.</summary>
internal sealed class TexReader(string text, int depth, bool hasDashes)
{
    private readonly List<TexNode> _nodes = [];
    private readonly StringBuilder _text = new();
    private readonly Quotes _quotes = new();
    private int _at;
    private bool? _hasTex;

    /// <summary>What <paramref name="text"/> shows as.</summary>
    /// <param name="hasDashes">Whether two hyphens are a dash: only where the text is TeX beyond doubt.</param>
    public static List<TexNode> Read(string text, int depth = 0, bool hasDashes = false) => new TexReader(text, depth, hasDashes).All();

    // Whether its tildes are TeX's as well.
    private bool HasTex => _hasTex ??= depth > 0 || hasDashes || TexScan.HasCommand(text);

    private List<TexNode> All()
    {
        while (_at < text.Length)
        {
            One(text[_at]);
        }

        MathAtoms.Flush(_nodes, _text);
        return _nodes;
    }

    private void One(char c)
    {
        switch (c)
        {
            case '\\':
                Backslash();
                break;

            case '$' when depth < TexText.Depth && Dollars.CloseOf(text, _at) is var close && close > 0:
                int width = TexText.At(text, _at + 1) == '$' ? 2 : 1;
                Mathematics(_at + width, close, width);
                break;

            case '{' when TextCommands.IsFontSwitch(text, _at, out int inner) && TexText.CloseOf(text, _at) is var close && close > 0:
                string name = text[(_at + 2)..inner];
                _at = close + 1;
                Styled(name, text[inner..close].TrimStart());
                break;

            case '{' when Accents.InBraces(text, _at) is { } accent:
                _text.Append(accent.Letter);
                _at += accent.Length;
                break;

            case '~' when Ties.IsTie(text, _at, HasTex):
                Tie();
                break;

            case '`' or '\'' or '"':
                _at += _quotes.Read(text, _at, _text);
                break;

            case '-' when hasDashes && Dashes.At(text, _at) is { } dash:
                _text.Append(dash.Shown);
                _at += dash.Length;
                break;

            default:
                Verbatim();
                break;
        }
    }

    // An address is shown as it is.
    private void Verbatim()
    {
        int end = Math.Max(Addresses.EndAt(text, _at), _at + 1);
        for (; _at < end; _at++)
        {
            if (text[_at] != '\\')
            {
                _text.Append(text[_at]);
            }
        }
    }

    private void Mathematics(int start, int end, int closing)
    {
        List<TexNode> nodes = MathReader.Read(text[start..end], depth + 1);
        _at = Math.Min(end + closing, text.Length);
        if (nodes is [{ Kind: TexKind.Text, Text: var sign }])
        {
            Bare(sign);
            return;
        }

        Add(nodes);
    }

    // An operator alone between dollars belongs to the number beside it: 256 $\times$ 256, $\sim$ 30.
    private void Bare(string sign)
    {
        bool hasNumberAfter = TexText.At(text, _at) == ' ' && char.IsAsciiDigit(TexText.At(text, _at + 1));
        bool hasNumberBefore = _text.Length > 1 && _text[^1] == ' ' && char.IsAsciiDigit(_text[^2]);
        if (sign == "×" && hasNumberBefore)
        {
            _text.Length--;
        }

        _text.Append(sign);
        bool isPrefix = sign is "∼" or "≈" or "≥" or "≤" or "<" or ">" or "~" && (_text.Length == 1 || _text[^2] is ' ' or '(');
        if (hasNumberAfter && (isPrefix || (sign == "×" && hasNumberBefore)))
        {
            _at++;
        }
    }

    private void Backslash()
    {
        char next = TexText.At(text, _at + 1);
        if (next is '(' or '[' && text.IndexOf(next == '(' ? "\\)" : "\\]", _at, Math.Min(TexText.Reach, text.Length - _at), StringComparison.Ordinal) is var close && close > 0 && depth < TexText.Depth)
        {
            Mathematics(_at + 2, close, 2);
        }
        else if (Accents.Read(text, _at) is { } accent)
        {
            _text.Append(accent.Letter);
            _at += accent.Length;
        }
        else if (char.IsAsciiLetter(next))
        {
            Command();
        }
        else
        {
            Sign(next);
        }
    }

    private void Sign(char next)
    {
        string? shown = next switch
        {
            '%' or '&' or '#' or '_' or '$' or '{' or '}' or '\'' or '"' => next.ToString(),
            '|' => "‖",
            ' ' or ',' or ';' or ':' or '\\' or '>' => " ",
            '-' or '/' or '!' or '@' => "",
            _ => null,
        };
        _text.Append(shown ?? "\\");
        _at += shown is null ? 1 : 2;
        if (shown == " " && (_text.Length < 2 || _text[^2] == ' '))
        {
            _text.Length--;
        }
    }

    private void Command()
    {
        int end = TexText.EndOfLetters(text, _at + 1);
        string name = text[(_at + 1)..end];
        var command = new TextCommands(text, end, depth, hasDashes);
        if (command.Read(name, _at) is not { } nodes)
        {
            _text.Append('\\');
            _at++;
            return;
        }

        // A citation leaves no gap before the full stop.
        if (command.IsCitation)
        {
            TrimEnd();
        }

        _at = command.End;
        Add(nodes);
    }

    private void TrimEnd()
    {
        while (_text.Length > 0 && _text[^1] is ' ' or '\u00A0')
        {
            _text.Length--;
        }
    }

    private void Styled(string name, string content)
    {
        List<TexNode> words = depth >= TexText.Depth ? [TexNode.Of(content)] : Read(content, depth + 1, hasDashes);
        Add(TextCommands.StyleOf(name) is { } style && content.Length > 0 ? [TexNode.Of(style, words)] : words);
    }

    private void Add(List<TexNode> nodes)
    {
        foreach (TexNode node in nodes)
        {
            if (node.Kind == TexKind.Text)
            {
                _text.Append(node.Text);
                continue;
            }

            MathAtoms.Flush(_nodes, _text);
            _nodes.Add(node);
        }
    }

    // A tie before a citation goes with it; so does one before a key that lost its command.
    private void Tie()
    {
        _at++;
        int key = Quotes.EndOfCitationKey(text, _at);
        if (key > _at)
        {
            _at = key;
            return;
        }

        _text.Append('\u00A0');
    }
}
