using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DigestSite.Diagnostics;
using DigestSite.Pages;
using DigestSite.Papers;

namespace DigestSite.Tests.Pages;

public class FreePagesTests
{
    [Fact]
    public void Links_of_the_site_stand_under_its_base_path_and_others_stay() => Assert.Equal(
        ["/base/digests/", "#here", "https://arxiv.org/", "//host/x", "https://example.org/"],
        Render("[a](/digests/) [b](#here) [c](https://arxiv.org/) [d](//host/x) <https://example.org/>").QuerySelectorAll("a").Select(a => a.GetAttribute("href")));

    [Fact]
    public void Raw_html_is_shown_as_text()
    {
        IHtmlDocument document = Render("<script>x</script>\n\nA <b onclick=x>b</b>.");
        Assert.Empty(document.QuerySelectorAll("script, b"));
        Assert.Contains("<script>x</script>", document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Heading_ids_are_unique() =>
        Assert.Equal(["dates", "dates-1", "main"], Render("## Dates\n\n## Dates\n\n## Main").QuerySelectorAll("h2").Select(h => h.Id));

    [Fact]
    public void Headings_stay_below_the_title_of_the_page() =>
        Assert.Equal(["h2", "h3", "h2"], Render("# A\n\n## B\n\n# C").QuerySelectorAll("h1, h2, h3").Select(h => h.LocalName));

    [Fact]
    public void A_first_heading_that_repeats_the_title_is_left_out() =>
        Assert.Equal(["h2"], Render("# About\n\n## B").QuerySelectorAll("h1, h2, h3").Select(h => h.LocalName));

    private static IHtmlDocument Render(string markdown)
    {
        var page = new FreePage(Slug.FromTitle("About"), "About", "", markdown, new SourceText("content/pages/about.md", markdown));
        return new HtmlParser().ParseDocument(FreePages.Render(page, Samples.Base("https://digest.example.org/base/")).Markup);
    }
}
