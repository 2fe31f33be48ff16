namespace DigestSite.Tex;

/// <summary>Reads mathematics: the text between two dollars, without them.</summary>
internal sealed class MathReader(string text, int depth)
{
    private readonly MathCursor _cursor = new(text);

    /// <summary>What the mathematics in <paramref name="text"/> shows as.</summary>
    public static List<TexNode> Read(string text, int depth = 0, bool isTight = false) =>
        new MathReader(text, depth).Row(isTight);

    private List<TexNode> Row(bool isTight)
    {
        var atoms = new MathAtoms(isTight);
        while (_cursor.At < text.Length)
        {
            One(atoms, isTight);
        }

        return atoms.ToNodes();
    }

    private void One(MathAtoms atoms, bool isTight)
    {
        char c = text[_cursor.At];
        switch (c)
        {
            case '\\':
                Command(atoms);
                return;

            case '{':
                Append(atoms, _cursor.Argument());
                return;

            case '^' or '_' when _cursor.At + 1 < text.Length:
                _cursor.At++;
                Script(atoms, isSuper: c == '^');
                return;

            case '\'':
                atoms.AddScript(TexNode.Of("′"));
                break;

            case ' ' or '\t' or '\n' or '\r' or '~' or '&':
                atoms.Space();
                break;

            case '}' or '$':
                break;

            default:
                int length = char.IsHighSurrogate(c) && _cursor.At + 1 < text.Length ? 2 : 1;
                bool isMinus = c == '-' && isTight && (_cursor.At == 0 || char.IsAsciiDigit(text[_cursor.At - 1]) || char.IsAsciiDigit(TexText.At(text, _cursor.At + 1)));
                atoms.Add(isMinus ? "−" : text.Substring(_cursor.At, length), c is '∈' or '→' or '×' or '≤' or '≥' or '≈' or '∼' ? SymbolRole.Operator : SymbolRole.Letter);
                _cursor.At += length - 1;
                break;
        }

        _cursor.At++;
    }

    private static void Append(MathAtoms atoms, string content, int depth)
    {
        foreach (TexNode node in Read(content, depth + 1))
        {
            atoms.Add(node);
        }
    }

    // A font switch within a group sets the rest of it: {\bf 1}, {\cal O}.
    private void Append(MathAtoms atoms, string content)
    {
        if (depth >= TexText.Depth)
        {
            atoms.Add(content.Length == 0 ? " " : content);
            return;
        }

        Append(atoms, content, depth);
    }

    private void Script(MathAtoms atoms, bool isSuper)
    {
        _cursor.SkipSpaces();
        int from = _cursor.At;
        string content = _cursor.Argument();

        // 10^-3: nobody means the minus alone.
        if (content is "-" && _cursor.At < text.Length && char.IsAsciiDigit(text[_cursor.At]))
        {
            while (_cursor.At < text.Length && char.IsAsciiDigit(text[_cursor.At]))
            {
                _cursor.At++;
            }

            content = text[from.._cursor.At];
        }

        if (depth >= TexText.Depth)
        {
            return;
        }

        List<TexNode> parts = Read(content.Trim(), depth + 1, isTight: true);
        if (parts is [{ Kind: TexKind.Text, Text: "∘" or "°" }] && isSuper)
        {
            atoms.AddScript(TexNode.Of("°"));
        }
        else if (parts is [{ Kind: TexKind.Text, Text: var mark }] && isSuper && mark.AsSpan().IndexOfAnyExcept("′†‡") < 0)
        {
            atoms.AddScript(TexNode.Of(mark));
        }
        else if (parts.Count > 0)
        {
            atoms.AddScript(TexNode.Of(isSuper ? TexKind.Superscript : TexKind.Subscript, parts));
        }
    }

    private void Command(MathAtoms atoms)
    {
        int nameEnd = TexText.EndOfLetters(text, _cursor.At + 1);
        if (nameEnd == _cursor.At + 1)
        {
            char c = _cursor.At + 1 < text.Length ? text[_cursor.At + 1] : ' ';
            _cursor.At = Math.Min(_cursor.At + 2, text.Length);
            if (c is ',' or ';' or ':' or ' ' or '\\' or '>')
            {
                atoms.Space();
            }
            else if (c is not ('!' or '/' or '-' or '(' or ')' or '[' or ']'))
            {
                atoms.Add(c == '|' ? "‖" : c.ToString());
            }

            return;
        }

        string name = text[(_cursor.At + 1)..nameEnd];
        _cursor.At = nameEnd;
        if (Symbol.Named(name) is { } symbol)
        {
            SkipSpaceAfterLetter(atoms, symbol);
            atoms.Add(symbol.Text, symbol.Role);
        }
        else
        {
            Construct(atoms, name);
        }
    }

    // What was typed after the name is kept where the symbol is a letter: \alpha x and its damaged form "alpha x" read alike.
    private void SkipSpaceAfterLetter(MathAtoms atoms, Symbol symbol)
    {
        if (symbol.Role == SymbolRole.Operator)
        {
            _cursor.SkipSpaces();
            atoms.Space();
        }
    }

    private void Construct(MathAtoms atoms, string name)
    {
        if (Alphabets.Named(name) is { } alphabet)
        {
            // Big O is one notation in every hand.
            List<TexNode> letters = depth >= TexText.Depth ? [] : Read(_cursor.Argument(), depth + 1);
            bool isOrder = letters is [{ Kind: TexKind.Text, Text: "O" }] && _cursor.IsCall();
            foreach (TexNode node in letters)
            {
                atoms.Add(node.Kind == TexKind.Text && !isOrder ? TexNode.Of(alphabet(node.Text)) : node);
            }
        }
        else if (Alphabets.Mark(name) is { } mark)
        {
            string content = _cursor.Argument();
            bool isOrder = content.Contains("cal", StringComparison.Ordinal) && content.Contains('O', StringComparison.Ordinal);
            atoms.Add(TexNode.Of(Alphabets.Marked(isOrder ? "O" : Flat(content), mark)));
        }
        else
        {
            MathConstructs.Read(_cursor, atoms, name, depth);
        }
    }

    private string Flat(string content) => depth >= TexText.Depth ? content : PlainWriter.Write(Read(content, depth + 1));
}
