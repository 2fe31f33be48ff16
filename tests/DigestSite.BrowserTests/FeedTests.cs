using Microsoft.Playwright;

namespace DigestSite.BrowserTests;

/// <summary>Feeds that somebody opens in a browser, and the page that offers them.</summary>
public class FeedTests(PublishedSite site) : IClassFixture<PublishedSite>
{
    [Theory]
    [InlineData("feed.xml", "item", 360, ColorScheme.Light)]
    [InlineData("papers/feed.xml", "item", 1280, ColorScheme.Dark)]
    [InlineData("papers/atom.xml", "entry", 360, ColorScheme.Dark)]
    [InlineData("papers/archive/1.xml", "entry", 1280, ColorScheme.Light)]
    public async Task A_feed_that_is_opened_shows_what_it_is_its_entries_and_no_markup(string path, string entry, int width, ColorScheme scheme)
    {
        await using IBrowserContext context = await site.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + path);
        string[] shown = await page.EvaluateAsync<string[]>(
            """
            ([entry]) => {
              const first = document.getElementsByTagName(entry)[0];
              return [...first.children].filter((e) => e.getBoundingClientRect().height > 0).map((e) => e.localName);
            }
            """,
            new[] { entry });
        Assert.Equal(entry == "item" ? ["title", "link", "pubDate", "description"] : ["title", "published", "summary"], shown);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        string note = await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('channel') ?? document.documentElement, '::before').content");
        Assert.Contains("To subscribe", note, StringComparison.Ordinal);
        string[] colors = await page.EvaluateAsync<string[]>("[getComputedStyle(document.documentElement).color, getComputedStyle(document.documentElement).backgroundColor]");
        Assert.Equal(scheme == ColorScheme.Dark ? ["rgb(227, 229, 231)", "rgb(20, 23, 26)"] : ["rgb(29, 32, 36)", "rgb(253, 253, 251)"], colors);
    }

    [Fact]
    public async Task The_address_of_a_feed_is_copied_at_a_click()
    {
        await using IBrowserContext context = await site.Chromium.NewContextAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + Routes.Subscribe);
        ILocator copy = page.Locator(".addresses button").Nth(1);
        Assert.Equal("Copy " + Absolute("atom.xml"), await copy.GetAttributeAsync("aria-label"));
        await copy.ClickAsync();
        await page.Locator(".addresses button", new() { HasText = "Copied" }).WaitForAsync();
        Assert.Equal(Absolute("atom.xml"), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Without_a_script_one_click_selects_the_address()
    {
        await using IBrowserContext context = await site.Chromium.NewContextAsync(new() { JavaScriptEnabled = false });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + Routes.Subscribe);
        Assert.Equal(0, await page.Locator(".addresses button").CountAsync());
        ILocator address = page.Locator(".addresses code").First;
        Assert.True(await address.IsVisibleAsync());
        Assert.Equal(Absolute("feed.xml"), await address.InnerTextAsync());
        Assert.Equal("all", await address.EvaluateAsync<string>("e => getComputedStyle(e).userSelect"));
    }

    private string Absolute(string path) => site.Site.Compiled!.Site.Settings.BaseUrl + path;
}
