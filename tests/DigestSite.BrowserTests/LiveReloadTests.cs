using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DigestSite.BrowserTests;

public class LiveReloadTests(PublishedSite published) : IClassFixture<PublishedSite>
{
    private const string Title = "title: Grokking and memorization";

    [Fact]
    public async Task A_changed_title_shows_on_the_open_page()
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "themes/grokking/");
        site.Replace("content/themes.yml", Title, "title: Changed as you watch");
        await Expect(site.Page.Locator("main h1")).ToHaveTextAsync("Changed as you watch");
        Assert.False(await site.IsMarked());
    }

    [Fact]
    public async Task A_page_that_a_change_does_not_touch_is_not_reloaded()
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "about/");
        IPage touched = await site.Page.Context.NewPageAsync();
        await touched.GotoAsync(site.Address + "themes/grokking/");
        site.Replace("content/themes.yml", Title, "title: Changed as you watch");
        await Expect(touched.Locator("main h1")).ToHaveTextAsync("Changed as you watch");
        site.Replace("content/pages/about.md", "title: About this digest", "title: Changed too");
        Assert.True(await site.IsMarked());
        await Expect(site.Page.Locator("main h1")).ToHaveTextAsync("Changed too");
        Assert.False(await site.IsMarked());
    }

    [Fact]
    public async Task A_style_sheet_is_swapped_without_a_reload()
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "");
        foreach (int red in (int[])[1, 2])
        {
            site["templates/assets/site.css"] += $"\nh1 {{ color: rgb({red}, 2, 3) }}\n";
            await Expect(site.Page.Locator("main h1").First).ToHaveCSSAsync("color", $"rgb({red}, 2, 3)");
        }

        await Expect(site.Page.Locator("link[rel=stylesheet]")).ToHaveCountAsync(1);
        Assert.True(await site.IsMarked());
    }

    [Fact]
    public async Task A_changed_icon_reloads_the_page_that_it_belongs_to()
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "");
        Task reloaded = site.NextLoad();
        site.Replace("templates/assets/icon.svg", "</svg>", "<!-- changed --></svg>");
        await reloaded;
        Assert.False(await site.IsMarked());
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task An_error_is_shown_over_the_last_good_page_until_it_is_mended(ColorScheme scheme)
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "about/", scheme: scheme);
        string good = site["templates/page.hbs"];
        site["templates/page.hbs"] = "{{nonsense}}\n" + good;
        ILocator overlay = site.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(overlay).ToContainTextAsync("templates/page.hbs(1,3): error");
        await Expect(overlay).ToContainTextAsync("| {{nonsense}}");
        await Expect(overlay).ToContainTextAsync("1 error");
        await Expect(site.Page.Locator("main h1").First).ToHaveTextAsync("About this digest");
        Assert.True(await site.IsMarked());
        Assert.Empty((await site.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help}"));

        site["templates/page.hbs"] = good;
        await Expect(overlay).ToHaveCountAsync(0);
        Assert.True(await site.IsMarked());
    }

    [Fact]
    public async Task An_error_that_was_dismissed_comes_back_only_as_another()
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "");
        string good = site["content/themes.yml"];
        site["content/themes.yml"] = good + "nonsense: true\n";
        ILocator overlay = site.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(overlay).ToContainTextAsync("nonsense");
        await site.Page.Keyboard.PressAsync("Escape");
        await Expect(overlay).ToHaveCountAsync(0);
        site["content/themes.yml"] = good + "gibberish: true\n";
        await Expect(overlay).ToContainTextAsync("gibberish");
    }

    [Fact]
    public async Task Text_of_an_error_is_text()
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "");
        site["content/themes.yml"] += "<img src=x onerror=window.hacked=1>': true\n";
        await Expect(site.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("<img src=x");
        Assert.True(await site.Page.EvaluateAsync<bool>("window.hacked === undefined"));
    }

    [Fact]
    public async Task Sources_that_are_broken_from_the_start_are_shown_and_then_the_site()
    {
        string good = "";
        await using ServedSite site = await ServedSite.Open(published.Chromium, "about/", prepare: s =>
        {
            good = s["content/site.yml"];
            s["content/site.yml"] = "title: [";
        });
        await Expect(site.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("content/site.yml(1,8): error");
        site["content/site.yml"] = good;
        await Expect(site.Page.Locator("main h1")).ToHaveTextAsync("About this digest");
        await Expect(site.Page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Fifty_rapid_saves_end_in_the_right_state()
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "themes/grokking/");
        (string themes, string header, string css) = (site["content/themes.yml"], site["templates/partials/header.hbs"], site["templates/assets/site.css"]);
        for (int i = 1; i <= 50; i++)
        {
            site["content/themes.yml"] = themes.Replace(Title, $"title: Save {i}", StringComparison.Ordinal) + (i % 3 == 0 ? "nonsense: true\n" : "");
            site["templates/partials/header.hbs"] = i % 7 == 0 ? "{{#if}}" : header.Replace("<header", $"<header data-save=\"{i}\"", StringComparison.Ordinal);
            site["templates/assets/site.css"] = css + $"\nh1 {{ color: rgb({i}, 2, 3) }}\n";
            await Task.Delay(i % 5 * 12, TestContext.Current.CancellationToken);
        }

        await Expect(site.Page.Locator("main h1")).ToHaveTextAsync("Save 50");
        await Expect(site.Page.Locator("main h1")).ToHaveCSSAsync("color", "rgb(50, 2, 3)");
        await Expect(site.Page.Locator("[data-save='50']")).ToHaveCountAsync(1);
        await Expect(site.Page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
        await Expect(site.Page.Locator("link[rel=stylesheet]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_missing_page_comes_when_it_is_written_and_case_counts()
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "colophon/");
        await Expect(site.Page.Locator("main h1")).ToHaveTextAsync("Page not found");
        IResponse? otherCase = await (await site.Page.Context.NewPageAsync()).GotoAsync(site.Address + "About/");
        Assert.Equal(404, otherCase!.Status);
        site["content/pages/colophon.md"] = "---\ntitle: Colophon\ndescription: Who made this.\n---\nBy hand.\n";
        await Expect(site.Page.Locator("main h1")).ToHaveTextAsync("Colophon");
    }

    [Fact]
    public async Task A_page_that_was_open_while_the_server_was_away_comes_up_to_date()
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "themes/grokking/");
        await site.Restart(() => site.Replace("content/themes.yml", Title, "title: Changed meanwhile"));
        await Expect(site.Page.Locator("main h1")).ToHaveTextAsync("Changed meanwhile");
        await site.Mark();
        await site.Restart(() => { });
        site["templates/assets/site.css"] += "\nh1 { color: rgb(1, 2, 3) }\n";
        await Expect(site.Page.Locator("main h1")).ToHaveCSSAsync("color", "rgb(1, 2, 3)");
        Assert.True(await site.IsMarked());
    }

    [Fact]
    public async Task A_page_can_be_read_without_a_script()
    {
        await using ServedSite site = await ServedSite.Open(published.Chromium, "");
        await using IBrowserContext plain = await published.Chromium.NewContextAsync(new() { JavaScriptEnabled = false });
        IPage page = await plain.NewPageAsync();
        await page.GotoAsync(site.Address + "about");
        Assert.Equal(site.Address + "about/", page.Url);
        Assert.Equal("About this digest", await page.Locator("main h1").InnerTextAsync());
    }
}
