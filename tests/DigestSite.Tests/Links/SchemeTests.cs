using System.Net;
using DigestSite.Links;
using static DigestSite.Tests.Links.TinySite;

namespace DigestSite.Tests.Links;

public class SchemeTests
{
    [Theory]
    [Provokes("DS520")]
    [InlineData("mailto:")]
    [InlineData("mailto:?")]
    [InlineData("mailto:someone")]
    [InlineData("mailto:a@b@c.org")]
    [InlineData("mailto:a%20b@c.org")]
    [InlineData("mailto:a@c.org,")]
    [InlineData("MAILTO:a@c..org")]
    [InlineData("tel:")]
    [InlineData("tel:+")]
    public void Mail_and_telephone_links_hold_an_address(string url) => Assert.Equal([$"DS520 index.html(1,10) {url}"], Home($"<a href='{url}'>x</a>"));

    [Theory]
    [InlineData("mailto:a.b+c@mail.owner.org?subject=Hello")]
    [InlineData("mailto:a@owner.org,b@owner.org")]
    [InlineData("mailto:?subject=Hello")]
    [InlineData("tel:+1-201-555-0123")]
    public void Good_mail_and_telephone_links_are_fine(string url) => Assert.Empty(Home($"<a href='{url}'>x</a>"));

    [Theory]
    [Provokes("DS521")]
    [InlineData("javascript:void(0)")]
    [InlineData("JavaScript:void(0)")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/hosts")]
    [InlineData("data:text/html,x")]
    [InlineData("data:image/png;base64,AAAA")]
    public void A_link_runs_nothing_and_reads_nothing(string url) => Assert.Equal([$"DS521 index.html(1,10) {url}"], Home($"<a href='{url}'>x</a>"));

    [Theory]
    [InlineData("<img src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"/>'>")]
    [InlineData("<style>a{background:url(data:image/png;base64,AAAA)}</style>")]
    public void Data_is_for_images(string html) => Assert.Empty(Home(html));

    [Theory]
    [Provokes("DS522", "DS523", "DS524", "DS525", "DS526")]
    [InlineData("DS522", "gopher://host.org/")]
    [InlineData("DS522", "foo:bar")]
    [InlineData("DS523", "//host.org/x")]
    [InlineData("DS523", "//owner.github.io/digest/")]
    [InlineData("DS524", "http://host.org/x")]
    [InlineData("DS525", "http://localhost:8080/")]
    [InlineData("DS525", "https://app.localhost/")]
    [InlineData("DS525", "https://127.0.0.1/")]
    [InlineData("DS525", "https://2130706433/")]
    [InlineData("DS525", "https://192.168.1.1/")]
    [InlineData("DS525", "https://[::1]/")]
    [InlineData("DS525", "https://printer.local/")]
    [InlineData("DS526", "https://example.com/")]
    [InlineData("DS526", "https://www.example.org/")]
    [InlineData("DS526", "https://host.test/")]
    [InlineData("DS526", "https://host.invalid./")]
    public void Doubtful_schemes_and_hosts_are_told(string id, string url) => Assert.Equal([$"{id} index.html(1,10) {url}"], Home($"<a href='{url}'>x</a>"));

    [Theory]
    [InlineData("<link rel=stylesheet href=https://host.org/x>")]
    [InlineData("<link rel='preload icon' href=https://host.org/x>")]
    [InlineData("<style>@import 'https://host.org/x';</style>")]
    [InlineData("<p style='background:url(https://host.org/x)'>")]
    [InlineData("<img srcset='https://host.org/x 2x'>")]
    [InlineData("<video poster=https://host.org/x></video>")]
    [InlineData("<object data=https://host.org/x></object>")]
    public void What_browsers_would_fetch_from_others_by_themselves_is_told(string html) => Assert.Equal("DS530", Assert.Single(Home(html))[..5]);

    [Fact]
    public void A_style_sheet_may_not_fetch_from_others_either() =>
        IsTold(Verdicts(UnderPath, ("assets/a.css", "b { background: url(https://host.org/x) }")), "DS530", "https://host.org/x");

    [Theory]
    [InlineData("<link rel=license href=https://host.org/x>")]
    [InlineData("<link rel=preconnect href=https://host.org/>")]
    [InlineData("<blockquote cite=https://host.org/x></blockquote>")]
    public void What_only_names_another_site_is_fine(string html) => Assert.Empty(Home(html));

    [Theory]
    [InlineData("https://github.com/x?y=http://localhost/")]
    [InlineData("https://myexample.com/")]
    [InlineData("https://contest/")]
    [InlineData("https://8.8.8.8/")]
    public void Public_hosts_are_fine(string url) => Assert.Empty(Home($"<a href='{url}'>x</a>"));

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("::10.0.0.1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("2606:4700::1111", true)]
    public void Addresses_that_the_public_cannot_reach_are_known(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicHost.IsPublic(IPAddress.Parse(address)));
}
