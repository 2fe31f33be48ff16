using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DigestSite.Feeds;
using DigestSite.Papers;

namespace DigestSite.Tests.Pages;

public class SitePagesTests
{
    private const string Root = "https://digest.example.org/";

    [Fact]
    public void The_sample_has_every_kind_of_page()
    {
        string[] expected =
        [
            "", "404.html", "about/", "assets/card.png", "assets/feed.css", "assets/icon-180.png", "assets/icon-512.png", "assets/icon.svg",
            "assets/minisearch.LICENSE.txt", "assets/minisearch.js", "assets/search-minisearch.js", "assets/search-pagefind.js", "assets/search.js", "assets/site.css", "assets/site.js",
            "digests/", "digests/2025-03-11/", "digests/2025-11-03/", "map/", "months/2025-03/", "months/2025-11/", "orgs/", "orgs/uc-berkeley/",
            "papers/an-older-bound/", "papers/grokking-twice/", "papers/no-abstract-here/",
            "papers/script-alert-1-script-title-q/", "search/", "site.webmanifest", "stats/", "subscribe/", "tags/grokking/",
            "themes/", "themes/other/", "themes/robustness/", "themes/theory/", "trending/", "weeks/2025-W11/", "weeks/2025-W45/",
        ];
        Assert.Equal(expected, RenderedSite.Plan(Samples.Site()).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("https://digest.example.org/base/")]
    [InlineData(Root)]
    public void Every_link_within_the_site_leads_to_a_planned_file(string baseUrl)
    {
        SiteModel site = Samples.Site(baseUrl);
        BaseUrl url = site.Settings.BaseUrl;
        var known = RenderedSite.Plan(site).Keys.Concat(SiteFeeds.Plan(site).Select(f => f.Path.ToString())).Append(Routes.SearchIndex.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach ((string page, IHtmlDocument document) in RenderedSite.Documents(site))
        {
            foreach (string href in document.QuerySelectorAll("[href]").Select(e => e.GetAttribute("href")!))
            {
                string local = href.StartsWith(url.ToString(), StringComparison.Ordinal) ? href[url.Origin.Length..]
                    : href.StartsWith("../", StringComparison.Ordinal) ? new Uri(new Uri(url + page), href).AbsolutePath
                    : href;
                if (local.StartsWith('#'))
                {
                    Assert.NotNull(document.GetElementById(local[1..]));
                }
                else if (local.StartsWith('/'))
                {
                    Assert.StartsWith(url.BasePath, local, StringComparison.Ordinal);
                    Assert.Contains(local[url.BasePath.Length..].Split('#')[0], known);
                }
                else
                {
                    Assert.StartsWith("https://", href, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Every_visible_paper_has_one_page_one_theme_and_a_place_in_each_digest_that_listed_it()
    {
        SiteModel site = Samples.Site();
        var pages = RenderedSite.Documents(site).ToDictionary(p => p.Path, p => p.Document, StringComparer.Ordinal);
        foreach (Paper paper in site.Archive.Papers)
        {
            string href = site.Settings.BaseUrl.Href(Routes.Paper(paper.Slug));
            string[] digests = [.. paper.Appearances.Select(a => Routes.Digest(a.Capture.Date).ToString())];
            Assert.Contains(Routes.Paper(paper.Slug).ToString(), pages.Keys);
            Assert.Equal(digests.Order(StringComparer.Ordinal), PagesWith("digests/2", "h3 a").Order(StringComparer.Ordinal));
            Assert.Equal([Routes.Theme(paper.Theme.Id).ToString()], PagesWith("themes/", "h2 a"));

            IEnumerable<string> PagesWith(string prefix, string selector) =>
                pages.Where(p => p.Key.StartsWith(prefix, StringComparison.Ordinal) && p.Value.QuerySelectorAll(selector).Count(a => a.GetAttribute("href") == href) == 1).Select(p => p.Key);
        }
    }

    [Fact]
    public void Every_page_says_what_it_is()
    {
        foreach ((string path, IHtmlDocument document) in RenderedSite.Documents(Samples.Site()))
        {
            Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
            Assert.EndsWith(path.Length == 0 ? "Sample digest: For tests" : " · Sample digest", document.Title, StringComparison.Ordinal);
            Assert.InRange(Meta(document, "meta[name=description]")!.Length, 1, 160);
            Assert.Equal("width=device-width, initial-scale=1", Meta(document, "meta[name=viewport]"));
            Assert.Single(document.QuerySelectorAll("h1"));
            Assert.Equal("#Main", document.QuerySelector("a.skip")!.GetAttribute("href"));
            Assert.Equal("/base/assets/site.css", document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
            AssertOnlyKnownScripts(document);
            string? canonical = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
            Assert.Equal(path == "404.html" ? null : "https://digest.example.org/base/" + path, canonical);
            Assert.Equal(canonical, document.QuerySelector("[property='og:url']")?.GetAttribute("href"));
            Assert.Equal(path == "404.html" ? "noindex" : null, Meta(document, "meta[name=robots]"));
            Assert.Equal(document.Title, document.QuerySelector("[property='og:title']")!.TextContent);
            Assert.Equal("https://digest.example.org/base/assets/card.png", Meta(document, "meta[property='og:image']"));
            Assert.Equal(path.StartsWith("papers/", StringComparison.Ordinal) ? 1 : 3, document.QuerySelectorAll("link[rel=alternate][title]").Length);
            Assert.Contains("belong to their authors", document.QuerySelector("body > footer")!.TextContent, StringComparison.Ordinal);
        }
    }

    private static void AssertOnlyKnownScripts(IHtmlDocument document)
    {
        string policy = Meta(document, "meta[http-equiv=content-security-policy]")!;
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (IHtmlScriptElement script in document.Scripts)
        {
            if (script.Source is { } source)
            {
                Assert.Contains(source, (string[])["/base/assets/site.js", "/base/assets/search.js"]);
                Assert.True(script.HasAttribute("defer") || script.Type == "module");
                continue;
            }

            Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.TextContent)))}'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Headings_never_skip_a_level_and_ids_are_unique()
    {
        foreach ((_, IHtmlDocument document) in RenderedSite.Documents(Samples.Site()))
        {
            int[] levels = [.. document.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName[1] - '0')];
            Assert.Equal(1, levels[0]);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
            string[] ids = [.. document.QuerySelectorAll("[id]").Select(e => e.Id!)];
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        }
    }

    [Fact]
    public void No_link_opens_a_window_of_its_own_and_those_of_an_abstract_are_marked()
    {
        foreach ((_, IHtmlDocument document) in RenderedSite.Documents(Samples.Site()))
        {
            Assert.Empty(document.QuerySelectorAll("[target]"));
        }

        IElement found = RenderedSite.Document(Samples.Site(), "papers/grokking-twice/").QuerySelector("a[href='https://github.com/sample/grok']")!;
        Assert.Equal("ugc nofollow", found.GetAttribute("rel"));
    }

    [Fact]
    public void Each_page_that_marks_an_inferred_year_says_what_the_mark_means()
    {
        IHtmlDocument[] marked = [.. RenderedSite.Documents(Samples.Site()).Select(p => p.Document).Where(d => d.QuerySelector(".inferred") is not null)];
        Assert.Equal(11, marked.Length);
        Assert.All(marked, d => Assert.Contains("an inferred year is", d.QuerySelectorAll(".note")[^1].TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_site_gives_the_same_bytes_from_any_thread()
    {
        var first = RenderedSite.Plan(Samples.Site()).Values.ToDictionary(f => f.Path, f => Convert.ToHexString(f.Render().Span));
        (SitePath Path, string Bytes)[] second =
        [
            .. Enumerable.Repeat(RenderedSite.Plan(Samples.Site()).Values, 20)
                .SelectMany(files => files)
                .AsParallel()
                .WithDegreeOfParallelism(8)
                .Select(f => (f.Path, Convert.ToHexString(f.Render().Span))),
        ];
        Assert.All(second, file => Assert.Equal(first[file.Path], file.Bytes));
    }

    [Fact]
    public void A_page_begins_with_its_doctype_and_carries_no_indentation()
    {
        string text = RenderedSite.Text(Samples.Site(), "");
        Assert.StartsWith("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n ", text, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
    }

    private static string? Meta(IHtmlDocument document, string selector) => document.QuerySelector(selector)?.GetAttribute("content");
}
