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
