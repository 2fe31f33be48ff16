using AngleSharp.Html.Dom;
using DigestSite.Tests.Mail;

namespace DigestSite.Tests.Pages;

public class SubscribeByMailTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("mailto:join@sample.example?subject=a&body=b")]
    public void The_page_on_subscribing_tells_of_mail_where_readers_can_ask_for_it(string? address)
    {
        SiteModel site = Samples.Site();
        IHtmlDocument page = RenderedSite.Document(site with { Settings = site.Settings with { Mail = Message.Settings with { Subscribe = address } } }, "subscribe/");
        Assert.Equal(address is not null, page.QuerySelectorAll("h2").Any(h => h.TextContent == "By mail"));
        Assert.Equal(address, page.QuerySelector("a[href^='mailto:']")?.GetAttribute("href"));
    }
}
