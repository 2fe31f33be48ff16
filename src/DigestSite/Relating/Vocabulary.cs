using System.Collections.Frozen;
using System.Text;
using DigestSite.Papers;

namespace DigestSite.Relating;

/// <summary>The words that forms stand for: case and width folded, a plural taken for its singular where the texts have that too.</summary>
internal sealed class Vocabulary
{
    // What stripped TeX leaves in abstracts, first parts of compounds, and what titles promise.
    private static readonly FrozenSet<string> Extra = """
        approx bf bmod cdot cdots cite citep citet emph epsilon eta ell frac geq gtrsim hat href in infty it kappa lambda langle ldots left leq lesssim ln log mathbb
        mathbf mathcal mathit mathrm mathsf mid mu nabla omega operatorname otimes overline partial phi pi pm prime prod propto psi qquad quad rangle ref rho rightarrow sigma sim sqrt
        subset sum tau text textbf textit textsc texttt textsuperscript th theta tilde times underline url varepsilon vec xi zeta
        advanced advancing art bridging building establishing exploring finally insight insights integrating investigating landscape made manner people point practice revealing revisiting
        rethinking role seeking towards unified unleashing unlock unlocking wild
        anti auto co cross fine inter intra mid mini multi non post pre re semi sub super ultra un
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // Words that nearly every paper of the field has: they say something only beside another, as in "language model".
    private static readonly FrozenSet<string> Common = """
        algorithm algorithms benchmark benchmarks data dataset datasets framework language learn learned learning machine
        method model modeling models network networks neural train trained training
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private readonly WordForms _forms;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly int[] _wordOf;
    private readonly int[] _shown;
    private readonly bool[] _isStop;
    private readonly bool[] _isCommon;
    private int[] _singular = [];

    public Vocabulary(WordForms forms)
    {
        _forms = forms;
        _wordOf = new int[forms.Count];
        var texts = new List<string>();
        for (int form = 0; form < _wordOf.Length; form++)
        {
            string folded = TextFolding.Normalize(forms[form], NormalizationForm.FormKC).ToLowerInvariant();
            if (!_words.TryGetValue(folded, out _wordOf[form]))
            {
                _words.Add(folded, texts.Count);
                _wordOf[form] = texts.Count;
                texts.Add(folded);
            }
        }

        FoldPlurals(texts);
        _isStop = [.. texts.Select(t => StopWords.Contains(t) || Extra.Contains(t))];
        _isCommon = [.. texts.Select(t => Common.Contains(t) || IsVersion(t))];
        _shown = MostUsedForms(texts.Count);
    }

    /// <summary>How many words there are; each is a number below it.</summary>
    public int Count => _isStop.Length;

    public int WordOf(int form) => _wordOf[form];

    /// <summary>Whether it says nothing at all, so that no pair begins or ends with it, but for the first part of a compound.</summary>
    public bool IsStop(int word) => _isStop[word];

    /// <summary>Whether it says nothing by itself.</summary>
    public bool IsCommon(int word) => _isCommon[word];

    /// <summary>The form that running text uses most.</summary>
    public string Shown(int word) => _forms[_shown[word]];

    /// <summary>The word that two make when written as one: <c>pretraining</c> of <c>pre-training</c>; -1 where no text has it.</summary>
    public int Joined(int first, int second)
    {
        string text = string.Concat(_forms[first], _forms[second]).ToLowerInvariant();
        return _words.TryGetValue(text, out int word) ? _singular[word] : -1;
    }

    private void FoldPlurals(List<string> texts)
    {
        _singular = new int[texts.Count];
        for (int word = 0; word < texts.Count; word++)
        {
            _singular[word] = Singular(texts[word]) ?? word;
        }

        for (int form = 0; form < _wordOf.Length; form++)
        {
            _wordOf[form] = _singular[_wordOf[form]];
        }
    }

    private int? Singular(string word) =>
        word.Length < 4 || word[^1] != 's' || word[^2] == 's' ? null
        : _words.TryGetValue(word[..^1], out int one) ? one
        : word[^2] == 'e' && _words.TryGetValue(word[..^2], out int other) ? other
        : word.EndsWith("ies", StringComparison.Ordinal) && _words.TryGetValue(word[..^3] + "y", out int third) ? third
        : null;

    // `v1` or `r1`: of what, only the word before it tells.
    private static bool IsVersion(string word) => word.Length == 2 && char.IsAsciiLetter(word[0]) && char.IsAsciiDigit(word[1]);

    // Of two forms used alike often, the first by code point.
    private int[] MostUsedForms(int words)
    {
        var best = new int[words];
        Array.Fill(best, -1);
        for (int form = 0; form < _wordOf.Length; form++)
        {
            ref int other = ref best[_wordOf[form]];
            if (other < 0 || _forms.Weight(form) > _forms.Weight(other)
                || (_forms.Weight(form) == _forms.Weight(other) && string.CompareOrdinal(_forms[form], _forms[other]) < 0))
            {
                other = form;
            }
        }

        return best;
    }
}
