using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Links;
using static DigestSite.Tests.Links.TinySite;

namespace DigestSite.Tests.Links;

public class FindingTests
{
    [Theory]
    [InlineData("<a href='no/'>")]
    [InlineData("<area href=no/>")]
    [InlineData("<link rel=stylesheet href='no/'>")]
    [InlineData("<img src='no/'>")]
    [InlineData("<q cite='no/'>")]
    [InlineData("<form action='no/'>")]
    [InlineData("<video poster='no/'>")]
    [InlineData("<object data='no/'>")]
    [InlineData("<button formaction='no/'>")]
    [InlineData("<x-any src='no/'>")]
    [InlineData("<svg><image xlink:href='no/'/></svg>")]
    [InlineData("<noscript><img src='no/'></noscript>")]
    [InlineData("<template><img src='no/'></template>")]
    [InlineData("<IMG\n  SRC\n=\n'no/'\n>")]
    [InlineData("<a/href='no/'/>")]
    public void A_url_is_found_on_any_element(string html) => IsTold(Home(html), "DS510", "no/");

    [Theory]
    [InlineData("<img srcset='/digest/about/ 1x, no/ 2x'>", "no/")]
    [InlineData("<img srcset='/digest/about/?a,b, no/?c,d 100w'>", "no/?c,d")]
    [InlineData("<img srcset='/digest/about/?a,b 2x,no/'>", "no/")]
    [InlineData("<link rel=preload imagesrcset='no/ 2x,/digest/about/'>", "no/")]
    [InlineData("<img srcset='/digest/about/ type(a,b) 2x, no/'>", "no/")]
    public void A_source_set_is_taken_apart_as_browsers_do(string html, string marked) => IsTold(Home(html), "DS510", marked);

    [Theory]
    [InlineData("<style>a{background:url(no/)}</style>", "(1,25) no/")]
    [InlineData("<style>\r\na{background:URL( 'no/' )}</style>", "(2,20) no/")]
    [InlineData("<style>@import \"no/\" screen;</style>", "(1,17) no/")]
    [InlineData("<style>@IMPORT/**/url(no/);</style>", "(1,23) no/")]
    [InlineData("<p style=\"background:url('no/')\">", "(1,27) no/")]
    [InlineData("<p style=\"background:url(&quot;no/&quot;)\">", "(1,32) no/")]
    [InlineData("<svg><style>a{fill:url(no/)}</style></svg>", "(1,24) no/")]
    [InlineData("<style>a{background:url(n\\6f/)}", "(1,21) url(n\\6f/)")]
    [InlineData("<style>a{background:url(n\\6f /", "(1,21) url(n\\6f")]
    public void Style_sheets_are_searched(string html, string place) => Assert.Equal(["DS510 index.html" + place], Home(html));

    [Fact]
    public void A_style_sheet_file_is_searched_and_resolves_against_itself()
    {
        (string, string)[] site = [("assets/x/a.css", "@import '../b.css';\n.x { background: url(no.png) }\n/* url(c) */ a::before { content: 'url(d)' } @namespace url(e);"), ("assets/b.css", "")];
        Assert.Equal(["DS510 assets/x/a.css(2,22) no.png"], Verdicts(UnderPath, site));
    }

    [Theory]
    [InlineData("<meta http-equiv=refresh content='0; url=no/'>", "DS510", "no/")]
    [InlineData("<meta http-equiv=Refresh content=\"5;URL = 'no/' x\">", "DS510", "no/")]
    [InlineData("<meta property=og:url content='https://owner.github.io/digest/no/'>", "DS510", "https://owner.github.io/digest/no/")]
    [InlineData("<meta content='https://owner.github.io/digest/no.png' property=og:image>", "DS510", "https://owner.github.io/digest/no.png")]
    [InlineData("<meta name=twitter:image content='https://owner.github.io/digest/no.png'>", "DS510", "https://owner.github.io/digest/no.png")]
    [InlineData("<meta property=og:image content='/digest/assets/site.css'>", "DS527", "/digest/assets/site.css")]
    public void Meta_elements_are_searched(string html, string id, string marked) => IsTold(Home(html), id, marked);

