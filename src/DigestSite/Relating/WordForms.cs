namespace DigestSite.Relating;

/// <summary>Every form that a word has in the texts (<c>Model</c>, <c>models</c>), each a number, and how often it stands there.</summary>
internal sealed class WordForms
{
    // A title is in capitals where running text is not, so that text decides how a word is shown.
    private const int CountInText = 4;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _texts = [];
    private readonly List<int> _counts = [];

    public WordForms() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _texts.Count;

    public string this[int form] => _texts[form];

    /// <summary>How often it stands in the texts, weighed for display only.</summary>
    public int Weight(int form) => _counts[form];

    /// <summary>The number of a form, counted once more.</summary>
    public int Add(ReadOnlySpan<char> form, bool inTitle)
    {
        int weight = inTitle ? 1 : CountInText;
        if (_lookup.TryGetValue(form, out int number))
        {
            _counts[number] += weight;
            return number;
        }

        number = _texts.Count;
        string text = form.ToString();
        _numbers.Add(text, number);
        _texts.Add(text);
        _counts.Add(weight);
        return number;
    }
}
