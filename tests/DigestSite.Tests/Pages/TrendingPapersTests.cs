using AngleSharp.Html.Dom;
using DigestSite.Pages;
using DigestSite.Papers;

namespace DigestSite.Tests.Pages;

public class TrendingPapersTests
{
    private static readonly Capture March = Samples.Capture("a.txt", new(2025, 3, 11));
    private static readonly Capture April = Samples.Capture("b.txt", new(2025, 4, 1));

    [Theory]
    [InlineData(null, null, 0, 1)]
    [InlineData(3, null, 0, 2)]
    [InlineData(null, 3, 0, 3)]
    [InlineData(15, 7, 14, 3)]
    public void The_score_is_the_one_that_the_page_states(int? upvotes, int? comments, int days, double score) =>
        Assert.Equal(score, TrendingPapers.Score(Samples.Paper("X", Samples.Theory, null, March) with { Upvotes = upvotes, Comments = comments }, March.Date.AddDays(days)));

    [Fact]
    public void Each_day_that_lists_a_paper_counts_one() =>
        Assert.Equal(2, TrendingPapers.Score(Samples.Paper("X", Samples.Theory, null, April, March), April.Date));

    [Fact]
    public void The_page_is_as_of_the_given_day_and_says_why_each_stands_there()
    {
        Paper twice = Samples.Paper("Twice", Samples.Theory, null, April, March) with { Upvotes = 1 };
        Paper once = Samples.Paper("Once", Samples.Theory, null, March) with { Comments = 1 };
        SiteModel site = Samples.Site();
        SiteModel later = site with { Archive = site.Archive with { Papers = [once, twice], AsOf = new(2025, 4, 2) } };
        IHtmlDocument page = RenderedSite.Document(later, "trending/");
        Assert.Equal(["Twice", "Once"], page.QuerySelectorAll(".card h2").Select(h => h.TextContent));
        Assert.Equal(
            ["Score 2.38 listed on 2 days, last on 1 April 2025, 1 upvote", "Score 0.67 listed once, last on 11 March 2025, 1 comment"],
            page.QuerySelectorAll(".card h2 + .meta").Select(m => RenderedSite.Folded(m.TextContent)));
        Assert.DoesNotContain("Also listed", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("as of 2 April 2025", page.QuerySelector(".intro")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("÷ 14", page.QuerySelector(".formula")!.TextContent, StringComparison.Ordinal);
    }
}
