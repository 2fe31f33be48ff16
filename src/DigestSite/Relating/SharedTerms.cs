namespace DigestSite.Relating;

/// <summary>Names what two papers share, in a few terms.</summary>
internal sealed class SharedTerms(TermList list)
{
    /// <summary>How many are named at most.</summary>
    public const int MaxNamed = 4;

    // What adds less than this part of what the first adds explains nothing.
    private const int LeastOfFirst = 8;

    private readonly List<long> _ranked = [];
    private readonly List<int> _said = [];

    /// <summary>The terms that add most to the likeness of two papers; a pair of words is said once, not word by word again.</summary>
    /// <param name="other">One of them.</param>
    /// <param name="weights">Of every term in the other paper, 0 where it has it not.</param>
    public EquatableArray<string> Of(TermVector other, int[] weights)
    {
        Rank(other, weights);
        _said.Clear();
        var named = new List<string>(MaxNamed);
        foreach (long ranked in _ranked)
        {
            if (ranked >> 32 > (_ranked[0] >> 32) / LeastOfFirst)
            {
                break;
            }

            int term = (int)(ranked & 0xFFFFFFFF);
            (int first, int second) = list.Parts(term) ?? (term, term);
            if (_said.Contains(first) && _said.Contains(second))
            {
                continue;
            }

            _said.Add(first);
            _said.Add(second);
            named.Add(list.Shown(term));
            if (named.Count == MaxNamed)
            {
                break;
            }
        }

        return named.ToEquatableArray();
    }

    // A pair stands for its words too, so it has what they add.
    private void Rank(TermVector other, int[] weights)
    {
        _ranked.Clear();
        for (int i = 0; i < other.Terms.Length; i++)
        {
            int term = other.Terms[i];
            if (weights[term] == 0)
            {
                continue;
            }

            long share = (long)other.Weights[i] * weights[term];
            if (list.Parts(term) is { } parts)
            {
                share += Share(other, parts.First, weights) + Share(other, parts.Second, weights);
            }

            // Three shares may add up to more than 32 bits.
            _ranked.Add((-(share >> 2) << 32) | (uint)term);
        }

        _ranked.Sort();
    }

    private static long Share(TermVector other, int term, int[] weights)
    {
        int place = weights[term] == 0 ? -1 : Array.IndexOf(other.Terms, term);
        return place < 0 ? 0 : (long)other.Weights[place] * weights[term];
    }
}
