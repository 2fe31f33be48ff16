using System.Text.Json;
using DigestSite.Pages;
using DigestSite.Tests.Feeds;

namespace DigestSite.Tests.Pages;

public class CapturedTextTests
{
    private static readonly string Sentences = string.Concat(Enumerable.Repeat("Nothing differs in this sentence. ", 30));

    [Fact]
    public void A_short_abstract_is_shown_whole() => Assert.Equal("First. It is $x^2$. Last.", CapturedText.Of("First. It is $x^2$. Last.", "First. It is x². Last."));

    [Fact]
    public void Of_a_long_abstract_the_sentences_that_differ_are_shown() =>
        Assert.Equal("… It is $x^2$. …", CapturedText.Of(Sentences + "It is $x^2$. " + Sentences, Sentences + "It is x². " + Sentences));

    [Fact]
    public void A_difference_at_the_ends_is_shown_to_the_ends()
    {
        Assert.Equal("$x$ it is. …", CapturedText.Of("$x$ it is. " + Sentences, "x it is. " + Sentences));
        Assert.Equal("… It is $x$", CapturedText.Of(Sentences + "It is $x$", Sentences + "It is x"));
    }

    [Fact]
    public void A_page_has_both_forms_and_the_api_the_captured_one()
    {
        const string Captured = "A bound of mathcal{O}(d^k) for an ell_2 loss.";
        SiteModel site = FeedFiles.SiteOf(Samples.Paper("An AT^2 of it", Samples.Theory, Captured, Samples.Capture("a.txt", new(2025, 11, 3))));
        var page = RenderedSite.Document(site, $"papers/{site.Archive.Papers[0].Slug}/");

        Assert.Equal("An AT² of it", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("A bound of O(d<sup>k</sup>) for an ℓ<sub>2</sub> loss.", page.QuerySelector(".abstract")!.InnerHtml);
        Assert.Contains(Captured, page.QuerySelectorAll("details").Select(d => d.QuerySelector("p")?.TextContent));
        JsonElement paper = FeedFiles.Json(site, Routes.ApiPaper(site.Archive.Papers[0].Slug));
        Assert.Equal((Captured, "An AT^2 of it"), (paper.GetProperty("abstract").GetString(), paper.GetProperty("title").GetString()));
    }
}
