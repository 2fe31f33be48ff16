using DigestSite.Papers;

namespace DigestSite.Relating;

/// <summary>
/// Which papers are like which: the cosine of their terms, each weighed by how often the paper has it (the title counts more) and how
/// few papers do (TF-IDF), and a little for the same theme. It depends on the papers alone, not on their order or on threads, and takes
/// time in proportion to their number: only terms that few papers have lead from one to another.
/// </summary>
internal static class PaperRelations
{
    /// <summary>How many related papers a paper has at most.</summary>
    public const int MaxRelated = 5;

    /// <summary>The least score of two related papers, in ten-thousandths: the cosine, and what the same theme adds.</summary>
    public const int Floor = 1600;

    /// <summary>What one theme adds to the cosine, in ten-thousandths. Being without a theme is none.</summary>
    public const int SameTheme = 500;

    /// <summary>The whole of a score without <see cref="SameTheme"/>.</summary>
    public const int Whole = 10_000;

    // A term leads to other papers when it is among a paper's heaviest and few papers have it.
    private const int LeadingTerms = 16;
    private const int FewPapers = 50;
    private const int ManyPapers = 400;
    private const int ManyOfAll = 10;

    /// <summary>The related papers of each paper that has any, best first.</summary>
    /// <param name="threads">How many threads may share the work; -1 for as many as there are.</param>
    public static IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> Of(IEnumerable<Paper> papers, int threads = -1)
    {
        Paper[] ordered = [.. papers.OrderBy(p => p.Slug)];
        var list = new TermList(ordered);
        var vectors = new TermVector[ordered.Length];
        int[] rarity = Rarities(list, ordered.Length);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, ordered.Length, options, i => vectors[i] = TermVector.Of(list, i, rarity, list.WordCount));
        int most = Math.Max(FewPapers, Math.Min(ManyPapers, ordered.Length / ManyOfAll));
        var index = new TermIndex(vectors, list.Count, LeadingTerms, term => list.Papers(term) <= most);
        var related = new EquatableArray<RelatedPaper>[ordered.Length];
        Parallel.For(
            0,
            ordered.Length,
            options,
            () => new Neighbours(ordered, vectors, index, list),
            (i, _, neighbours) =>
            {
                related[i] = neighbours.Of(i);
                return neighbours;
            },
            static _ => { });
        return ordered.Select((p, i) => (p.Slug, Related: related[i])).Where(p => p.Related.Count > 0).ToDictionary(p => p.Slug, p => p.Related);
    }

    // One more than the plain quotient, so that two papers alone still have something in common. What no title names is seldom what
    // papers are about ("exhibit", "manner"): it has half the weight.
    private static int[] Rarities(TermList list, int papers)
    {
        var rarity = new int[list.Count];
        for (int term = 0; term < rarity.Length; term++)
        {
            int having = list.Papers(term);
            int plain = having < 2 ? 0 : FixedPoint.Log2(papers + having) - FixedPoint.Log2(having);
            rarity[term] = list.IsInTitle(term) ? plain : plain / 2;
        }

        return rarity;
    }
}
