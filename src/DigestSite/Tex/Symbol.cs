namespace DigestSite.Tex;

/// <summary>How a symbol stands among its neighbours.</summary>
internal enum SymbolRole
{
    /// <summary>Like a letter: no space around it but what was typed.</summary>
    Letter,

    /// <summary>Between two operands with a space on either side: <c>n × d</c>.</summary>
    Operator,

    /// <summary>A name in upright letters: <c>log n</c>.</summary>
    Function,
}

/// <summary>What a command of TeX shows as.</summary>
internal sealed record Symbol(string Text, SymbolRole Role)
{
    private const string Letters =
        "alpha α|beta β|gamma γ|delta δ|epsilon ε|varepsilon ε|zeta ζ|eta η|theta θ|vartheta ϑ|iota ι|kappa κ|varkappa ϰ|lambda λ|mu μ|nu ν|xi ξ|omicron ο"
        + "|pi π|varpi ϖ|rho ρ|varrho ϱ|sigma σ|varsigma ς|tau τ|upsilon υ|phi φ|varphi φ|chi χ|psi ψ|omega ω|Alpha Α|Beta Β|Gamma Γ|Delta Δ|Epsilon Ε|Zeta Ζ|Eta Η"
        + "|Theta Θ|Iota Ι|Kappa Κ|Lambda Λ|Mu Μ|Nu Ν|Xi Ξ|Pi Π|Rho Ρ|Sigma Σ|Tau Τ|Upsilon Υ|Phi Φ|Chi Χ|Psi Ψ|Omega Ω";

    private const string Ordinary =
        "|infty ∞|ell ℓ|nabla ∇|partial ∂|forall ∀|exists ∃|nexists ∄|emptyset ∅|varnothing ∅|top ⊤|bot ⊥|hbar ℏ|aleph ℵ|Re ℜ|Im ℑ|wp ℘|angle ∠|degree °|prime ′|dagger †|ddagger ‡"
        + "|sum ∑|prod ∏|coprod ∐|int ∫|iint ∬|oint ∮|bigcup ⋃|bigcap ⋂|bigoplus ⨁|bigotimes ⨂|langle ⟨|rangle ⟩|lfloor ⌊|rfloor ⌋|lceil ⌈|rceil ⌉"
        + "|lVert ‖|rVert ‖|Vert ‖|lbrace {|rbrace }|lbrack [|rbrack ]|ldots …|dots …|dotsc …|cdots ⋯|dotsb ⋯|vdots ⋮|ddots ⋱|checkmark ✓|star ⋆|bullet •|square □|Box □|blacksquare ■"
        + "|triangle △|Diamond ◇|diamond ⋄|heartsuit ♥|spadesuit ♠|clubsuit ♣|diamondsuit ♦|natural ♮|sharp ♯|flat ♭|imath ı|jmath ȷ|neg ¬|lnot ¬|backslash \\|colon :|xmark ✗|mho ℧";

    private const string Operators =
        "times ×|div ÷|cdot ·|circ ∘|ast ∗|pm ±|mp ∓|cup ∪|cap ∩|sqcup ⊔|uplus ⊎|setminus ∖|oplus ⊕|ominus ⊖|otimes ⊗|odot ⊙|oslash ⊘|wedge ∧|land ∧|vee ∨|lor ∨|amalg ⨿|ltimes ⋉|rtimes ⋊"
        + "|leq ≤|le ≤|leqslant ≤|geq ≥|ge ≥|geqslant ≥|neq ≠|ne ≠|ll ≪|gg ≫|approx ≈|approxeq ≊|sim ∼|simeq ≃|cong ≅|equiv ≡|asymp ≍|propto ∝|lesssim ≲|gtrsim ≳|prec ≺|succ ≻|preceq ⪯|succeq ⪰"
        + "|in ∈|notin ∉|ni ∋|subset ⊂|supset ⊃|subseteq ⊆|supseteq ⊇|subsetneq ⊊|supsetneq ⊋|to →|rightarrow →|longrightarrow ⟶|leftarrow ←|gets ←|longleftarrow ⟵|leftrightarrow ↔"
        + "|Rightarrow ⇒|Longrightarrow ⟹|implies ⟹|Leftarrow ⇐|Leftrightarrow ⇔|iff ⇔|mapsto ↦|longmapsto ⟼|hookrightarrow ↪|rightsquigarrow ⇝|leadsto ⇝|rightharpoonup ⇀|rightleftharpoons ⇌"
        + "|uparrow ↑|downarrow ↓|updownarrow ↕|nearrow ↗|searrow ↘|nmid ∤|parallel ∥|perp ⟂|vdash ⊢|dashv ⊣|models ⊨|vDash ⊨|triangleq ≜|coloneqq ≔|doteq ≐|bowtie ⋈|lt <|gt >|trianglelefteq ⊴";

    private const string Functions =
        "arccos|arcsin|arctan|arg|argmax|argmin|cos|cosh|cot|coth|csc|deg|det|dim|exp|gcd|hom|inf|ker|lg|lim|liminf|limsup|ln|log|max|min|Pr|sec|sin|sinh|sup|tan|tanh";

    private static readonly Dictionary<string, Symbol> ByName = Table();

    /// <summary>The symbol that <c>\name</c> shows; null for anything else.</summary>
    public static Symbol? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether it is a Greek letter.</summary>
    public bool IsGreek => Role == SymbolRole.Letter && Text[0] is >= '\u0370' and <= '\u03FF';

    private static Dictionary<string, Symbol> Table()
    {
        var table = new Dictionary<string, Symbol>(StringComparer.Ordinal);
        Add(table, Letters, SymbolRole.Letter);
        Add(table, Ordinary, SymbolRole.Letter);
        Add(table, Operators, SymbolRole.Operator);
        foreach (string name in Functions.Split('|'))
        {
            // TeX sets these two with a space within; one word is as common in print.
            table[name] = new(name, SymbolRole.Function);
        }

        // Split at the bar, so the bar itself cannot stand in the tables.
        table["lvert"] = table["rvert"] = table["vert"] = new("|", SymbolRole.Letter);
        table["mid"] = new("|", SymbolRole.Operator);
        return table;
    }

    private static void Add(Dictionary<string, Symbol> table, string names, SymbolRole role)
    {
        foreach (string entry in names.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            int space = entry.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0)
            {
                table[entry[..space]] = new(entry[(space + 1)..], role);
            }
        }
    }
}
