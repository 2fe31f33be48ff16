using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DigestSite.Papers;

namespace DigestSite.Tests.Pages;

public class PagingTests
{
    [Theory]
    [InlineData(50, 1, 50)]
    [InlineData(51, 2, 1)]
    [InlineData(101, 3, 1)]
    public void Fifty_papers_stand_on_a_page(int papers, int pages, int onLast)
    {
        SiteModel site = SiteOf(papers);
        foreach (string folder in new[] { "themes/theory/", "tags/grokking/" })
        {
            string[] paths = [.. RenderedSite.Plan(site).Keys.Where(p => p.StartsWith(folder, StringComparison.Ordinal))];
            Assert.Equal([folder, .. Enumerable.Range(2, pages - 1).Select(n => $"{folder}page/{n}/")], paths);
            Assert.Equal(onLast, RenderedSite.Document(site, paths[^1]).QuerySelectorAll(folder.StartsWith("themes", StringComparison.Ordinal) ? ".card" : ".rows li").Length);
        }
    }

    [Fact]
    public void The_pager_leads_to_the_neighbours_and_the_first_page_keeps_its_address()
    {
        IHtmlDocument middle = RenderedSite.Document(SiteOf(101), "themes/theory/page/2/");
        IElement pager = middle.QuerySelector("nav.pager")!;
        Assert.Equal("Newer Page 2 of 3 Older", RenderedSite.Folded(pager.TextContent));
        Assert.Equal(["/base/themes/theory/", "/base/themes/theory/page/3/"], pager.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Theory, page 2 · Sample digest", middle.Title);
        Assert.Null(RenderedSite.Document(SiteOf(50), "themes/theory/").QuerySelector("nav.pager"));
    }

    [Fact]
    public void Papers_keep_the_archives_order_across_pages()
    {
        SiteModel site = SiteOf(101);
        IEnumerable<string> shown = Enumerable.Range(1, 3)
            .SelectMany(n => RenderedSite.Document(site, Routes.Theme("theory", n).ToString()).QuerySelectorAll(".card h2").Select(h => h.TextContent));
        Assert.Equal(site.Archive.Papers.Select(p => p.Title), shown);
    }

    [Fact]
    public void The_papers_of_a_tag_stand_below_the_digest_that_was_first_to_list_them_and_pinned_ones_before_all()
    {
        SiteModel site = Samples.Site();
        Paper[] papers = [.. site.Archive.Papers.Select((p, i) => p with { Tags = [Samples.Grokking], IsPinned = i == 3 })];
        IHtmlDocument page = RenderedSite.Document(site with { Archive = site.Archive with { Papers = [.. papers] } }, "tags/grokking/");
        Assert.Equal(
            ["Pinned: An older bound", "3 November 2025 year inferred: " + Samples.HostileTitle + "; No abstract here", "11 March 2025: Grokking, twice"],
            page.QuerySelectorAll(".rows").Select(r => $"{RenderedSite.Folded(r.PreviousElementSibling!.TextContent)}: {string.Join("; ", r.QuerySelectorAll("a").Select(a => a.TextContent))}"));
        Assert.Equal(["/base/digests/2025-11-03/", "/base/digests/2025-03-11/"], page.QuerySelectorAll("h2 a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_list_explains_the_mark_of_inferred_years_where_it_has_one(bool isInferred)
    {
        Capture latest = Samples.Capture("b.txt", new DateOnly(2025, 11, 3), inferred: !isInferred);
        Capture first = Samples.Capture("a.txt", new DateOnly(2025, 3, 11), isInferred);
        SiteModel site = Samples.Site();
        Paper paper = Samples.Paper("Listed twice", Samples.Theory, null, latest, first) with { Tags = [Samples.Grokking] };
        foreach (string path in new[] { "themes/theory/", "tags/grokking/" })
        {
            IHtmlDocument page = RenderedSite.Document(site with { Archive = site.Archive with { Papers = [paper] } }, path);
            Assert.Equal(isInferred, page.QuerySelector(".inferred") is not null);
            Assert.Equal(isInferred, page.QuerySelector(".note") is not null);
        }
    }

    private static SiteModel SiteOf(int count)
    {
        Capture capture = Samples.Capture("a.txt", new DateOnly(2025, 3, 11));
        EquatableArray<Paper> papers = Enumerable.Range(1, count)
            .Select(n => Samples.Paper("Paper " + n.ToString("D3", CultureInfo.InvariantCulture), Samples.Theory, null, capture) with { Tags = [Samples.Grokking] })
            .ToEquatableArray();
        SiteModel site = Samples.Site();
        var digest = new Digest { Date = capture.Date, IsInferred = true, Captures = [capture], Papers = papers };
        return site with { Archive = site.Archive with { Papers = papers, Digests = [digest] } };
    }
}
