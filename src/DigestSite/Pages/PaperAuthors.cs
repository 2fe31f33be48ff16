using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>Who wrote a paper, as pages say it.</summary>
internal static class PaperAuthors
{
    // A line of names on a phone is three; a whole screen of them hides the abstract.
    private const int InByline = 3;
    private const int OnPage = 24;

    /// <summary>For a card: up to three names, or the first two and how many more, or only how many; null when nothing is known.</summary>
    public static string? Byline(Paper paper) => paper.Authors.Count switch
    {
        0 => paper.AuthorCount is { } count ? SiteFrame.Count(count, "author") : null,
        <= InByline => string.Join(", ", paper.Authors),
        _ => First(paper, InByline - 1),
    };

    /// <summary>For the paper's own page, where all names stand.</summary>
    public static AuthorsPart? Of(Paper paper)
    {
        if (paper.AuthorCount is not { } count)
        {
            return null;
        }

        string number = SiteFrame.Count(count, "author");
        string all = string.Join(", ", paper.Authors);
        return paper.Authors.Count == 0 ? new(number + ", not named in the listing", null, number)
            : paper.Authors.Count <= OnPage ? new(all, null, number)
            : new(First(paper, OnPage / 2), string.Join(", ", paper.Authors.Skip(OnPage / 2)), SiteFrame.Count(Math.Max(count, paper.Authors.Count) - (OnPage / 2), "more author"));
    }

    private static string First(Paper paper, int shown) =>
        $"{string.Join(", ", paper.Authors.Take(shown))} and {SiteFrame.Count(Math.Max(paper.AuthorCount ?? 0, paper.Authors.Count) - shown, "other")}";
}
