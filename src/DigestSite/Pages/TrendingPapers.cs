using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>What the page of trending papers shows.</summary>
/// <param name="AsOf">The day that recency is counted from.</param>
/// <param name="HalfLife">After how many days a score is halved.</param>
internal sealed record TrendingPage(SitePart Site, PagePart Page, DateText AsOf, int HalfLife, TrendingRow[] Rows) : PageModel(Site, Page);

/// <summary>A trending paper.</summary>
/// <param name="Score">With two decimals.</param>
/// <param name="Because">What the score is made of: <c>listed 3 times, last 2 days before; 12 upvotes, 4 comments</c>.</param>
internal sealed record TrendingRow(PaperCard Card, string Score, string Because);

/// <summary>
/// The papers that are talked about now. The score is (listings + log₂(1 + upvotes) / 2 + log₂(1 + comments)) · ½^(days since last listed / 14):
/// every further listing counts the same, the hundredth upvote less than the first, and two weeks halve it all.
/// </summary>
internal static class TrendingPapers
{
    /// <summary>In days.</summary>
    public const int HalfLife = 14;

    private const int Shown = 30;

    public static TrendingPage Page(SiteFrame frame, PaperProjection papers, Archive archive) => new(
        frame.Site(Routes.Trending),
        frame.Page(
            Routes.Trending,
            "Trending papers",
            $"The papers that listings return to and readers talk about, as of {DateText.Of(archive.AsOf).Human}; the formula stands on the page.",
            FeedPlace.OfPapers(frame.Settings),
            data: StructuredData.Collection("Trending papers", frame.Settings)),
        DateText.Of(archive.AsOf),
        HalfLife,
        [.. Ranked(archive).Take(Shown).Select(r => Row(papers, r.Paper, r.Score, archive.AsOf))]);

    /// <summary>Every paper, the highest score first, equal ones as the archive has them.</summary>
    public static IEnumerable<(Paper Paper, double Score)> Ranked(Archive archive) =>
        archive.Papers.Select(p => (Paper: p, Score: Score(p, archive.AsOf))).OrderByDescending(r => r.Score);

    /// <summary>Rounded, so that no machine's last bit decides an order.</summary>
    public static double Score(Paper paper, DateOnly asOf)
    {
        double talk = (Math.Log2(1 + (paper.Upvotes ?? 0)) / 2) + Math.Log2(1 + (paper.Comments ?? 0));
        return Math.Round((Listings(paper) + talk) * Math.Pow(0.5, Days(paper, asOf) / (double)HalfLife), 6);
    }

    private static TrendingRow Row(PaperProjection papers, Paper paper, double score, DateOnly asOf)
    {
        int listings = Listings(paper), days = Days(paper, asOf);
        string[] parts =
        [
            $"listed {(listings == 1 ? "once" : $"on {listings} days")}",
            $"last on {DateText.Of(paper.LastListed).Human}",
            .. paper.Upvotes is { } upvotes ? [SiteFrame.Count(upvotes, "upvote")] : Array.Empty<string>(),
            .. paper.Comments is { } comments ? [SiteFrame.Count(comments, "comment")] : Array.Empty<string>(),
        ];
        return new(papers.Card(paper) with { FirstListed = null, AlsoListed = [], Activity = null }, score.ToString("0.00", CultureInfo.InvariantCulture), string.Join(", ", parts));
    }

    private static int Listings(Paper paper) => paper.Appearances.Select(a => a.Capture.Date).Distinct().Count();

    private static int Days(Paper paper, DateOnly asOf) => Math.Max(0, asOf.DayNumber - paper.LastListed.DayNumber);
}
