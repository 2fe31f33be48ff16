namespace DigestSite.Tex;

/// <summary>What a token of damaged text is.</summary>
internal enum TokenKind : byte
{
    /// <summary>ASCII letters.</summary>
    Word,

    /// <summary>Digits, with points and commas between digits.</summary>
    Number,
    Space,

    /// <summary>Any other single character.</summary>
    Sign,

    /// <summary>What is no prose: an address, a command and its key, undamaged mathematics.</summary>
    Opaque,
}

/// <summary>Text in tokens, and what is found out about them: which are mathematics, and which are written otherwise than they were captured.</summary>
internal sealed class Damaged
{
    private readonly (TokenKind Kind, int Start, int End)[] _tokens;
    private readonly int[] _partner;
    private bool? _isAboutSimulation;

    public Damaged(string text)
    {
        Text = text;
        _tokens = DamagedLexer.Tokens(text);
        _partner = new int[_tokens.Length];
        IsMath = new bool[_tokens.Length];
        Written = new string?[_tokens.Length];
        Pair();
    }

    public string Text { get; }

    public int Count => _tokens.Length;

    /// <summary>By token: whether it is mathematics beyond doubt.</summary>
    public bool[] IsMath { get; }

    /// <summary>By token: what is written instead of it; null where it stays.</summary>
    public string?[] Written { get; }

    /// <summary>Whether any of it is known to be mathematics.</summary>
    public bool HasMath => Array.IndexOf(IsMath, value: true) >= 0;

    /// <summary>Whether a name is known to have lost its backslash here, so that others may have too.</summary>
    public bool IsStripped { get; set; }

    /// <summary>Whether "sim" can be short for a simulation in it. Looked for once: it is asked at every "sim".</summary>
    public bool IsAboutSimulation => _isAboutSimulation ??= Text.Contains("sim-to", StringComparison.OrdinalIgnoreCase) || Text.Contains("simulat", StringComparison.OrdinalIgnoreCase);

    public TokenKind Kind(int i) => (uint)i < (uint)_tokens.Length ? _tokens[i].Kind : TokenKind.Space;

    public ReadOnlySpan<char> this[int i] => (uint)i < (uint)_tokens.Length ? Text.AsSpan(_tokens[i].Start, _tokens[i].End - _tokens[i].Start) : default;

    public string String(int i) => this[i].ToString();

    public bool IsWord(int i) => Kind(i) == TokenKind.Word && (uint)i < (uint)_tokens.Length;

    public bool IsNumber(int i) => Kind(i) == TokenKind.Number;

    public bool IsSpace(int i) => Kind(i) == TokenKind.Space;

    public bool Is(int i, char sign) => Kind(i) == TokenKind.Sign && this[i] is [var c] && c == sign;

    public bool IsLetter(int i) => IsWord(i) && this[i].Length == 1;

    /// <summary>Whether token <paramref name="i"/> is a Greek letter, as a character or as its name.</summary>
    public bool IsGreek(int i) => (Kind(i) == TokenKind.Sign && this[i] is [>= '\u0370' and <= '\u03FF']) || (IsWord(i) && Names.IsGreek(this[i]));

    public bool IsMathAt(int i) => (uint)i < (uint)IsMath.Length && IsMath[i];

    /// <summary>The bracket that belongs to the one at <paramref name="i"/>; -1 when it has none.</summary>
    public int Partner(int i) => (uint)i < (uint)_partner.Length ? _partner[i] - 1 : -1;

    public void Mark(int first, int last)
    {
        for (int i = Math.Max(0, first); i <= last && i < IsMath.Length; i++)
        {
            IsMath[i] = true;
        }
    }

    /// <summary>The text of tokens <paramref name="first"/> to <paramref name="last"/> as captured.</summary>
    public string Range(int first, int last) => first > last ? "" : Text[_tokens[first].Start.._tokens[last].End];

    /// <summary>
    /// Whether all from <paramref name="first"/> to <paramref name="last"/> can be mathematics: letters, numbers, names, signs; and no ordinary word.
    /// </summary>
    /// <param name="words">How many ordinary words are let pass, as in the text of a subscript.</param>
    public bool IsMathLike(int first, int last, int words = 0)
    {
        if (last - first > 60)
        {
            return false;
        }

        for (int i = first; i <= last; i++)
        {
            bool isWord = IsWord(i) && !IsMath[i] && this[i].Length > 1 && !Names.IsName(this[i]) && !Names.IsCompound(this[i]);
            if ((isWord && --words < 0) || (Kind(i) == TokenKind.Opaque && Text[_tokens[i].Start] != '\\') || this[i] is ['?' or '"' or '`' or '$'])
            {
                return false;
            }
        }

        return true;
    }

    // Brackets of one kind pair among themselves: ")" closes "(" whatever braces stand between.
    private void Pair()
    {
        var open = new Stack<int>[] { new(), new(), new() };
        for (int i = 0; i < _tokens.Length; i++)
        {
            if (_tokens[i].Kind != TokenKind.Sign)
            {
                continue;
            }

            char c = Text[_tokens[i].Start];
            int opening = "({[".IndexOf(c, StringComparison.Ordinal);
            int closing = ")}]".IndexOf(c, StringComparison.Ordinal);
            if (opening >= 0)
            {
                open[opening].Push(i);
            }
            else if (closing >= 0 && open[closing].TryPop(out int from))
            {
                (_partner[from], _partner[i]) = (i + 1, from + 1);
            }
        }
    }
}
