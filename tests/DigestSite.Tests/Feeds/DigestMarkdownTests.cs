using DigestSite.Diagnostics;
using DigestSite.Links;
using DigestSite.Templates;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DigestSite.Tests.Feeds;

public class DigestMarkdownTests
{
    [Fact]
    public void It_names_every_paper_under_its_theme_with_the_title_as_text()
    {
        SiteModel site = Samples.Site();
        MarkdownDocument document = EditorsMarkdown.Parse(FeedFiles.Text(site, Routes.DigestMarkdown(new(2025, 11, 3))));
        Assert.Equal(["Robustness", "Theory", "Other"], document.Descendants<HeadingBlock>().Skip(1).Select(Words));
        Assert.Equal(
            site.Archive.Digests[0].Papers.OrderBy(p => p.Theme.Order).Select(p => p.Title),
            document.Descendants<ListItemBlock>().Select(i => Words(i.Descendants<LinkInline>().First())));
        Assert.All(document.Descendants<LinkInline>(), l => Assert.StartsWith("https://", l.Url, StringComparison.Ordinal));
    }

    [Fact]
    public void The_editors_links_to_the_site_get_the_whole_address()
    {
        BaseUrl site = Samples.Base("https://digest.example.org/base/");
        Assert.Equal(
            "[a](https://digest.example.org/base/papers/x/ \"t\") `(/not/)` [b](https://elsewhere.example/) [c][]\n\n[c]: <https://digest.example.org/base/themes/>",
            EditorsMarkdown.WithAbsoluteLinks("[a](/papers/x/ \"t\") `(/not/)` [b](https://elsewhere.example/) [c][]\n\n[c]: </themes/>", site));
    }

    [Theory]
    [InlineData("digests/2025-11-03/index.md", "[x](https://digest.example.org/base/nowhere/)\n")]
    [InlineData("digests/2025-11-03/papers.bib", "@misc{x,\n  url = {https://digest.example.org/base/nowhere_here/}\n}\n")]
    public void Its_links_are_proven(string path, string text)
    {
        var diagnostics = new DiagnosticBag();
        LinkReport report = LinkProof.Check([new(new(path), System.Text.Encoding.UTF8.GetBytes(text), "test")], Samples.Base("https://digest.example.org/base/"), diagnostics);
        Assert.Equal(1, report.Links);
        Assert.Equal(["DS510"], diagnostics.InOrder().Select(d => d.Id));
    }

    private static string Words(MarkdownObject node) =>
        string.Concat(((node as LeafBlock)?.Inline ?? node).Descendants<LiteralInline>().Select(l => l.Content.ToString()));
}
