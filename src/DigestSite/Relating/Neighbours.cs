using DigestSite.Papers;

namespace DigestSite.Relating;

/// <summary>Finds the papers that are like one, in memory that it uses again: one for each thread.</summary>
internal sealed class Neighbours(Paper[] papers, TermVector[] vectors, TermIndex index, TermList list)
{
    // Those that the leading terms put first are compared whole.
    private const int Compared = 24;

    private readonly int[] _weights = new int[list.Count];
    private readonly int[] _sums = new int[papers.Length];
    private readonly int[] _touched = new int[papers.Length];
    private readonly long[] _best = new long[Compared];
    private readonly SharedTerms _shared = new(list);

    /// <summary>The related papers of the one at this place, best first; of equals, the first by slug.</summary>
    public EquatableArray<RelatedPaper> Of(int paper)
    {
        int compared = Candidates(paper);
        TermVector vector = vectors[paper];
        for (int i = 0; i < vector.Terms.Length; i++)
        {
            _weights[vector.Terms[i]] = vector.Weights[i];
        }

        int kept = 0;
        for (int i = 0; i < compared; i++)
        {
            int other = Place(_best[i]);
            int score = Cosine(vectors[other]) + Prior(paper, other);
            if (score >= PaperRelations.Floor)
            {
                _best[kept++] = Ranked(score, other);
            }
        }

        Array.Sort(_best, 0, kept);
        var related = new RelatedPaper[Math.Min(kept, PaperRelations.MaxRelated)];
        for (int i = 0; i < related.Length; i++)
        {
            int other = Place(_best[i]);
            related[i] = new(papers[other], (int)-(_best[i] >> 32), _shared.Of(vectors[other], _weights));
        }

        foreach (int term in vector.Terms)
        {
            _weights[term] = 0;
        }

        return related.ToEquatableArray();
    }

    // Best first when sorted; of equals, the first by place.
    private static long Ranked(long score, int place) => (-score << 32) | (uint)place;

    private static int Place(long ranked) => (int)(ranked & 0xFFFFFFFF);

    private int Prior(int paper, int other) =>
        papers[paper].Theme.Id != Theme.OtherId && papers[paper].Theme.Id == papers[other].Theme.Id ? PaperRelations.SameTheme : 0;

    private int Cosine(TermVector other)
    {
        int sum = 0;
        for (int i = 0; i < other.Terms.Length; i++)
        {
            sum += other.Weights[i] * _weights[other.Terms[i]];
        }

        return (int)((long)sum * PaperRelations.Whole / TermVector.Unit / TermVector.Unit);
    }

    // Sums what the leading terms alone make of each paper they lead to, and keeps the best.
    private int Candidates(int paper)
    {
        TermVector vector = vectors[paper];
        int touched = 0;
        for (int i = 0, followed = 0; i < vector.Terms.Length && followed < index.Leading; i++)
        {
            (ReadOnlyMemory<int> others, ReadOnlyMemory<int> weights) = index.Of(vector.Terms[i]);
            ReadOnlySpan<int> other = others.Span;
            ReadOnlySpan<int> weight = weights.Span;
            followed += other.Length > 0 ? 1 : 0;
            for (int k = 0; k < other.Length; k++)
            {
                ref int sum = ref _sums[other[k]];
                if (sum == 0)
                {
                    _touched[touched++] = other[k];
                }

                sum += Math.Max(1, weight[k] * vector.Weights[i]);
            }
        }

        _sums[paper] = 0;
        int count = 0;
        for (int i = 0; i < touched; i++)
        {
            int other = _touched[i];
            if (_sums[other] > 0)
            {
                count = Keep(Ranked(_sums[other], other), count);
                _sums[other] = 0;
            }
        }

        return count;
    }

    private int Keep(long ranked, int count)
    {
        if (count == Compared && ranked >= _best[^1])
        {
            return count;
        }

        int place = count < Compared ? count : Compared - 1;
        for (; place > 0 && _best[place - 1] > ranked; place--)
        {
            _best[place] = _best[place - 1];
        }

        _best[place] = ranked;
        return Math.Min(count + 1, Compared);
    }
}
