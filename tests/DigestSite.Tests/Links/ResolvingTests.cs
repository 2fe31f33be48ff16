using static DigestSite.Tests.Links.TinySite;

namespace DigestSite.Tests.Links;

public class ResolvingTests
{
    [Theory]
    [Provokes("DS512")]
    [InlineData("/papers/x/")]
    [InlineData("/digest/digest/papers/x/")]
    [InlineData("https://owner.github.io/papers/x/")]
    [InlineData("https://owner.github.io/digest/digest/papers/x/")]
    [InlineData("/")]
    public void A_link_carries_the_base_path_exactly_once(string url) =>
        Assert.Equal([$"DS512 index.html(2,9) {url}"], Home($"<p>\n<a href={url}>x</a>"));

    [Fact]
    public void The_way_out_of_a_missing_base_path_is_the_whole_link() =>
        Assert.Equal("write `/digest/papers/x/`", Assert.Single(Told(UnderPath, [("", "<a href=/papers/x/>"), .. Neighbours])).WayOut);

    [Fact]
    public void A_path_of_the_origin_beside_the_base_path_may_be_another_site_of_its_owner() =>
        Assert.Empty(Home("<a href='https://owner.github.io/other/'>x</a>"));

    [Theory]
    [Provokes("DS510")]
    [InlineData("https://owner.github.io/digest/nowhere/")]
    [InlineData("HTTPS://Owner.GitHub.io/digest/nowhere/")]
    [InlineData("https://owner.github.io:443/digest/nowhere/")]
    [InlineData("/digest/nowhere/")]
    [InlineData("nowhere/")]
    [InlineData("./nowhere/")]
    public void A_url_of_the_own_origin_is_looked_up_among_the_files(string url) =>
        Assert.Equal([$"DS510 index.html(1,10) {url}"], Home($"<a href='{url}'>x</a>"));

    [Theory]
    [InlineData("https://owner.github.io/digest/papers/x/")]
    [InlineData("https://OWNER.github.io:443/digest/papers/x/")]
    [InlineData("https://owner.github.io/digest/")]
    [InlineData("/digest/papers/x/")]
    [InlineData("/digest/papers/x/index.html")]
    [InlineData("papers/x/")]
    [InlineData("./papers/../papers/./x/")]
    [InlineData("papers/x/../../about/")]
    [InlineData("papers/%2e%2e/about/")]
    [InlineData(" /digest/about/ ")]
    [InlineData(".")]
    [InlineData("?page=2")]
    public void A_url_of_a_file_that_is_there_is_fine_however_it_is_written(string url) => Assert.Empty(Home($"<a href='{url}'>x</a>"));

    [Theory]
    [Provokes("DS511")]
    [InlineData("/digest/papers/x")]
    [InlineData("papers/x")]
    [InlineData("https://owner.github.io/digest/about#me")]
    [InlineData("/digest")]
    public void A_folder_without_its_closing_slash_is_told(string url) => Assert.Equal([$"DS511 index.html(1,10) {url}"], Home($"<a href='{url}'>x</a>"));

