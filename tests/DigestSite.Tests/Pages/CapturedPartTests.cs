using System.Text.Json;
using DigestSite.Pages;
using DigestSite.Tests.Feeds;

namespace DigestSite.Tests.Pages;

public class CapturedPartTests
{
    [Theory]
    [InlineData("It is $x^2$.", "It is x².", "It is $x^2$.")]
    [InlineData("First. It is $x^2$. Last.", "First. It is x². Last.", "… It is $x^2$. …")]
    [InlineData("$x$ it is. Same. And $y$. Same again.", "x it is. Same. And y. Same again.", "$x$ it is. … And $y$. …")]
    public void The_sentences_that_differ_are_shown(string captured, string shown, string text) =>
        Assert.Equal(text, CapturedPart.Of(captured, shown, "x.json").Text);

    [Fact]
    public void Of_many_the_first_are_shown() =>
        Assert.InRange(CapturedPart.Of(string.Concat(Enumerable.Repeat("It is $x^2$. ", 300)), "It is x².", "x.json").Text.Length, 120, 160);

    [Fact]
    public void A_page_has_both_forms_and_the_api_the_captured_one()
    {
        const string Captured = "A bound of mathcal{O}(d^k) for an ell_2 loss.";
        SiteModel site = FeedFiles.SiteOf(Samples.Paper("An AT^2 of it", Samples.Theory, Captured, Samples.Capture("a.txt", new(2025, 11, 3))));
        var page = RenderedSite.Document(site, $"papers/{site.Archive.Papers[0].Slug}/");

        Assert.Equal("An AT² of it", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("A bound of O(d<sup>k</sup>) for an ℓ<sub>2</sub> loss.", page.QuerySelector(".abstract")!.InnerHtml);
        Assert.Contains(Captured + " All of it", page.QuerySelectorAll("details").Select(d => d.QuerySelector("p")?.TextContent));
        Assert.NotNull(page.QuerySelector("details a[href$='.json']"));
        JsonElement paper = FeedFiles.Json(site, Routes.ApiPaper(site.Archive.Papers[0].Slug));
        Assert.Equal((Captured, "An AT^2 of it"), (paper.GetProperty("abstract").GetString(), paper.GetProperty("title").GetString()));
    }
}
