namespace DigestSite.Curation;

/// <summary>Finds all of many phrases in one pass: a trie over the characters of folded text, entered at the start of each word.</summary>
/// <remarks>What a text costs depends on its length and on the longest phrase, not on how many phrases there are.</remarks>
internal sealed class PhraseIndex
{
    // Node n leads on by the characters _letters[_first[n].._first[n + 1]], each to the node at the same place in _targets.
    private readonly int[] _first;
    private readonly char[] _letters;
    private readonly int[] _targets;
    private readonly int[][] _whole;
    private readonly int[][] _anyEnding;

    /// <summary>An index of phrases, each named by its place in the list; the same one may stand there several times.</summary>
    public PhraseIndex(IReadOnlyList<Phrase> phrases)
    {
        List<Node> nodes = Grow(phrases);
        _first = new int[nodes.Count + 1];
        for (int i = 0; i < nodes.Count; i++)
        {
            _first[i + 1] = _first[i] + nodes[i].Next.Count;
        }

        _letters = [.. nodes.SelectMany(n => n.Next.Keys)];
        _targets = [.. nodes.SelectMany(n => n.Next.Values)];
        _whole = [.. nodes.Select(n => n.Whole.ToArray())];
        _anyEnding = [.. nodes.Select(n => n.AnyEnding.ToArray())];
    }

    /// <summary>Adds to <paramref name="found"/> each phrase once for every word it starts at in <paramref name="words"/> (folded text).</summary>
    public void Find(ReadOnlySpan<char> words, List<int> found)
    {
        while (words.Length > 0)
        {
            FindHere(words, found);
            int space = words.IndexOf(' ');
            words = space < 0 ? [] : words[(space + 1)..];
        }
    }

    private void FindHere(ReadOnlySpan<char> words, List<int> found)
    {
        int node = 0;
        for (int i = 0; i < words.Length && (node = Next(node, words[i])) > 0; i++)
        {
            foreach (int phrase in _anyEnding[node])
            {
                found.Add(phrase);
            }

            if (_whole[node] is { Length: > 0 } whole && EndsWord(words[(i + 1)..]))
            {
                found.AddRange(whole);
            }
        }
    }

    // Most nodes have one or two ways on: a plain loop beats any search. 0, the root, is where no way leads.
    private int Next(int node, char c)
    {
        for (int i = _first[node]; i < _first[node + 1]; i++)
        {
            if (_letters[i] == c)
            {
                return _targets[i];
            }
        }

        return 0;
    }

    private static bool EndsWord(ReadOnlySpan<char> rest)
    {
        int space = rest.IndexOf(' ');
        return (space < 0 ? rest : rest[..space]) is "" or "s" or "es";
    }

    private static List<Node> Grow(IReadOnlyList<Phrase> phrases)
    {
        var nodes = new List<Node> { new() };
        for (int i = 0; i < phrases.Count; i++)
        {
            Node node = nodes[0];
            foreach (char c in phrases[i].Words)
            {
                if (!node.Next.TryGetValue(c, out int next))
                {
                    next = nodes.Count;
                    node.Next.Add(c, next);
                    nodes.Add(new());
                }

                node = nodes[next];
            }

            (phrases[i].AnyEnding ? node.AnyEnding : node.Whole).Add(i);
        }

        return nodes;
    }

    private sealed class Node
    {
        public SortedDictionary<char, int> Next { get; } = [];

        public List<int> Whole { get; } = [];

        public List<int> AnyEnding { get; } = [];
    }
}
