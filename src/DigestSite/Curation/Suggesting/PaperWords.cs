using DigestSite.Papers;

namespace DigestSite.Curation.Suggesting;

/// <summary>The words of many papers, each word a number: titles and abstracts as phrases see them.</summary>
internal sealed class PaperWords
{
    // Three numbers of a phrase go into one key. No archive has two million different words; what comes after is left out.
    private const int BitsAWord = 21;
    private const int MaxWords = (1 << BitsAWord) - 2;

    /// <summary>The longest phrase that is looked at, in words.</summary>
    public const int MaxLength = 3;

    private readonly List<string> _words = [];
    private readonly bool[] _isStop;
    private readonly int[] _singular;

    public PaperWords(IEnumerable<Paper> papers)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        Texts = [.. papers.Select(p => (Numbered(p.Title, numbers), Numbered(p.Abstract ?? "", numbers)))];
        _isStop = [.. _words.Select(w => StopWords.Contains(w) || IsAdverb(w, numbers))];
        _singular = [.. _words.Select((w, i) => Singular(w, numbers) ?? i)];
    }

    /// <summary>Title and abstract of each paper, in the order given.</summary>
    public IReadOnlyList<(int[] Title, int[] Abstract)> Texts { get; }

    public int WordCount => _words.Count;

    public bool IsStop(int word) => word < 0 || _isStop[word];

    /// <summary>
    /// The key of the words from <paramref name="start"/> on, the last in the singular where the papers have that too; 0 where they are
    /// no phrase: one that begins or ends with a stop word, or goes beyond the text.
    /// </summary>
    public ulong Key(int[] text, int start, int length)
    {
        if (start + length > text.Length || IsStop(text[start]) || IsStop(text[start + length - 1]))
        {
            return 0;
        }

        ulong key = 0;
        for (int i = start; i < start + length - 1; i++)
        {
            if (text[i] < 0)
            {
                return 0;
            }

            key = (key << BitsAWord) | (uint)(text[i] + 1);
        }

        return (key << BitsAWord) | (uint)(_singular[text[start + length - 1]] + 1);
    }

    /// <summary>The phrase of a key, as themes.yml would have it.</summary>
    public string Phrase(ulong key)
    {
        var words = new Stack<string>();
        for (; key != 0; key >>= BitsAWord)
        {
            words.Push(_words[(int)(key & ((1 << BitsAWord) - 1)) - 1]);
        }

        return string.Join(' ', words);
    }

    private int[] Numbered(string text, Dictionary<string, int> numbers)
    {
        using FoldedText folded = WordFolding.Rent(text);
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = new List<int>(folded.Words.Length / 5);
        foreach (Range range in folded.Words.Split(' '))
        {
            ReadOnlySpan<char> word = folded.Words[range];
            if (word.IsEmpty)
            {
                continue;
            }

            if (!lookup.TryGetValue(word, out int number))
            {
                number = _words.Count < MaxWords ? _words.Count : -1;
                if (number >= 0)
                {
                    _words.Add(word.ToString());
                    lookup[word] = number;
                }
            }

            words.Add(number);
        }

        return [.. words];
    }

    private static bool IsAdverb(string word, Dictionary<string, int> numbers) =>
        word.EndsWith("ly", StringComparison.Ordinal) && numbers.ContainsKey(word[..^2]);

    // The same endings that a phrase allows its last word.
    private static int? Singular(string word, Dictionary<string, int> numbers) =>
        word.Length < 4 || word[^1] != 's' || word[^2] == 's' ? null
        : numbers.TryGetValue(word[..^1], out int one) ? one
        : word[^2] == 'e' && numbers.TryGetValue(word[..^2], out int other) ? other
        : null;
}
