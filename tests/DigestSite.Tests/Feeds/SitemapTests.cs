using System.Text;
using System.Xml.Linq;
using DigestSite.Feeds;

namespace DigestSite.Tests.Feeds;

public class SitemapTests
{
    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void Pages_for_search_engines_are_listed_by_address_with_their_dates()
    {
        PlannedFile[] pages = [Page("b/", new(2025, 11, 3)), Page(""), Page("404.html") with { InSitemap = false }, Page("a/", new(2025, 3, 11))];
        PlannedFile sitemap = Assert.Single(Sitemap.Plan(Samples.Site(), pages));
        Assert.Equal(Routes.Sitemap, sitemap.Path);
        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <url>
                <loc>https://digest.example.org/base/</loc>
              </url>
              <url>
                <loc>https://digest.example.org/base/a/</loc>
                <lastmod>2025-03-11</lastmod>
              </url>
              <url>
                <loc>https://digest.example.org/base/b/</loc>
                <lastmod>2025-11-03</lastmod>
              </url>
            </urlset>

            """,
            Encoding.UTF8.GetString(sitemap.Render().Span));
    }

    [Fact]
    public void Past_the_number_of_addresses_it_is_an_index_of_several()
    {
        PlannedFile[] pages = [.. Enumerable.Range(1, 7).Select(i => Page($"{i}/", new(2025, 1, i)))];
        IReadOnlyList<PlannedFile> files = Sitemap.Plan(Samples.Site(), pages, maxAddresses: 3);
        Assert.Equal(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"], files.Select(f => f.Path.ToString()));
        Assert.Equal(
            [("https://digest.example.org/base/sitemap-1.xml", "2025-01-03"), ("https://digest.example.org/base/sitemap-2.xml", "2025-01-06"), ("https://digest.example.org/base/sitemap-3.xml", "2025-01-07")],
            Root(files[0]).Elements(Namespace + "sitemap").Select(s => (s.Element(Namespace + "loc")!.Value, s.Element(Namespace + "lastmod")!.Value)));
        Assert.Equal([3, 3, 1], files.Skip(1).Select(f => Root(f).Elements(Namespace + "url").Count()));
        Assert.Single(Sitemap.Plan(Samples.Site(), pages, maxAddresses: 7));
    }

    [Fact]
    public void Past_the_number_of_bytes_it_is_an_index_of_several()
    {
        PlannedFile[] pages = [.. Enumerable.Range(1, 50).Select(i => Page($"{new string('x', i)}/", new(2025, 1, 1)))];
        IReadOnlyList<PlannedFile> files = Sitemap.Plan(Samples.Site(), pages, maxBytes: 2000);
        Assert.InRange(files.Count, 3, 10);
        Assert.All(files.Skip(1), f => Assert.InRange(f.Render().Length, 1, 2000));
        Assert.Equal(50, files.Skip(1).Sum(f => Root(f).Elements(Namespace + "url").Count()));
    }

    [Fact]
    public void Fifty_thousand_addresses_are_one_file_and_one_more_makes_two()
    {
        PlannedFile[] pages = [.. Enumerable.Range(0, 50_001).Select(i => Page($"{i}/"))];
        Assert.Single(Sitemap.Plan(Samples.Site(), pages[..50_000]));
        Assert.Equal(3, Sitemap.Plan(Samples.Site(), pages).Count);
    }

    private static PlannedFile Page(string path, DateOnly? date = null) => new(new(path), "test", () => default, InSitemap: true, date);

    private static XElement Root(PlannedFile file) => XDocument.Parse(Encoding.UTF8.GetString(file.Render().Span)).Root!;
}
