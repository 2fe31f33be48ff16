using AngleSharp.Html.Dom;
using DigestSite.Papers;

namespace DigestSite.Tests.Pages;

public class PeriodPagesTests
{
    [Theory]
    [InlineData("2024-12-30", "2025-W01", "2024-12-30")]
    [InlineData("2025-01-05", "2025-W01", "2024-12-30")]
    [InlineData("2021-01-03", "2020-W53", "2020-12-28")]
    [InlineData("2025-11-03", "2025-W45", "2025-11-03")]
    public void A_week_begins_on_monday_and_belongs_to_the_year_of_its_thursday(string day, string week, string monday)
    {
        IsoWeek found = IsoWeek.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", null));
        Assert.Equal((week, monday), (found.ToString(), Routes.Iso(found.Monday)));
    }

    [Fact]
    public void A_month_is_a_calendar_whose_days_and_weeks_lead_on()
    {
        IHtmlDocument page = RenderedSite.Document(Site(new(2025, 3, 31), new(2025, 4, 1), new(2025, 4, 30)), "months/2025-04/");
        Assert.Equal("April 2025", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["14", "15", "16", "17", "18"], page.QuerySelectorAll("tbody th").Select(t => t.TextContent));
        Assert.Equal(
            ["/base/weeks/2025-W14/", "/base/digests/2025-04-01/", "/base/weeks/2025-W18/", "/base/digests/2025-04-30/"],
            page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")));
        Assert.Equal(30, page.QuerySelectorAll("tbody td").Count(d => d.TextContent.Length > 0));
        Assert.Equal(["/base/months/2025-03/"], page.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_week_across_two_months_holds_the_papers_of_both_once()
    {
        IHtmlDocument page = RenderedSite.Document(Site(new(2025, 3, 31), new(2025, 4, 1)), "weeks/2025-W14/");
        Assert.Equal(["1 April 2025", "31 March 2025"], page.QuerySelectorAll(".rows a time").Select(t => t.TextContent));
        Assert.Equal(["Paper of both", "Paper of 2025-04-01", "Paper of 2025-03-31"], page.QuerySelectorAll(".titles a").Select(a => a.TextContent));
    }

    [Fact]
    public void Of_a_busy_month_each_theme_names_a_few_and_counts_the_rest()
    {
        Capture capture = Samples.Capture("a.txt", new(2025, 3, 11));
        Paper[] papers = [.. Enumerable.Range(0, 200).Select(i => Samples.Paper($"Paper {i:D3}", Samples.Theory, null, capture) with { Upvotes = i })];
        IHtmlDocument page = RenderedSite.Document(Of(papers, capture), "months/2025-03/");
        Assert.Equal(["Paper 199", "Paper 198"], page.QuerySelectorAll(".titles a").Take(2).Select(a => a.TextContent));
        Assert.Equal("and 192 more, in the digests above", page.QuerySelector(".titles .count")!.TextContent);
    }

    private static SiteModel Site(params DateOnly[] days)
    {
        Capture[] captures = [.. days.Select(d => Samples.Capture($"{Routes.Iso(d)}.txt", d)).Reverse()];
        Paper both = Samples.Paper("Paper of both", Samples.Theory, null, captures);
        Paper[] single = [.. captures.Select(c => Samples.Paper("Paper of " + Routes.Iso(c.Date), Samples.Theory, null, c))];
        SiteModel site = Samples.Site();
        return site with
        {
            Archive = site.Archive with
            {
                Papers = [both, .. single],
                Digests = [.. captures.Select((c, i) => new Digest { Date = c.Date, IsInferred = false, Captures = [c], Papers = [both, single[i]] })],
            },
        };
    }

    private static SiteModel Of(Paper[] papers, Capture capture)
    {
        SiteModel site = Samples.Site();
        var digest = new Digest { Date = capture.Date, IsInferred = false, Captures = [capture], Papers = [.. papers] };
        return site with { Archive = site.Archive with { Papers = [.. papers], Digests = [digest] } };
    }
}
