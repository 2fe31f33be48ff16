using System.Text.RegularExpressions;
using DigestSite.Papers;
using Microsoft.Playwright;

namespace DigestSite.BrowserTests;

/// <summary>What the search page loads, and what it does without a script or without its index.</summary>
public sealed class SearchLoadingTests(PublishedSite site) : SearchSession(site)
{
    [Fact]
    public async Task Without_a_script_the_page_lists_papers_by_theme_and_shows_no_form()
    {
        await using IBrowserContext context = await Site.Chromium.NewContextAsync(new() { JavaScriptEnabled = false });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(Site.Address + Routes.Search);
        await Assertions.Expect(page.Locator("form.search")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#Browse noscript p")).ToBeVisibleAsync();
        Assert.Equal(Archive.Papers.Select(p => p.Theme).Distinct().Count(), await page.Locator("#Browse h2 a").CountAsync());
        await Assertions.Expect(page.GetByText("the newest papers of each theme")).ToBeVisibleAsync();
        await page.Locator("#Browse li a").First.ClickAsync();
        Assert.Contains("/papers/", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_cannot_be_loaded_is_told_in_words_and_loaded_when_asked_again()
    {
        await Page.RouteAsync("**/search/terms-*", route => route.AbortAsync());
        await Open("?q=grokking");
        await Assertions.Expect(Page.Locator("#Trouble")).ToContainTextAsync("could not be loaded, so some papers may be missing");
        await Assertions.Expect(Titles.First).ToContainTextAsync("rok");
        await Page.UnrouteAllAsync();
        await Page.GetByText("Try again").ClickAsync();
        await Assertions.Expect(Page.Locator("#Trouble")).ToBeHiddenAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(new Regex("^[0-9]+ papers$", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.All(Console, c => Assert.Contains("Failed to load resource", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_that_cannot_be_loaded_is_asked_for_once_until_the_reader_asks_again()
    {
        var asked = new List<string>();
        Page.Request += (_, request) => asked.AddRange(request.Url.Contains("/search/terms-", StringComparison.Ordinal) ? [request.Url] : []);
        await Page.RouteAsync("**/search/terms-*", route => route.AbortAsync());
        await Open("?q=grokking");
        await Assertions.Expect(Page.Locator("#Trouble")).ToBeVisibleAsync();
        await Page.WaitForTimeoutAsync(3000);
        await Box.FillAsync("generalization");
        await Assertions.Expect(Titles.First).ToContainTextAsync("eneral");
        await Page.WaitForTimeoutAsync(500);
        Assert.NotEmpty(asked);
        Assert.Equal(asked.Distinct(), asked);
        int once = asked.Count;
        await Page.GetByText("Try again").ClickAsync();
        await Assertions.Expect(Page.Locator("#Trouble")).ToBeVisibleAsync();
        Assert.Equal(2 * once, asked.Count);
    }

    [Fact]
    public async Task Without_any_index_the_themes_stay_and_the_page_says_why()
    {
        await Page.RouteAsync("**/search/latest.json", route => route.AbortAsync());
        await Open();
        await Box.FillAsync("grokking");
        await Assertions.Expect(Page.Locator("#Trouble")).ToContainTextAsync("a theme’s page has all");
        await Assertions.Expect(Page.Locator("#Browse")).ToBeVisibleAsync();
        await Page.UnrouteAllAsync();
        await Page.GetByText("Try again").ClickAsync();
        await Assertions.Expect(Titles.First).ToContainTextAsync("rok");
    }

    [Fact]
    public async Task The_page_loads_less_than_150_kilobytes_before_anybody_searches()
    {
        var sizes = new List<(string Url, int Bytes)>();
        Page.Response += async (_, response) => sizes.Add((response.Url, (await response.BodyAsync()).Length));
        await Page.GotoAsync(Site.Address + Routes.Search, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(sizes.Sum(s => s.Bytes), 10_000, 150_000);
        Assert.Contains(sizes, s => s.Url.EndsWith("latest.json", StringComparison.Ordinal));
        Assert.DoesNotContain(sizes, s => s.Url.Contains("/terms-", StringComparison.Ordinal));
        AssertQuiet();
    }
}
