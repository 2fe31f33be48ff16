using DigestSite.Papers;

namespace DigestSite.Pictures;

/// <summary>What is counted of an archive, on pages and by <c>digest stats</c> alike.</summary>
internal static class Tally
{
    /// <summary>How many papers were published in each month that has any, oldest first; a month is its first day.</summary>
    public static IReadOnlyList<(DateOnly Month, int Papers)> ByMonth(IEnumerable<Paper> papers) =>
    [
        .. papers
            .Where(p => p.Published is not null)
            .CountBy(p => MonthOf(p.Published!.Value))
            .OrderBy(m => m.Key)
            .Select(m => (m.Key, m.Value)),
    ];

    /// <summary>How many papers are in how many digests, the fewest first.</summary>
    public static IReadOnlyList<(int Digests, int Papers)> Recurrence(IEnumerable<Paper> papers) =>
        [.. papers.CountBy(DigestsOf).OrderBy(n => n.Key).Select(n => (n.Key, n.Value))];

    /// <summary>In how many digests a paper is.</summary>
    public static int DigestsOf(Paper paper) => paper.Appearances.Count == 1 ? 1 : paper.Appearances.Select(a => a.Capture.Date).Distinct().Count();

    /// <summary>How many papers of a digest no older one lists.</summary>
    public static int New(Digest digest) => digest.Papers.Count(p => IsNew(p, digest));

    /// <summary>Whether no older digest lists one of its papers.</summary>
    public static bool IsNew(Paper paper, Digest digest) => paper.Appearances[^1].Capture.Date == digest.Date;

    /// <summary>Days from publication to the first capture, in the middle of all papers that tell; null when none does.</summary>
    public static int? MedianDaysToListing(IEnumerable<Paper> papers)
    {
        int[] days = [.. papers.Where(p => p.Published is not null).Select(p => p.Appearances[^1].Capture.Date.DayNumber - p.Published!.Value.DayNumber).Order()];
        return days.Length == 0 ? null : Math.Max(0, days[(days.Length - 1) / 2]);
    }

    public static DateOnly MonthOf(DateOnly date) => new(date.Year, date.Month, 1);
}
