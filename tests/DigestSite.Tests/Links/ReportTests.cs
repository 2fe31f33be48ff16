using DigestSite.Diagnostics;
using DigestSite.Links;
using static DigestSite.Tests.Links.TinySite;

namespace DigestSite.Tests.Links;

public class ReportTests
{
    private const string Footer = "<footer><a href=\"/digest/imprint/\">Imprint</a><a href=\"https://github.com/owner\">Source</a></footer>";

    [Fact]
    public void A_finding_names_page_line_column_element_and_template() =>
        Assert.Equal(
            """
            site/index.html(2,10): error DS510: `/digest/abouts/` in <a href> leads nowhere: the site has no `abouts/` (from templates/home.hbs)
              | <a href="/digest/abouts/">About</a>
              |          ^^^^^^^^^^^^^^^
              = correct the link, or add what it means; the nearest address is `/digest/about/`
            """,
            Assert.Single(Told(UnderPath, [("", "<p>\n<a href=\"/digest/abouts/\">About</a>"), .. Neighbours])).ToString());

    [Theory]
    [InlineData("/digest/themes/transfer-and-adaption/", "; the nearest address is `/digest/themes/transfer-and-adaptation/`")]
    [InlineData("/digest/themes/transfer-and-adaptation/papers.bi", "; the nearest address is `/digest/themes/transfer-and-adaptation/papers.bib`")]
    [InlineData("/digest/themes/grokking/", "")]
    [InlineData("/digest/about/", "")]
    public void A_page_is_proposed_rather_than_its_files_and_nothing_that_is_hardly_alike(string url, string nearest)
    {
        string[] there = ["api/build.json", "themes/graphs/", "themes/graphs/papers.bib", "themes/transfer-and-adaptation/", "themes/transfer-and-adaptation/papers.bib", "themes/transfer-and-adaptation/rss.xml"];
        Diagnostic only = Assert.Single(Told(UnderPath, [("", $"<a href='{url}'>x</a>"), .. there.Select(path => (path, path.EndsWith(".xml", StringComparison.Ordinal) ? "<rss/>" : ""))]), d => d.Id == "DS510");
        Assert.EndsWith("correct the link, or add what it means" + nearest, only.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_broken_link_on_many_pages_is_told_once_with_their_number()
    {
        Diagnostic only = Assert.Single(Told(UnderPath, ("papers/z/", Footer), ("papers/y/", "<p>" + Footer), ("about/", "<h1>\n" + Footer + Footer)));
        Assert.Equal(("site/about/index.html", 2, 18), (only.Span.FileName, only.Span.Line, only.Span.Column));
        Assert.EndsWith("(from templates/about.hbs, on 3 pages)", only.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_broken_link_in_another_element_is_told_too() =>
        Assert.Equal(2, Told(UnderPath, ("", "<a href='/digest/no.png'><img src='/digest/no.png'>")).Count);

    [Fact]
    public void Links_pages_and_links_out_are_counted()
    {
        var bag = new DiagnosticBag();
        LinkReport report = LinkProof.Check(Files(("", Footer), ("imprint/", "<p>\n" + Footer + "<a href=https://arxiv.org/>"), ("robots.txt", "Sitemap: https://owner.github.io/digest/")), Samples.Base(UnderPath), bag);
        Assert.Empty(bag.InOrder());
        Assert.Equal((6, 2), (report.Links, report.Pages));
        Assert.Equal([("https://arxiv.org/", "imprint/", 1), ("https://github.com/owner", "", 2)], report.External.Select(e => (e.Url, e.Page.Path.ToString(), e.Pages)));
    }

    [Fact]
    public void An_entry_that_stands_in_several_feeds_is_read_in_each()
    {
        const string Feed = "{\"items\":[{\"content_html\":\"<a href='https://owner.github.io/digest/no/'>A</a> <a href='https://arxiv.org/'>B</a>\"}]}";
        var bag = new DiagnosticBag();
        LinkReport report = LinkProof.Check(Files(("feed.json", Feed), ("papers/feed.json", "\n" + Feed), ("tags/x/feed.json", Feed)), Samples.Base(UnderPath), bag);
        Assert.Equal(6, report.Links);
        Assert.Equal(3, Assert.Single(report.External).Pages);
        Assert.EndsWith(", on 3 pages)", Assert.Single(bag.InOrder()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_url_is_shortened() =>
        Assert.InRange(Assert.Single(Told(UnderPath, ("", $"<a href='/digest/{new string('x', 5000)}/'>"))).ToString().Length, 100, 800);

    [Fact]
    public void Nothing_links_to_nothing()
    {
        var bag = new DiagnosticBag();
        Assert.Equal((0, 0, 0), LinkProof.Check([], Samples.Base(AtRoot), bag) is var report ? (report.Links, report.Pages, report.External.Count) : default);
        Assert.Empty(bag.InOrder());
    }
}