    [Theory]
    [InlineData("<meta http-equiv=refresh content='5'>")]
    [InlineData("<meta name=description content='see /digest/no/'>")]
    public void Other_meta_elements_are_not(string html) => Assert.Empty(Home(html));

    [Theory]
    [Provokes("DS519")]
    [InlineData("/digest/about/")]
    [InlineData("https://owner.github.io/digest/index.html")]
    [InlineData("https://owner.github.io/digest/?q=1")]
    [InlineData("https://elsewhere.org/")]
    public void The_canonical_address_is_the_page_itself(string url)
    {
        IsTold(Home($"<link rel=canonical href='{url}'>"), "DS519", url);
        Assert.Empty(Home("<link rel=canonical href='https://owner.github.io/digest/'><link rel='x canonical' href='/digest/'>"));
    }

    [Fact]
    public void A_page_that_redirects_may_name_its_target_as_canonical() =>
        Assert.Empty(Home("<link rel=canonical href='/digest/about/'><meta http-equiv=refresh content='0;url=/digest/about/'>"));

    [Theory]
    [InlineData("sitemap.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\n<url><loc>https://owner.github.io/digest/no/</loc></url></urlset>", 2, 11)]
    [InlineData("robots.txt", "User-agent: *\nAllow: /\nSitemap: https://owner.github.io/digest/no/\n", 3, 10)]
    [InlineData("feeds.opml", "<opml><body>\n<outline xmlUrl='https://owner.github.io/digest/no/'/></body></opml>", 2, 18)]
    [InlineData("feeds.opml", "<opml><body>\n<outline htmlUrl='https://owner.github.io/digest/no/'/></body></opml>", 2, 19)]
    [InlineData("site.webmanifest", "{\"icons\":[\n{\"src\":\"https://owner.github.io/digest/no/\"}]}", 2, 9)]
    [InlineData("search.json", "[{\"title\":\"\u00E9\U0001F600\"},\n{\"url\":\"https://owner.github.io/digest/no/\"}]", 2, 9)]
    [InlineData("api/papers.json", "[\n{\"id\":\"/no/\", \"url\":\"https://owner.github.io/digest/no/\"}]", 2, 22)]
    [InlineData("feed.json", "{\n\"home_page_url\":\"https://owner.github.io/digest/no/\"}", 2, 18)]
    [InlineData("feed.json", "{\n\"feed_url\":\"https://owner.github.io/digest/no/\"}", 2, 13)]
    [InlineData("icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n<image href='https://owner.github.io/digest/no/'/></svg>", 2, 14)]
    public void Files_for_machines_are_searched(string path, string text, int line, int column) =>
        Assert.Equal([$"DS510 {path}({line},{column}) https://owner.github.io/digest/no/"], Verdicts(UnderPath, (path, text)));

    [Theory]
    [InlineData("<rss><channel>\n<link>@</link></channel></rss>", 2, 7)]
    [InlineData("<rss><channel><item>\n<guid>@</guid></item></channel></rss>", 2, 7)]
    [InlineData("<rss><channel>\n<atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='@'/></channel></rss>", 2, 59)]
    [InlineData("<rss><channel><item>\n<enclosure url='@'/></item></channel></rss>", 2, 17)]
    [InlineData("<rss><channel><item>\n<description>&lt;a href=\"@\"></description></item></channel></rss>", 2, 26)]
    [InlineData("<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'>\n<content:encoded><![CDATA[<p>\n<a href=\"@\">]]></content:encoded></rss>", 3, 10)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'>\n<link rel='self' href='@'/></feed>", 2, 24)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'>\n<content type='html'>&lt;img src='@'></content></feed>", 2, 35)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><content type='xhtml'>\n<div xmlns='http://www.w3.org/1999/xhtml'><a href='@'/></div></content></feed>", 2, 52)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><author>\n<uri>@</uri></author></feed>", 2, 6)]
    [Provokes("DS527")]
    public void The_links_of_a_feed_are_absolute_and_resolve(string text, int line, int column)
    {
        foreach ((string url, string? id) in new[] { ("https://owner.github.io/digest/no/", "DS510"), ("/digest/about/", "DS527"), ("#x", "DS527"), ("https://owner.github.io/digest/about/", null) })
        {
            string feed = text.Replace("@", url, StringComparison.Ordinal);
            Assert.Equal(id is null ? [] : [$"{id} feed.xml({line},{column}) {url}"], Verdicts(UnderPath, ("feed.xml", feed), ("about/", "")));
        }
    }

