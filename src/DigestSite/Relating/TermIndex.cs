namespace DigestSite.Relating;

/// <summary>From a term to the papers that have it, for the terms that lead from one paper to another.</summary>
internal sealed class TermIndex
{
    private readonly int[] _starts;
    private readonly int[] _papers;
    private readonly int[] _weights;

    /// <summary>Inverts the vectors.</summary>
    /// <param name="leading">How many terms of a vector lead to other papers.</param>
    /// <param name="isFollowed">Whether a term leads anywhere.</param>
    public TermIndex(TermVector[] vectors, int terms, int leading, Func<int, bool> isFollowed)
    {
        Leading = leading;
        _starts = new int[terms + 1];
        foreach (TermVector vector in vectors)
        {
            foreach (int term in vector.Terms)
            {
                _starts[term + 1]++;
            }
        }

        for (int term = 0; term < terms; term++)
        {
            _starts[term + 1] = _starts[term] + (isFollowed(term) ? _starts[term + 1] : 0);
        }

        _papers = new int[_starts[^1]];
        _weights = new int[_papers.Length];
        Fill(vectors);
    }

    public int Leading { get; }

    /// <summary>The papers that have a term, and its weight in each; none for a term that is not followed.</summary>
    public (ReadOnlyMemory<int> Papers, ReadOnlyMemory<int> Weights) Of(int term)
    {
        int start = _starts[term];
        int length = _starts[term + 1] - start;
        return (_papers.AsMemory(start, length), _weights.AsMemory(start, length));
    }

    private void Fill(TermVector[] vectors)
    {
        int[] next = _starts[..^1];
        for (int paper = 0; paper < vectors.Length; paper++)
        {
            TermVector vector = vectors[paper];
            for (int i = 0; i < vector.Terms.Length; i++)
            {
                int term = vector.Terms[i];
                if (_starts[term + 1] > _starts[term])
                {
                    _papers[next[term]] = paper;
                    _weights[next[term]++] = vector.Weights[i];
                }
            }
        }
    }
}