    [Theory]
    [InlineData("/digest/papers/")]
    [InlineData("/digest/papers")]
    [InlineData("/digest/assets/")]
    public void A_folder_without_a_page_leads_nowhere(string url)
    {
        var only = Assert.Single(Told(UnderPath, [("", $"<a href='{url}'>x</a>"), .. Neighbours]));
        Assert.Equal("DS510", only.Id);
        Assert.Contains("is a folder without a page of its own", only.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_without_extension_finds_its_page_only_where_the_host_serves_it_so()
    {
        Assert.Empty(Home("<a href='/digest/plain'>x</a>"));
        IsTold(Verdicts(AtRoot, ("", "<a href='/plain'>x</a>"), ("plain.html", "")), "DS510", "/plain");
    }

    [Theory]
    [Provokes("DS513")]
    [InlineData("/digest/About/")]
    [InlineData("/digest/PAPERS/x")]
    [InlineData("/Digest/about/")]
    [InlineData("ABOUT/")]
    public void Letter_case_must_match(string url) => Assert.Equal([$"DS513 index.html(1,10) {url}"], Home($"<a href='{url}'>x</a>"));

    [Theory]
    [InlineData("/digest/%61bout/")]
    [InlineData("%61bout/%69ndex.html")]
    [InlineData("/digest/assets/a%2Db.png")]
    public void A_percent_encoded_path_is_decoded_as_the_host_does(string url) =>
        Assert.Empty(Home($"<a href='{url}'>x</a>"));

    [Theory]
    [InlineData("/digest/caf\u00E9/")]
    [InlineData("/digest/caf%C3%A9/")]
    [InlineData("/digest/papers+x/")]
    [InlineData("/digest/about%20/")]
    public void A_path_that_no_file_has_leads_nowhere(string url) => IsTold(Home($"<a href='{url}'>x</a>"), "DS510", url);

    [Theory]
    [Provokes("DS515")]
    [InlineData("/digest/%2561bout/", "is percent-encoded twice")]
    [InlineData("/digest/100%/", "escapes nothing")]
    [InlineData("/digest/papers%2Fx/", "escapes a slash")]
    [InlineData("/digest\\about/", "holds a backslash")]
    [InlineData("/digest/about/?q=a b", "holds a space")]
    [InlineData("https://github.com/a b", "holds a space")]
    [InlineData("https:///a", "names no host")]
    public void A_url_that_is_badly_written_is_told(string url, string reason)
    {
        var only = Assert.Single(Told(UnderPath, [("", $"<a href='{url}'>x</a>"), .. Neighbours]));
        Assert.Equal(("DS515", 10, url.Length), (only.Id, only.Span.Column, only.Span.Length));
        Assert.Contains(reason, only.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/digest/about/?q=a%20b")]
    [InlineData("/digest/?utm=%2520")]
    [InlineData("about/?a/../..")]
    public void A_query_is_ignored(string url) => Assert.Empty(Home($"<a href='{url}'>x</a>"));

    [Theory]
    [Provokes("DS514")]
    [InlineData("<a href=''>")]
    [InlineData("<a href>")]
    [InlineData("<a href=' \t '>")]
    [InlineData("<img src=''>")]
    [InlineData("<img srcset=' , '>")]
    [InlineData("<form action=''>")]
    public void An_empty_address_is_told(string tag) => Assert.Equal("DS514", Assert.Single(Home(tag))[..5]);

    [Fact]
    public void An_empty_href_is_pointed_at() => Assert.Equal(["DS514 index.html(1,10) href=''"], Home("<a id=a1 href=''>"));

    [Theory]
    [InlineData("<base href='/digest/papers/'><a href='x/'>")]
    [InlineData("<a href='x/#Title'><base href='papers/'><base href='/elsewhere/'>")]
    [InlineData("<base href='https://owner.github.io/digest/papers/x/'><a href='../../about/'>")]
    [InlineData("<base href='https://github.com/'><a href='/owner'><a href='x'>")]
    public void The_base_element_is_honoured(string html) => Assert.Empty(Home(html));

    [Fact]
    public void A_link_that_the_base_element_breaks_is_told() =>
        IsTold(Home("<base href='/digest/papers/'><a href='about/'>"), "DS510", "about/");

    [Theory]
    [Provokes("DS516")]
    [InlineData("../")]
    [InlineData("../../about/")]
    [InlineData("/digest/../../about/")]
    [InlineData("papers/../../about/")]
    public void A_link_does_not_climb_above_the_root(string url) => IsTold(Home($"<a href='{url}'>x</a>"), "DS516", url);

    [Theory]
    [Provokes("DS529")]
    [InlineData("about/")]
    [InlineData("./")]
    [InlineData("?q=1")]
    public void The_links_of_the_404_page_hold_at_any_depth(string url)
    {
        Assert.Equal([$"DS529 404.html(1,10) {url}"], Verdicts(UnderPath, [("404.html", $"<a href='{url}'>x</a>"), ("", ""), .. Neighbours]));
        Assert.Empty(Verdicts(UnderPath, [("404.html", "<i id=a><a href='/digest/about/'>x</a><a href='#a'>"), .. Neighbours]));
    }
}
