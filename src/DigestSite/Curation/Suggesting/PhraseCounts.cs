using System.Runtime.InteropServices;

namespace DigestSite.Curation.Suggesting;

/// <summary>In how many papers of each group every phrase of one to three words stands.</summary>
internal sealed class PhraseCounts
{
    /// <summary>A phrase of fewer papers tells nothing about a group, and is not counted on its own.</summary>
    public const int MinPapers = 2;

    private readonly PaperWords _words;
    private readonly int _groups;
    private readonly Dictionary<ulong, int> _places = [];
    private readonly List<int> _lastPaper = [];
    private readonly List<int> _counts = [];

    /// <summary>Counts them all.</summary>
    /// <param name="groupOf">The group of each paper, from 0.</param>
    public PhraseCounts(PaperWords words, IReadOnlyList<int> groupOf, int groups)
    {
        _words = words;
        _groups = groups;
        Sizes = [.. Enumerable.Range(0, groups).Select(g => groupOf.Count(x => x == g))];
        Total = groupOf.Count;

        // Shorter ones first: a longer one is worth counting only where its parts are frequent.
        for (int length = 1; length <= PaperWords.MaxLength; length++)
        {
            for (int paper = 0; paper < groupOf.Count; paper++)
            {
                Count(words.Texts[paper].Title, length, paper, groupOf[paper]);
                Count(words.Texts[paper].Abstract, length, paper, groupOf[paper]);
            }
        }
    }

    /// <summary>How many papers each group has.</summary>
    public IReadOnlyList<int> Sizes { get; }

    public int Total { get; }

    public IEnumerable<ulong> Keys => _places.Keys;

    /// <summary>The keys of all phrases of a paper, each once.</summary>
    public IEnumerable<ulong> KeysOf(int paper)
    {
        (int[] title, int[] text) = _words.Texts[paper];
        return Enumerable.Range(1, PaperWords.MaxLength)
            .SelectMany(n => KeysOf(title, n).Concat(KeysOf(text, n)))
            .Where(_places.ContainsKey)
            .Distinct();
    }

    /// <summary>In how many papers of the group the phrase stands, and in how many of all.</summary>
    public (int Inside, int All) Of(ulong key, int group)
    {
        int place = _places[key] * _groups;
        ReadOnlySpan<int> counts = CollectionsMarshal.AsSpan(_counts).Slice(place, _groups);
        int all = 0;
        foreach (int count in counts)
        {
            all += count;
        }

        return (counts[group], all);
    }

    private IEnumerable<ulong> KeysOf(int[] text, int length) =>
        Enumerable.Range(0, text.Length).Select(i => _words.Key(text, i, length)).Where(k => k != 0);

    private void Count(int[] text, int length, int paper, int group)
    {
        for (int i = 0; i <= text.Length - length; i++)
        {
            ulong key = _words.Key(text, i, length);
            if (key != 0 && HasFrequentParts(text, i, length))
            {
                Count(key, paper, group);
            }
        }
    }

    private void Count(ulong key, int paper, int group)
    {
        ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, key, out bool isKnown);
        if (!isKnown)
        {
            place = _lastPaper.Count;
            _lastPaper.Add(-1);
            CollectionsMarshal.SetCount(_counts, _counts.Count + _groups);
        }

        if (_lastPaper[place] != paper)
        {
            _lastPaper[place] = paper;
            _counts[(place * _groups) + group]++;
        }
    }

    // Parts that end in a stop word are not counted, so nothing is known of them.
    private bool HasFrequentParts(int[] text, int start, int length) =>
        length == 1
        || (IsFrequent(_words.Key(text, start, length - 1), length) && IsFrequent(_words.Key(text, start + 1, length - 1), length));

    private bool IsFrequent(ulong part, int length) =>
        part == 0 ? length > 2 : _places.TryGetValue(part, out int place) && CountedTwice(place);

    private bool CountedTwice(int place)
    {
        int sum = 0;
        foreach (int count in CollectionsMarshal.AsSpan(_counts).Slice(place * _groups, _groups))
        {
            sum += count;
        }

        return sum >= MinPapers;
    }
}
