using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DigestSite.Pages;
using DigestSite.Papers;

namespace DigestSite.Tests.Pages;

public class PageContentTests
{
    [Fact]
    public void A_digest_groups_its_papers_by_theme_with_other_last()
    {
        IHtmlDocument document = RenderedSite.Document(Samples.Site(), "digests/2025-11-03/");
        Assert.Equal(["Robustness", "Theory", "Other"], document.QuerySelectorAll("h2 a").Select(a => a.TextContent));
        Assert.Equal(["Grokking, twice", Samples.HostileTitle, "No abstract here"], document.QuerySelectorAll("h3").Select(h => h.TextContent));
        Assert.Equal("Previous: 11 March 2025", Shown(document.QuerySelector("nav[aria-label=Digests]")));
    }

    [Fact]
    public void A_digest_tells_what_is_new_in_it_from_what_older_ones_list()
    {
        IHtmlDocument later = RenderedSite.Document(Samples.Site(), "digests/2025-11-03/"), first = RenderedSite.Document(Samples.Site(), "digests/2025-03-11/");
        Assert.Equal([Samples.HostileTitle, "No abstract here"], later.QuerySelectorAll(".card:has(.meta strong) h3").Select(h => h.TextContent));
        Assert.Equal("3 papers, 2 new, by theme.", Shown(later.QuerySelector(".intro")));
        Assert.Empty(first.QuerySelectorAll(".meta strong"));
        Assert.DoesNotContain("new", Shown(first.QuerySelector(".intro")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_shows_whole_abstracts_and_other_lists_their_first_words()
    {
        string whole = Samples.Site().Archive.Papers.Single(p => p.Title == "An older bound").Abstract!;
        Assert.Equal(whole, RenderedSite.Document(Samples.Site(), "digests/2025-03-11/").QuerySelector(".card:has(details) .lead")!.TextContent);

        IElement lead = RenderedSite.Document(Samples.Site(), "themes/theory/").QuerySelectorAll(".lead")[1];
        Assert.EndsWith("…", lead.TextContent, StringComparison.Ordinal);
        Assert.InRange(lead.TextContent.Length, 200, Excerpt.Lead);
        Assert.Null(lead.Owner!.QuerySelector("details"));
    }

    [Fact]
    public void An_inferred_year_is_marked_and_explained_on_the_page_that_has_the_heading()
    {
        IHtmlDocument inferred = RenderedSite.Document(Samples.Site(), "digests/2025-11-03/");
        Assert.Equal("3 November 2025 year inferred", Shown(inferred.QuerySelector("h1")));
        Assert.Equal("2025-11-03", inferred.QuerySelector("h1 time")!.GetAttribute("datetime"));
        Assert.NotNull(inferred.QuerySelector(".note a[href='/base/about/#dates']"));
        Assert.NotNull(RenderedSite.Document(Samples.Site(), "about/").GetElementById("dates"));

        IHtmlDocument given = RenderedSite.Document(Samples.Site(), "digests/2025-03-11/");
        Assert.Equal("11 March 2025", Shown(given.QuerySelector("h1")));
        Assert.Null(given.QuerySelector(".note"));
    }

    [Fact]
    public void Without_such_a_page_the_sentence_stands_alone()
    {
        IHtmlDocument document = RenderedSite.Document(Samples.Site() with { Pages = [] }, "digests/2025-11-03/");
        Assert.Contains("an inferred year is the earliest", document.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Null(document.QuerySelector(".note a"));
    }

    [Fact]
    public void A_paper_shows_all_that_is_known_of_it()
    {
        IHtmlDocument document = RenderedSite.Document(Samples.Site(), "papers/grokking-twice/");
        string text = Shown(document.QuerySelector("main"));
        Assert.Contains("Robustness Grokking, twice 3 authors, not named in the listing Published 30 January 2023 arXiv:2301.12643 PDF", text, StringComparison.Ordinal);
        Assert.Contains("As listed on 3 November 2025.", text, StringComparison.Ordinal);
        Assert.Contains("3 November 2025 year inferred b.txt, line 11 11 March 2025 a.txt, line 11 2 comments as of 3 November 2025.", text, StringComparison.Ordinal);
        Assert.Equal(
            ["https://arxiv.org/abs/2301.12643", "https://arxiv.org/pdf/2301.12643", "https://github.com/sample/grok"],
            document.QuerySelectorAll("main a[href^=http]").Select(a => a.GetAttribute("href")));
        Assert.Equal(["/base/digests/2025-11-03/", "/base/digests/2025-03-11/"], document.QuerySelectorAll("main .rows a").Select(a => a.GetAttribute("href")));
        Assert.Equal("/base/tags/grokking/", document.QuerySelector("a.tag")!.GetAttribute("href"));
    }

    [Fact]
    public void A_card_leads_to_arxiv_and_a_page_without_an_id_to_a_search()
    {
        foreach (string list in new[] { "digests/2025-11-03/", "themes/robustness/" })
        {
            Assert.Equal("arXiv:2301.12643", RenderedSite.Document(Samples.Site(), list).QuerySelector(".card .meta a[href='https://arxiv.org/abs/2301.12643']")?.TextContent);
        }

        IElement search = RenderedSite.Document(Samples.Site(), "papers/an-older-bound/").QuerySelector(".actions a")!;
        Assert.Equal(("Search Google Scholar", "https://scholar.google.com/scholar?q=An%20older%20bound"), (search.TextContent, search.GetAttribute("href")));
    }

    [Fact]
    public void A_digest_says_how_many_of_its_papers_are_new()
    {
        Assert.Equal("3 papers, 2 new, by theme.", Shown(RenderedSite.Document(Samples.Site(), "digests/2025-11-03/").QuerySelector(".intro")));
        Assert.Equal("2 papers, by theme.", Shown(RenderedSite.Document(Samples.Site(), "digests/2025-03-11/").QuerySelector(".intro")));
        Assert.StartsWith("3 papers, 2 new", Shown(RenderedSite.Document(Samples.Site(), "").QuerySelector(".latest .meta")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_shows_its_authors_code_project_and_what_arxiv_says()
    {
        SiteModel site = Samples.Site();
        IHtmlDocument document = RenderedSite.Document(site, $"papers/{site.Archive.Papers[0].Slug}/");
        Assert.Equal("A. <b>One</b>, \"Two\" & {{name}}, Three ]]> \u202E", document.QuerySelector(".authors")!.TextContent);
        Assert.Equal(
            ["Code https://github.com/sample/%22%3E%3Cscript%3E?a=1&b=2", "Project page https://github.com/'quoted'"],
            document.QuerySelectorAll(".actions a:not(:last-child)").Select(a => $"{a.TextContent} {a.GetAttribute("href")}"));
        Assert.Equal(
            ["arXiv categories: cs.LG, <stat.ML>", "Keywords: <i>keyword</i>, {{keyword}}", "Authors’ comment: 12 pages & <10 figures>", "Published in: Journal \"J\" 1", "DOI: 10.1000/<182>&x"],
            document.QuerySelectorAll(".facts dt").Select(d => $"{d.TextContent}: {d.NextElementSibling!.TextContent}"));
        Assert.Equal("https://doi.org/10.1000/%3C182%3E%26x", document.QuerySelector(".facts a")!.GetAttribute("href"));
        Assert.Contains("12 upvotes and 1,204 stars as of 3 November 2025.", Shown(document.QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_authors_the_first_are_shown_and_the_rest_a_click_away()
    {
        Paper many = Samples.Archive().Papers[0] with { Authors = [.. Enumerable.Range(1, 30).Select(i => $"Author {i}")], AuthorCount = 31 };
        SiteModel site = Samples.Site();
        IHtmlDocument document = RenderedSite.Document(site with { Archive = site.Archive with { Papers = [many] } }, $"papers/{many.Slug}/");
        Assert.StartsWith("Author 1, Author 2,", document.QuerySelector(".authors")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("Author 12 and 19 others", document.QuerySelector(".authors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("19 more authors", document.QuerySelector("header summary")!.TextContent);
        Assert.EndsWith("Author 29, Author 30", document.QuerySelector("header details p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_abstract_of_arxivs_is_said_to_be_that()
    {
        SiteModel site = Samples.Site();
        Paper paper = site.Archive.Papers[2];
        paper = paper with { AbstractChoice = paper.AbstractChoice! with { Capture = null } };
        IHtmlDocument document = RenderedSite.Document(site with { Archive = site.Archive with { Papers = [paper] } }, $"papers/{paper.Slug}/");
        Assert.Contains("As arXiv has it.", Shown(document.QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_of_a_paper_is_said_to_be_unknown()
    {
        IHtmlDocument document = RenderedSite.Document(Samples.Site(), "papers/no-abstract-here/");
        string text = Shown(document.QuerySelector("main"));
        Assert.Contains("Publication date not known", text, StringComparison.Ordinal);
        Assert.Contains("No abstract was captured.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("comments", text, StringComparison.Ordinal);
        Assert.All(document.QuerySelectorAll("main a[href^=http]"), a => Assert.StartsWith("Search ", a.TextContent, StringComparison.Ordinal));
        Assert.Single(document.QuerySelectorAll("main a[href^=http]"));
    }

    [Fact]
    public void A_search_carries_the_whole_title_escaped()
    {
        LinkPart search = Assert.Single(OutboundLinks.Searches("C++ & \"x\" é"));
        Assert.Equal("https://scholar.google.com/scholar?q=C%2B%2B%20%26%20%22x%22%20%C3%A9", search.Href);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//host/x")]
    [InlineData("https://")]
    [InlineData("ftp://host/x")]
    public void An_address_that_is_not_http_is_no_link(string address) => Assert.Empty(OutboundLinks.Found([address]));

    [Fact]
    public void A_theme_without_papers_says_so()
    {
        SiteModel site = Samples.Site();
        var empty = new Theme("empty", "Empty", "Nothing yet.", 5);
        IHtmlDocument document = RenderedSite.Document(site with { Archive = site.Archive with { Themes = [empty] } }, "themes/empty/");
        Assert.Equal("No paper here yet.", document.QuerySelector(".empty")!.TextContent);
        Assert.Contains("0 papers", document.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_without_digests_says_so()
    {
        SiteModel site = Samples.Site();
        SiteModel empty = site with { Archive = site.Archive with { Digests = [], Papers = [] }, Pages = [] };
        Assert.Equal("No digest has been published yet.", RenderedSite.Document(empty, "").QuerySelector(".empty")!.TextContent);
        Assert.Equal("No digest has been published yet.", RenderedSite.Document(empty, "digests/").QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public void The_home_page_leads_to_the_latest_digest_the_earlier_ones_and_all_themes()
    {
        IHtmlDocument document = RenderedSite.Document(Samples.Site(), "");
        Assert.Equal(["Latest digest: 3 November 2025", "Earlier digests", "Themes"], document.QuerySelectorAll("h2").Select(Shown));
        Assert.Equal(["Robustness 1", "Theory 1", "Other 1"], document.QuerySelectorAll("h3").Select(Shown));
        Assert.Equal(["Robustness 1", "Theory 2", "Other 1"], document.QuerySelectorAll("section:last-of-type .rows li").Select(Shown));
        Assert.Equal(3, document.QuerySelectorAll(".titles a").Length);
    }

    [Fact]
    public void The_navigation_marks_the_page_it_is_on() =>
        Assert.Equal("Themes", RenderedSite.Document(Samples.Site(), "themes/").QuerySelector("[aria-current=page]")!.TextContent);

    private static string Shown(IElement? element) => RenderedSite.Folded(element!.TextContent);
}
