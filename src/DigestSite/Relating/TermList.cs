using DigestSite.Papers;

namespace DigestSite.Relating;

/// <summary>What papers speak of: words, and pairs of words that follow one another. Each is a number; the pairs come after the words.</summary>
internal sealed class TermList
{
    private readonly WordForms _forms = new();
    private readonly Vocabulary _words;
    private readonly PairTable _numbers = new();
    private readonly List<Pair> _pairs = [];
    private int[] _papers;
    private int[] _lastPaper;
    private bool[] _isInTitle;

    /// <summary>Reads all of it, in order: numbers follow from what comes first.</summary>
    /// <param name="papers">In an order of its own: the first that uses a pair shapes how it is shown.</param>
    public TermList(IReadOnlyList<Paper> papers)
    {
        var buffer = new List<int>();
        PaperText[] texts = [.. papers.Select(p => PaperText.Of(p, _forms, buffer))];
        _words = new(_forms);
        _papers = new int[_words.Count * 2];
        _lastPaper = new int[_papers.Length];
        _isInTitle = new bool[_papers.Length];
        Found = new int[texts.Length][];
        for (int paper = 0; paper < texts.Length; paper++)
        {
            buffer.Clear();
            Find(texts[paper], paper, buffer);
            Found[paper] = [.. buffer];
        }
    }

    /// <summary>What each paper has, each place once: the term times two, plus one in the title.</summary>
    public int[][] Found { get; }

    public int Count => _words.Count + _pairs.Count;

    /// <summary>How many of the terms are words.</summary>
    public int WordCount => _words.Count;

    /// <summary>How many papers have a term.</summary>
    public int Papers(int term) => _papers[term];

    /// <summary>Whether any title has a term.</summary>
    public bool IsInTitle(int term) => _isInTitle[term];

    /// <summary>The two words of a pair; null for a word.</summary>
    public (int First, int Second)? Parts(int term) => term < _words.Count ? null : (_pairs[term - _words.Count].First, _pairs[term - _words.Count].Second);

    /// <summary>A term as most papers write it. Thousands of papers name a pair: it is written once, or by two threads at the same time.</summary>
    public string Shown(int term)
    {
        if (term < _words.Count)
        {
            return _words.Shown(term);
        }

        Pair pair = _pairs[term - _words.Count];
        return pair.Shown ??= Written(pair.Form);
    }

    private string Written(PairForm form)
    {
        string middle = form.Between < 0 ? "" : Joint(form.Between) + _forms[PaperText.Form(form.Between)];
        return _forms[form.First] + middle + Joint(form.Last) + _forms[PaperText.Form(form.Last)];
    }

    private static string Joint(int word) => PaperText.JointOf(word) == Relating.Joint.Hyphen ? "-" : " ";

    private void Find(PaperText text, int paper, List<int> found)
    {
        int[] words = text.Words;
        for (int i = 0; i < words.Length; i++)
        {
            bool inTitle = i < text.InTitle;
            int word = _words.WordOf(PaperText.Form(words[i]));
            if (_words.IsStop(word))
            {
                continue;
            }

            // A compound that others write as one word is that word, not its last part too.
            int start = i == text.InTitle ? i : PairStart(words, i);
            bool isWhole = start < i && (start >= text.InTitle || inTitle) && NotePair(words, start, i, paper, inTitle, found);
            if (!isWhole && !_words.IsCommon(word))
            {
                Note(word, paper, inTitle, found);
            }
        }
    }

    // Where the pair that ends here begins; here itself when there is none. `few-shot` is one though `few` says nothing;
    // so are `chain of thought`, `chain-of-thought` and `text-to-image`, whatever stands between.
    private int PairStart(int[] words, int end)
    {
        Joint joint = PaperText.JointOf(words[end]);
        if (end == 0 || joint == Relating.Joint.Apart)
        {
            return end;
        }

        int before = _words.WordOf(PaperText.Form(words[end - 1]));
        if (!_words.IsStop(before))
        {
            return end - 1;
        }

        bool isThird = end > 1 && PaperText.JointOf(words[end - 1]) == joint;
        if (joint == Relating.Joint.Hyphen)
        {
            return isThird ? end - 2 : _forms[PaperText.Form(words[end - 1])] is [var first, ..] && char.IsAsciiLetter(first) ? end - 1 : end;
        }

        return isThird && _forms[PaperText.Form(words[end - 1])] == "of" && !_words.IsStop(_words.WordOf(PaperText.Form(words[end - 2]))) ? end - 2 : end;
    }

    private bool NotePair(int[] words, int start, int end, int paper, bool inTitle, List<int> found)
    {
        var form = new PairForm(PaperText.Form(words[start]), end - start > 1 ? words[end - 1] : -1, words[end]);
        int first = _words.WordOf(form.First);
        int second = _words.WordOf(PaperText.Form(form.Last));
        int number = _numbers.Add(first, second);
        if (number == _pairs.Count)
        {
            bool isCompound = form.Between < 0 && PaperText.JointOf(form.Last) == Relating.Joint.Hyphen;
            _pairs.Add(new(first, second, isCompound ? _words.Joined(form.First, PaperText.Form(form.Last)) : -1, form));
        }

        Pair pair = _pairs[number];
        if (!inTitle)
        {
            pair.Vote(form);
        }

        Note(pair.Joined >= 0 ? pair.Joined : _words.Count + number, paper, inTitle, found);
        return pair.Joined >= 0;
    }

    private void Note(int term, int paper, bool inTitle, List<int> found)
    {
        if (term >= _papers.Length)
        {
            Array.Resize(ref _papers, term * 2);
            Array.Resize(ref _lastPaper, term * 2);
            Array.Resize(ref _isInTitle, term * 2);
        }

        _isInTitle[term] |= inTitle;

        if (_lastPaper[term] != paper + 1)
        {
            _lastPaper[term] = paper + 1;
            _papers[term]++;
        }

        found.Add((term << 1) | (inTitle ? 1 : 0));
    }

    /// <summary>How a pair is written: the form of its first word, what stands between (-1 for nothing) and its last, both with their joints.</summary>
    private readonly record struct PairForm(int First, int Between, int Last);

    /// <summary>Two words that follow one another somewhere.</summary>
    /// <param name="joined">The one word that they are elsewhere; -1 when nowhere.</param>
    private sealed class Pair(int first, int second, int joined, PairForm form)
    {
        private int _lead;

        public int First => first;

        public int Second => second;

        public int Joined => joined;

        public PairForm Form { get; private set; } = form;

        public string? Shown { get; set; }

        // The majority vote of Boyer and Moore: what more than half of the places have, kept in one number.
        public void Vote(PairForm other)
        {
            if (other == Form)
            {
                _lead++;
            }
            else if (--_lead < 0)
            {
                (Form, _lead) = (other, 1);
            }
        }
    }
}
