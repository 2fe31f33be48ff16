namespace DigestSite.Tex;

/// <summary>
/// A row of mathematics while it is read. It decides the spaces: what was typed is kept, as damaged text often cannot be told to be mathematics and
/// must read the same; only names of operators and functions, whose spaces TeX itself sets, are spaced alike however they were typed.
/// </summary>
/// <param name="isTight">Whether it is a script, which has no spaces around operators.</param>
internal sealed class MathAtoms(bool isTight)
{
    private readonly List<Atom> _atoms = [];
    private bool _isSpaced;

    public void Space() => _isSpaced = true;

    public void Add(string text, SymbolRole role = SymbolRole.Letter) => Add(new Atom(TexNode.Of(text), role, _isSpaced));

    public void Add(TexNode node) => Add(new Atom(node, SymbolRole.Letter, _isSpaced));

    /// <summary>A script stays at its base whatever was typed between.</summary>
    public void AddScript(TexNode node)
    {
        _isSpaced = false;
        Add(node);
    }

    /// <summary>The row, neighbouring characters in one node.</summary>
    public List<TexNode> ToNodes()
    {
        var nodes = new List<TexNode>();
        var text = new System.Text.StringBuilder();
        Realize();
        for (int i = 0; i < _atoms.Count; i++)
        {
            if (i > 0 && HasSpace(_atoms[i - 1], _atoms[i], i))
            {
                text.Append(' ');
            }

            if (_atoms[i].Node.Kind == TexKind.Text)
            {
                text.Append(_atoms[i].Node.Text);
                continue;
            }

            Flush(nodes, text);
            nodes.Add(_atoms[i].Node);
        }

        Flush(nodes, text);
        return nodes;
    }

    /// <summary>Adds what is gathered as a node of text.</summary>
    public static void Flush(List<TexNode> nodes, System.Text.StringBuilder text)
    {
        if (text.Length > 0)
        {
            nodes.Add(TexNode.Of(text.ToString()));
            text.Clear();
        }
    }

    private void Add(Atom atom)
    {
        if (atom.Node is { Kind: TexKind.Text, Text.Length: 0 })
        {
            return;
        }

        _atoms.Add(atom);
        _isSpaced = false;
    }

    private bool HasSpace(Atom left, Atom right, int index)
    {
        if (IsOperator(left) || IsOperator(right))
        {
            return HasSpaceAtOperator(left, right, index);
        }

        if (left.Role == SymbolRole.Function)
        {
            return right.Role == SymbolRole.Function || right.IsWord || (right.IsSpaced && !right.Opens && !isTight);
        }

        if (right.Role == SymbolRole.Function)
        {
            return left.IsWord || left.Closes || (right.IsSpaced && !left.Opens);
        }

        return right.IsSpaced && !left.Opens && !right.Closes;
    }

    private bool HasSpaceAtOperator(Atom left, Atom right, int index)
    {
        int at = IsOperator(right) ? index : index - 1;
        bool hasBoth = at > 0 && at + 1 < _atoms.Count && !_atoms[at - 1].Opens && !_atoms[at + 1].Closes;
        if (!hasBoth || isTight)
        {
            // 2.75× and ∼30: an operator without one of its operands is typed at the other, but a letter after it is told apart.
            bool isPrefix = !isTight && at == index - 1 && at == 0 && right.IsWord && !right.IsDigit && left.Node.Text is not ("±" or "∓" or "×");
            return isPrefix || (right.IsSpaced && !isTight && IsOperator(left) && IsOperator(right));
        }

        bool isSize = _atoms[at].Node.Text == "×" && _atoms[at - 1].IsDigit && _atoms[at + 1].IsDigit;
        return !isSize;
    }

    // The set of real numbers is often typed as plain R, and is always left so where the listing lost \mathbb: after ∈, or on both sides of an arrow.
    private void Realize()
    {
        for (int i = 0; i < _atoms.Count; i++)
        {
            if (_atoms[i].Node is { Kind: TexKind.Text, Text: "R" } && IsSet(i))
            {
                _atoms[i] = _atoms[i] with { Node = TexNode.Of("ℝ") };
            }
        }
    }

    private bool IsSet(int i)
    {
        bool isPowered = i + 1 < _atoms.Count && _atoms[i + 1].Node.Kind == TexKind.Superscript;
        int after = isPowered ? i + 2 : i + 1;
        bool isAfter = i > 0 && (_atoms[i - 1].Node.Text is "∈" && (isPowered || after == _atoms.Count));
        bool isMapped = after < _atoms.Count && _atoms[after].Node.Text is "→" or "↦" && (i == 0 || _atoms[i - 1].Node.Text == ":");
        bool isImage = i > 0 && _atoms[i - 1].Node.Text == "→" && _atoms.Exists(a => a.Node.Text == "ℝ");
        return isAfter || isMapped || (isImage && after == _atoms.Count);
    }

    private static bool IsOperator(Atom atom) => atom.Role == SymbolRole.Operator;

    private sealed record Atom(TexNode Node, SymbolRole Role, bool IsSpaced)
    {
        public bool IsDigit => Node.Kind == TexKind.Text && char.IsAsciiDigit(Node.Text[0]);

        public bool IsWord => Node.Kind is TexKind.Root or TexKind.Fraction || (Node.Kind == TexKind.Text && char.IsLetterOrDigit(Node.Text, 0));

        public bool Opens => Node is { Kind: TexKind.Text, Text: "(" or "[" or "{" or "⟨" or "⌊" or "⌈" };

        public bool Closes => Node is { Kind: TexKind.Text, Text: ")" or "]" or "}" or "⟩" or "⌋" or "⌉" or "," or ";" };
    }
}
