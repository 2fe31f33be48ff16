using DigestSite.Explaining;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Explaining;

public class UrlExplanationTests
{
    [Theory]
    [InlineData("/papers/a-bound-for-grokking/")]
    [InlineData("papers/a-bound-for-grokking")]
    [InlineData("/digest/papers/a-bound-for-grokking/")]
    [InlineData("/digest/papers/a-bound-for-grokking/index.html?x=1#top")]
    [InlineData("https://tiny.github.io/digest/papers/a-bound-for-grokking/")]
    public void An_address_is_read_as_people_copy_it(string text)
    {
        using var site = new SiteFolder();
        Assert.Equal("papers/a-bound-for-grokking/", SiteAddress.Find(site.Build(), text).ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("index.html")]
    [InlineData("/digest")]
    [InlineData("https://tiny.github.io/digest")]
    [InlineData("https://tiny.github.io/digest/index.html")]
    public void The_home_page_has_many_names(string text)
    {
        using var site = new SiteFolder();
        Assert.StartsWith("https://tiny.github.io/digest/\nKind       the home page", UrlExplanation.Of(site.Build(), text), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_of_the_site_is_explained()
    {
        using var site = Recorded();
        BuiltSite built = site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
        Assert.All(built.Files, f => Assert.DoesNotContain("redirect", UrlSources.Of(built.Compiled!, f).Kind, StringComparison.Ordinal));
        string[] paths = ["", "papers/robustness-under-distribution-shift/", "digests/2025-11-03/", "themes/theory/", "tags/grokking/", "about/", "feed.xml", "themes/theory/feed.xml", "tags/grokking/atom.xml", "papers/feed.json", "papers/archive/1.xml", "feeds.opml", "api/papers.json", "api/papers/a-bound-for-grokking.json", "sitemap.xml", "assets/site.css", "404.html"];
        string text = string.Join("\n\n", paths.Select(p => UrlExplanation.Of(built, p))).Replace(site.Root + "/", "", StringComparison.Ordinal);
        // The size of a page is the templates' affair.
        text = System.Text.RegularExpressions.Regex.Replace(text, "(?<=Bytes +)[0-9]+", "N", default, TimeSpan.FromSeconds(5));
        Snapshot.Verify(text + "\n", Repository.File("tests", "DigestSite.Tests", "Explaining", "Every_file.verified.txt"));
    }

    [Fact]
    public void An_address_that_moved_or_went_is_explained_by_the_ledger()
    {
        using var site = Recorded();
        site["content/ledger.tsv"] += "url\t/old/\tredirect\t/about/\nurl\t/gone/\tretired\n";
        BuiltSite built = site.Build();
        string moved = UrlExplanation.Of(built, "/old/")!;
        Assert.Contains("Kind       a redirect", moved, StringComparison.Ordinal);
        Assert.Contains("redirects to /about/", moved, StringComparison.Ordinal);
        Assert.Contains("templates/redirect.hbs", moved, StringComparison.Ordinal);
        Assert.Contains("not listed", moved, StringComparison.Ordinal);
        string gone = UrlExplanation.Of(built, "/gone/")!;
        Assert.Contains("this build makes no file here", gone, StringComparison.Ordinal);
        Assert.Contains("Ledger     retired", gone, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/papers/a-bound-for-groking/", "did you mean `papers/a-bound-for-grokking/`?")]
    [InlineData("/digest/abuot/", "did you mean `about/`?")]
    [InlineData("https://elsewhere.org/papers/x/", "this site's addresses begin with https://tiny.github.io/digest/")]
    public void An_unknown_address_is_answered_with_what_was_meant(string text, string expected)
    {
        using var site = new SiteFolder();
        BuiltSite built = site.Build();
        Assert.Null(UrlExplanation.Of(built, text));
        Assert.Equal(expected, UrlExplanation.Nearest(built, text));
    }

    private static SiteFolder Recorded()
    {
        var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        return site;
    }
}