    [Theory]
    [InlineData("{\"items\":[{\"url\":\"@\"}]}", 18)]
    [InlineData("{\"items\":[{\"content_html\":\"<a href='@'>\"}]}", 36)]
    public void The_links_of_a_json_feed_are_absolute_and_resolve(string text, int column)
    {
        string feed = text.Replace("@", "/digest/about/", StringComparison.Ordinal);
        Assert.Equal([$"DS527 feed.json(1,{column + 1}) /digest/about/"], Verdicts(UnderPath, ("feed.json", feed), ("about/", "")));
    }

    [Fact]
    public void A_guid_that_is_no_address_is_left_alone() =>
        Assert.Empty(Verdicts(UnderPath, ("feed.xml", "<rss><item><guid isPermaLink='false'>tag:x,2025:1</guid></item></rss>")));

    [Fact]
    public void The_style_sheet_of_a_feed_may_be_relative_and_must_be_there()
    {
        Assert.Empty(Verdicts(UnderPath, ("feed.xml", "<?xml version='1.0'?>\n<?xml-stylesheet type='text/css' href='/digest/feed.css'?><rss/>"), ("feed.css", "")));
        Assert.Equal(["DS510 feed.xml(2,40) /digest/feed.css"], Verdicts(UnderPath, ("feed.xml", "<?xml version='1.0'?>\n<?xml-stylesheet type='text/css' href='/digest/feed.css'?><rss/>")));
    }

    [Theory]
    [Provokes("DS528")]
    [InlineData("feed.xml", "<rss>\n  <a></b></rss>", 2, 8)]
    [InlineData("feed.xml", "<!DOCTYPE rss><rss/>", 1, 1)]
    [InlineData("sitemap.xml", "", 1, 1)]
    [InlineData("api/x.json", "{\"a\":\n tru}", 2, 2)]
    public void A_file_that_cannot_be_read_is_told(string path, string text, int line, int column) =>
        Assert.StartsWith($"DS528 {path}({line},{column}) ", Assert.Single(Verdicts(UnderPath, (path, text))), StringComparison.Ordinal);

    [Theory]
    [InlineData("<rss>\n  <a>\u00FF</a></rss>", true)]
    [InlineData("<?xml version='1.0' encoding='iso-8859-1'?><rss>\u00FF</rss>", false)]
    [InlineData("<?xml version='1.0' encoding='utf-8'?><rss>y</rss>", false)]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><rss>y</rss>", true)]
    [InlineData("<?xml version='1.0' encoding='no-such'?><rss>y</rss>", true)]
    public void Xml_is_read_in_the_encoding_that_it_has(string latin, bool isTold)
    {
        var diagnostics = new DiagnosticBag();
        LinkProof.Check([new OutputFile(new SitePath("feed.xml"), Encoding.Latin1.GetBytes(latin), "feed.xml")], Samples.Base(UnderPath), diagnostics);
        Assert.Equal(isTold ? ["DS528"] : [], diagnostics.InOrder().Select(d => d.Id));
    }

    [Theory]
    [InlineData("<link rel=preconnect href='//cdn.owner.org'>")]
    [InlineData("<link rel='DNS-prefetch' href=' '>")]
    [InlineData("<pre>&lt;a href='no/'> href=no/</pre>")]
    [InlineData("<code>&lt;img src=no/></code>")]
    [InlineData("<script>document.write('<a href=no/>')</script>")]
    [InlineData("<!-- <a href=no/> --><!--><p>--><title><a href=no/></title>")]
    [InlineData("<textarea><a href=no/></textarea><iframe><a href=no/></iframe>")]
    public void What_is_not_fetched_and_what_is_text_is_left_alone(string html) => Assert.Empty(Home(html));
}
