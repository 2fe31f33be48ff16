using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Tests.Pages;

namespace DigestSite.Tests.Searching;

public class SearchPageTests
{
    [Fact]
    public void Without_a_script_the_page_leads_to_every_theme_and_its_newest_papers()
    {
        IHtmlDocument page = RenderedSite.Document(Samples.Site(), "search/");
        Assert.Equal(["Robustness", "Theory", "Other"], page.QuerySelectorAll("#Browse h2 a").Select(a => a.TextContent));
        Assert.Equal("/base/themes/theory/", page.QuerySelectorAll("#Browse h2 a")[1].GetAttribute("href"));
        Assert.Equal(["1", "2", "1"], page.QuerySelectorAll("#Browse .count").Select(c => c.TextContent));
        Assert.Contains("/base/papers/grokking-twice/", page.QuerySelectorAll("#Browse li a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["All 1", "All 2", "All 1"], page.QuerySelectorAll("#Browse ul + p a").Select(a => a.TextContent));
        Assert.Contains("newest papers of each theme", page.QuerySelector("#Browse > p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("needs JavaScript", page.QuerySelector("noscript")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_filters_offer_what_the_archive_has()
    {
        IHtmlDocument page = RenderedSite.Document(Samples.Site(), "search/");
        Assert.Equal(["", "robustness", "theory", "other"], Options("theme"));
        Assert.Equal(["", "grokking"], Options("tag"));
        Assert.Equal(["", "2025", "2023"], Options("year"));
        Assert.Equal("/base/search/", page.QuerySelector("form")!.GetAttribute("action"));

        IEnumerable<string?> Options(string name) => page.QuerySelectorAll($"select[name={name}] option").Select(o => o.GetAttribute("value"));
    }

    [Fact]
    public void The_page_promises_only_what_some_paper_has()
    {
        Assert.Equal("4 papers, by title, author, organization, arXiv id and abstract.", Intro(Samples.Site()));
        Assert.NotNull(RenderedSite.Document(Samples.Site(), "search/").QuerySelector("input[name=code]"));

        SiteModel site = Samples.Site();
        SiteModel bare = site with { Archive = site.Archive with { Papers = [site.Archive.Papers[1], site.Archive.Papers[3]] } };
        Assert.Equal("2 papers, by title and abstract.", Intro(bare));
        Assert.Null(RenderedSite.Document(bare, "search/").QuerySelector("input[name=code]"));

        static string Intro(SiteModel site) => RenderedSite.Folded(RenderedSite.Document(site, "search/").QuerySelector(".intro")!.TextContent);
    }

    [Theory]
    [InlineData(SearchEngine.MiniSearch, "preload", "/base/search/latest.json")]
    [InlineData(SearchEngine.Pagefind, "modulepreload", "/base/search/pagefind/pagefind.js")]
    internal void The_index_is_linked_to_and_only_a_page_that_needs_it_may_run_wasm(SearchEngine engine, string relation, string address)
    {
        IHtmlDocument page = RenderedSite.Document(With(engine), "search/");
        IElement index = page.GetElementById("Index")!;
        Assert.Equal((relation, address), (index.GetAttribute("rel"), index.GetAttribute("href")));
        string policy = page.QuerySelector("meta[http-equiv=content-security-policy]")!.GetAttribute("content")!;
        Assert.Equal(engine == SearchEngine.Pagefind, policy.Contains("'wasm-unsafe-eval'", StringComparison.Ordinal));
        Assert.DoesNotContain("wasm", RenderedSite.Text(With(engine), ""), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_stays_small_however_many_papers_there_are()
    {
        Capture capture = Samples.Capture("a.txt", new DateOnly(2025, 3, 11));
        Theme[] themes = [.. Enumerable.Range(0, 30).Select(i => new Theme($"theme-{i}", $"Theme {i}", "", i))];
        SiteModel site = Samples.Site();
        IEnumerable<Paper> papers = Enumerable.Range(0, 3000).Select(i => Samples.Paper($"Paper {i} with a title of the usual length, which is some ninety characters long", themes[i % 30], null, capture));
        SiteModel large = site with { Archive = site.Archive with { Papers = papers.ToEquatableArray(), Themes = themes.ToEquatableArray() } };
        Assert.InRange(RenderedSite.Plan(large)["search/"].Render().Length, 1000, 25_000);
        Assert.Equal(60, RenderedSite.Document(large, "search/").QuerySelectorAll("#Browse li").Length);
    }

    [Fact]
    public void Pagefind_makes_no_index_of_nothing()
    {
        SiteModel site = With(SearchEngine.Pagefind);
        Assert.False((site with { Archive = site.Archive with { Papers = [] } }).UsesPagefind);
    }

    private static SiteModel With(SearchEngine engine)
    {
        SiteModel site = Samples.Site();
        return site with { Settings = site.Settings with { Search = new(engine, SourceSpan.File("site.yml")) } };
    }
}
