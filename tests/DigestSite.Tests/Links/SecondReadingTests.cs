using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Links;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Links;

/// <summary>The links of finished files are read in two ways, by tags and by trees, which must find the same.</summary>
public class SecondReadingTests(RealSite real) : IClassFixture<RealSite>
{
    [Fact]
    public void Both_readings_find_the_same_in_every_file_of_the_real_site()
    {
        var bag = new DiagnosticBag();
        SecondReading.Compare(real.Site.Files, bag);
        Assert.Empty(bag.InOrder());
        Assert.Equal(real.Site.Links!.Links, real.Site.Files.Sum(f => (SecondReading.Of(f) ?? ByTags(f)).Count(l => !l.StartsWith("# ", StringComparison.Ordinal) && !l.StartsWith("<base ", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("x/", "<p><a href='/a'>&amp;</a> <img srcset='/a,b.png 1x, /c.png 2x,' src=d><q cite=e> <form action=f><button formaction=g>")]
    [InlineData("x/", "<link rel=preconnect href=a><link rel='icon dns-prefetch' href=b><link rel=icon href=c><base href='/d/'><base href=e>")]
    [InlineData("x/", "<meta http-equiv=refresh content='0; url=\"/a?b=1&amp;c\"'><meta http-equiv=refresh content=3><meta property=og:image content=/b><meta name=description content=/c>")]
    [InlineData("x/", "<style>@import 'a'; b { background: url( \"c\" ) } /* url(d) */</style><p style='background:url(e)'>")]
    [InlineData("x/", "<template><a id=in href=a></a><style>b{background:url(c)}</style></template><a id=out name=also href=d></a><p name=no>")]
    [InlineData("x/", "<script>document.write('<a href=a>')</script><!-- <a href=b> --><textarea><a href=c></textarea><title><a href=d></title><noscript><a href=e></noscript>")]
    [InlineData("x/", "<svg><style>a{fill:url(#b)}</style><a xlink:href=c href=d><title><i></i></title><use href='#e'/></svg><math href=f></math><object data=g><video poster=h src=i>")]
    [InlineData("feed.xml", "<?xml-stylesheet type='text/css' href='/a?b&amp;c'?><rss><channel><link>b</link><guid>c</guid><guid isPermaLink='false'>d</guid><description>&lt;a href='e'>&lt;/a></description></channel></rss>")]
    [InlineData("atom.xml", "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:x='y'><link href='a'/><icon>b</icon><x:link>c</x:link><content type='html'><![CDATA[<img src=d id=e>]]></content><title>f</title></feed>")]
    [InlineData("feed.json", "{\"feed_url\":\"a\",\"items\":[{\"url\":\"b\",\"title\":\"c\",\"content_html\":\"<a href=\\\"d\\\">\"}],\"urls\":[\"e\",{\"x\":\"f\"}]}")]
    public void Both_readings_find_the_same(string path, string text)
    {
        OutputFile file = File(path, text);
        string[] byTags = [.. ByTags(file).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(byTags);
        Assert.Equal(byTags, SecondReading.Of(file)!.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Provokes("DS531")]
    public void A_link_that_one_reading_alone_finds_is_told()
    {
        var bag = new DiagnosticBag();
        SecondReading.Compare([File("x/", "<form action=\"/digest/\"><form action=\"/digest/about/\">")], bag);
        Diagnostic told = Assert.Single(bag.InOrder());
        Assert.Equal(("DS531", "site/x/index.html"), (told.Id, told.Span.FileName));
        Assert.Contains("`<form action> /digest/about/` by tags alone", told.Message, StringComparison.Ordinal);
    }

    private static OutputFile File(string path, string text) => new(new SitePath(path), Encoding.UTF8.GetBytes(text), "templates/x.hbs");

    private static List<string> ByTags(OutputFile file)
    {
        using var found = new FoundLinks();
        found.Read(file);
        return [.. found.Links.Concat(found.Base is { } given ? [given] : []).Select(l => $"{l.Place} {l.Url}"), .. found.Anchors.Select(a => "# " + a.Name)];
    }
}
