namespace DigestSite.Papers.Permanence;

/// <summary>
/// Which document of the feed archive holds which papers (docs/decisions/0013). A document is numbered when it is full, the ledger keeps
/// the number at each of its papers, and no paper joins it after that, however old: what comes goes into the next.
/// </summary>
/// <param name="Full">By number from 1, each newest first: what none of them holds stands in <see cref="Open"/>.</param>
/// <param name="Newly">The papers of documents that no ledger knows yet, with the document's number.</param>
/// <param name="Open">Those that wait for their document to be full, newest first.</param>
internal sealed record FeedHistory(IReadOnlyList<IReadOnlyList<Paper>> Full, IReadOnlyList<(Paper Paper, int Document)> Newly, IReadOnlyList<Paper> Open)
{
    /// <summary>How many papers a document holds at most: at 10 kB an entry it stays under 1 MiB.</summary>
    public const int MostPapers = 100;

    /// <summary>What a feed shows: the newest papers up to its limit, and the rest of a day that it would cut through, so that nothing of a day is news to nobody.</summary>
    public static IEnumerable<Paper> Newest(IEnumerable<Paper> newestFirst, int limit)
    {
        int taken = 0;
        DateOnly day = default;
        foreach (Paper paper in newestFirst)
        {
            if (++taken > limit && paper.FirstListed != day)
            {
                yield break;
            }

            day = paper.FirstListed;
            yield return paper;
        }
    }

    public static FeedHistory Of(Archive archive)
    {
        var full = new List<List<Paper>>();
        var rest = new List<Paper>();
        Grow(full, archive.ArchivedDocuments);
        for (int i = archive.Papers.Count - 1; i >= 0; i--)
        {
            Paper paper = archive.Papers[i];
            (paper.ArchivedIn is { } number && number <= full.Count ? full[number - 1] : rest).Add(paper);
        }

        var newly = new List<(Paper, int)>();
        int first = 0;
        foreach (int end in Ends(rest, archive))
        {
            Grow(full, full.Count + 1);
            full[^1].AddRange(rest[first..end]);
            newly.AddRange(full[^1].Select(p => (p, full.Count)));
            first = end;
        }

        // By what never changes: an older capture added later moves papers within a day.
        full.ForEach(d => d.Sort((a, b) => b.FirstListed.CompareTo(a.FirstListed) is not 0 and var order ? order : a.Slug.CompareTo(b.Slug)));
        rest.RemoveRange(0, first);
        rest.Reverse();
        return new(full, newly, rest);
    }

    // A document ends when it has all it can take, and before that where a paper of it is not in the current document: so each paper is
    // in one or the other at any time.
    private static List<int> Ends(List<Paper> oldestFirst, Archive archive)
    {
        HashSet<Paper> current = new(Newest(archive.Papers.Where(p => !p.IsLate), archive.FeedLimit), ReferenceEqualityComparer.Instance);
        int needed = oldestFirst.FindLastIndex(p => !current.Contains(p)) + 1;
        int size = Math.Min(MostPapers, archive.FeedLimit);
        var ends = new List<int>();
        for (int end = 0; end < needed || oldestFirst.Count - end >= size;)
        {
            end = oldestFirst.Count - end >= size ? end + size : needed;
            ends.Add(end);
        }

        return ends;
    }

    private static void Grow(List<List<Paper>> documents, int count)
    {
        while (documents.Count < count)
        {
            documents.Add([]);
        }
    }
}
