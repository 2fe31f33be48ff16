using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Collecting;

/// <summary>What the file that is there says and a new answer does not. Votes and papers come and grow; what is known of a paper does not go.</summary>
internal static class Loss
{
    /// <summary>The first of it, in words; null when nothing is lost.</summary>
    public static string? Of(Dump before, Dump after)
    {
        ILookup<ArxivId, Listing> answered = after.Listings.Where(l => l.Arxiv is not null).ToLookup(l => l.Arxiv!);
        Listing[] had = [.. before.Listings.Where(l => l.Arxiv is not null).DistinctBy(l => l.Arxiv)];
        Listing[] lost = [.. had.Where(l => !answered.Contains(l.Arxiv!))];
        (Listing Old, Listing New)[] both = [.. had.Except(lost).Select(l => (l, answered[l.Arxiv!].MaxBy(LengthOf)!))];
        return lost.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"the new answer lacks {lost.Length} of its {had.Length} papers, such as {lost[0].Arxiv}")
            : both.FirstOrDefault(IsPoorer) is { Old: { } poorer } ? $"the new answer lacks the abstract or the authors of {poorer.Arxiv}"
            : both.FirstOrDefault(p => 2 * LengthOf(p.New) < LengthOf(p.Old)) is { Old: { } shorter } ? $"the new answer has less than half of the abstract of {shorter.Arxiv}"
            : both.FirstOrDefault(p => AuthorsOf(p.New) < AuthorsOf(p.Old)) is { Old: { } fewer } ? $"the new answer has fewer authors of {fewer.Arxiv}"
            : 5 * both.Sum(p => LengthOf(p.New)) < 4 * both.Sum(p => LengthOf(p.Old)) ? "the abstracts of the new answer are much shorter"
            : Gone(both);
    }

    private static bool IsPoorer((Listing Old, Listing New) paper) =>
        (paper.Old.Abstract is not null && paper.New.Abstract is null) || (paper.Old.Authors.Count > 0 && paper.New.Authors.Count == 0);

    // One paper may lose its page; half of those that have one do not on the same day.
    private static string? Gone((Listing Old, Listing New)[] both) =>
        IsGone(both, l => l.Code is not null) ? Lacks("code")
        : IsGone(both, l => l.ProjectPage is not null) ? Lacks("project pages")
        : IsGone(both, l => l.Keywords.Count > 0) ? Lacks("keywords")
        : IsGone(both, l => l.Upvotes > 0) ? Lacks("votes")
        : null;

    private static string Lacks(string what) => $"the new answer lacks the {what} of many papers";

    private static bool IsGone((Listing Old, Listing New)[] both, Func<Listing, bool> has)
    {
        int had = both.Count(p => has(p.Old));
        int gone = both.Count(p => has(p.Old) && !has(p.New));
        return gone > 1 && 2 * gone > had;
    }

    private static int LengthOf(Listing listing) => listing.Abstract?.Length ?? 0;

    private static int AuthorsOf(Listing listing) => Math.Max(listing.Authors.Count, listing.AuthorCount ?? 0);
}
