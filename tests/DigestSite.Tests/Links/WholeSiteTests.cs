using DigestSite.Diagnostics;
using DigestSite.Links;
using FsCheck;
using FsCheck.Fluent;
using static DigestSite.Tests.Links.TinySite;

namespace DigestSite.Tests.Links;

public class WholeSiteTests
{
    [Theory]
    [InlineData(UnderPath)]
    [InlineData(AtRoot)]
    [InlineData("http://localhost:8080/")]
    public void Nothing_is_told_of_a_correct_site(string baseUrl)
    {
        BaseUrl at = Samples.Base(baseUrl);
        var bag = new DiagnosticBag();
        LinkReport report = LinkProof.Check(Site(at, 20), at, bag);
        Assert.Empty(bag.InOrder());
        Assert.Equal(22, report.Pages);
        Assert.Equal(["https://arxiv.org/abs/2501.00001", "https://github.com/owner"], report.External.Select(e => e.Url));
    }

    [Fact]
    public void What_is_told_depends_neither_on_the_order_of_files_nor_on_threads()
    {
        BaseUrl right = Samples.Base(UnderPath);
        IReadOnlyList<OutputFile> files = Site(Samples.Base("https://owner.github.io/wrong/"), 60);
        string expected = Told(files, right);
        Assert.Contains("DS512", expected, StringComparison.Ordinal);
        Check.One(
            Cases.Of(20),
            Prop.ForAll(Gen.Shuffle<OutputFile>(files).ToArbitrary(), shuffled => Assert.Equal(expected, Told(shuffled, right))));
    }

    [Fact]
    public void Relative_references_resolve_as_they_do_elsewhere()
    {
        Gen<string> path = Gen.Elements("a", "b", ".", "..", "", "c.html", "...").ListOf().Select(parts => string.Join('/', parts.Take(7)));
        var page = new Uri("https://owner.github.io/digest/papers/x/");
        Check.One(
            Cases.Of(2000),
            Prop.ForAll(path.ToArbitrary(), reference =>
            {
                if (!reference.StartsWith("//", StringComparison.Ordinal) && UrlText.TryRemoveDots(new DocumentBase(page.AbsolutePath).Join(reference), out string plain))
                {
                    Assert.Equal(new Uri(page, reference).AbsolutePath, plain);
                }
            }));
    }

    private static string Told(IReadOnlyList<OutputFile> files, BaseUrl at)
    {
        var bag = new DiagnosticBag();
        LinkReport report = LinkProof.Check(files, at, bag);
        return $"{report.Links} {report.Pages} {string.Join(',', report.External.Select(e => (e.Url, e.Page.Path, e.Pages)))}\n{string.Join('\n', bag.InOrder())}";
    }

    private static IReadOnlyList<OutputFile> Site(BaseUrl at, int papers)
    {
        string Page(string path, string body) =>
            $"""
            <!doctype html><html lang="en"><head><title>T</title><link rel="canonical" href="{at.Absolute(new SitePath(path))}"><link rel="stylesheet" href="{at.BasePath}assets/site.css">
            <link rel="alternate" type="application/atom+xml" href="{at.Absolute(Routes.Feed)}"><meta property="og:url" content="{at.Absolute(new SitePath(path))}"></head>
            <body><a href="#main">Skip</a><nav><a href="{at.BasePath}">Home</a> <a href="https://github.com/owner">Source</a></nav><main id="main">{body}</main></body></html>
            """;
        string[] paths = [.. Enumerable.Range(0, papers).Select(i => $"papers/p{i}/")];
        string list = string.Concat(paths.Select(p => $"<li id=\"{p[7..^1]}\"><a href=\"{at.BasePath}{p}#main\">{p}</a></li>"));
        return Files(
        [
            ("", Page("", list)),
            ("404.html", $"<a href=\"{at.BasePath}\">Home</a>"),
            .. paths.Select(p => (p, Page(p, $"<a href=\"{at.BasePath}#{p[7..^1]}\">up</a> <a href=\"../../#main\">home</a> <a href=\"https://arxiv.org/abs/2501.00001\">arXiv</a>"))),
            .. paths.Select(p => ($"api/{p.Trim('/')}.json", $"{{\"url\":\"{at}{p}\"}}")),
            ("assets/site.css", "@import 'print.css'; a { background: url('../assets/print.css') }"),
            ("assets/print.css", ""),
            ("feed.xml", $"<rss><channel><link>{at}</link>{string.Concat(paths.Select(p => $"<item><link>{at}{p}</link><description>&lt;a href='{at}{p}'>p&lt;/a></description></item>"))}</channel></rss>"),
            ("sitemap.xml", $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(paths.Select(p => $"<url><loc>{at}{p}</loc></url>"))}</urlset>"),
            ("robots.txt", $"User-agent: *\nSitemap: {at}sitemap.xml\n"),
        ]);
    }
}
