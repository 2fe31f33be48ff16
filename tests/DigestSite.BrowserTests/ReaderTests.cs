using System.Text;
using DigestSite.Papers;
using Microsoft.Playwright;

namespace DigestSite.BrowserTests;

/// <summary>What a reader does beside reading: light and dark, paper, keys; and what pages may weigh.</summary>
public class ReaderTests(PublishedSite site) : IClassFixture<PublishedSite>
{
    private const string Background = "getComputedStyle(document.body).backgroundColor";
    private const string Light = "rgb(253, 253, 251)";
    private const string Dark = "rgb(20, 23, 26)";

    [Theory]
    [InlineData(ColorScheme.Light, Light, Dark)]
    [InlineData(ColorScheme.Dark, Dark, Light)]
    public async Task The_toggle_turns_the_scheme_and_every_page_remembers_before_it_is_painted(ColorScheme scheme, string first, string turned)
    {
        await using IBrowserContext context = await site.Chromium.NewContextAsync(new() { ColorScheme = scheme });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address);
        Assert.Equal(first, await page.EvaluateAsync<string>(Background));
        await page.Locator(".toggle").ClickAsync();
        Assert.Equal(turned, await page.EvaluateAsync<string>(Background));

        // Without its script file: what sets the choice stands in the page itself.
        await page.RouteAsync("**/site.js", r => r.AbortAsync());
        await page.GotoAsync(site.Address + "themes/");
        Assert.Equal(turned, await page.EvaluateAsync<string>(Background));
        await page.UnrouteAsync("**/site.js");

        await page.GotoAsync(site.Address + "digests/");
        await page.Locator(".toggle").ClickAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = scheme == ColorScheme.Light ? ColorScheme.Dark : ColorScheme.Light });
        Assert.Equal(turned, await page.EvaluateAsync<string>(Background));
    }

    [Fact]
    public async Task On_paper_there_is_the_text_in_black_without_what_leads_elsewhere()
    {
        await using IBrowserContext context = await site.Chromium.NewContextAsync(new() { ColorScheme = ColorScheme.Dark });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + Routes.Digest(Archive.Digests[0].Date));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (string gone in (string[])[".site-head nav", ".toggle", ".pager", ".ways", "summary"])
        {
            Assert.False(await page.Locator(gone).First.IsVisibleAsync(), gone);
        }

        Assert.Equal("rgb(0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
        ILocator clipped = page.Locator(".card:has(details) .lead").First;
        Assert.True(await clipped.EvaluateAsync<bool>("e => e.scrollHeight <= e.clientHeight + 1"));
        Assert.True((await page.PdfAsync()).Length > 1000);
    }

    [Fact]
    public async Task A_whole_abstract_unfolds_in_place()
    {
        IPage page = await site.Chromium.NewPageAsync();
        await page.GotoAsync(site.Address + Routes.Digest(Archive.Digests[0].Date));
        ILocator card = page.Locator(".card:has(details)").First;
        const string IsClipped = "e => e.scrollHeight > e.clientHeight + 1";
        Assert.True(await card.Locator(".lead").EvaluateAsync<bool>(IsClipped));
        await card.Locator("summary").ClickAsync();
        Assert.False(await card.Locator(".lead").EvaluateAsync<bool>(IsClipped));
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_slash_leads_to_the_search_from_anywhere()
    {
        IPage page = await site.Chromium.NewPageAsync();
        await page.GotoAsync(site.Address + Routes.Paper(Archive.Papers[0].Slug));
        await page.Locator("body").PressAsync("/");
        await Assertions.Expect(page).ToHaveURLAsync(site.Address + "search/");
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_map_names_the_dot_that_is_pointed_at_and_a_first_touch_leads_nowhere()
    {
        await using IBrowserContext context = await site.Chromium.NewContextAsync(new() { HasTouch = true, ViewportSize = new() { Width = 360, Height = 800 } });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "map/");
        ILocator caption = page.Locator("figcaption"), dots = page.Locator(".map a");
        string about = await caption.InnerTextAsync();
        string[] names = await dots.Locator("title").EvaluateAllAsync<string[]>("all => all.map(t => t.textContent)");
        string paper = await dots.Nth(2).EvaluateAsync<string>("a => new URL(a.href.baseVal, document.baseURI).href");

        await dots.Nth(0).HoverAsync();
        await Assertions.Expect(caption).ToHaveTextAsync(names[0]);
        await page.Mouse.MoveAsync(1, 1);
        await Assertions.Expect(caption).ToHaveTextAsync(about);
        await dots.Nth(1).FocusAsync();
        await Assertions.Expect(caption).ToHaveTextAsync(names[1]);

        await dots.Nth(2).TapAsync();
        await Assertions.Expect(caption).ToHaveTextAsync(names[2]);
        Assert.Equal(site.Address + "map/", page.Url);

        // Two taps at once are another gesture.
        await page.WaitForTimeoutAsync(500);
        Assert.Equal(site.Address + "map/", page.Url);
        await dots.Nth(2).TapAsync();
        await Assertions.Expect(page).ToHaveURLAsync(paper);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(768)]
    [InlineData(360)]
    public async Task The_button_for_light_and_dark_stands_in_the_line_of_the_sites_name(int width)
    {
        IPage page = await site.Chromium.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        await page.GotoAsync(site.Address);
        foreach (string title in (string[])["A digest", "A digest with a name that leaves no room for the navigation"])
        {
            await page.Locator(".brand").EvaluateAsync("(brand, title) => brand.textContent = title", title);
            double middle = await page.Locator(".toggle").EvaluateAsync<double>("e => { const box = e.getBoundingClientRect(); return (box.top + box.bottom) / 2; }");
            double[] line = await page.Locator(".brand").EvaluateAsync<double[]>("e => { const box = e.getClientRects()[0]; return [box.top, box.bottom]; }");
            Assert.InRange(middle, line[0], line[1]);
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task Large_text_breaks_where_it_has_to()
    {
        IPage page = await site.Chromium.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 800 } });
        foreach (string path in (string[])["", "digests/", "stats/", "trending/", Routes.Digest(Archive.Digests[1].Date).ToString(), Routes.Month(Archive.Digests[1].Date).ToString(), Routes.Tag(Archive.Tags[0].Id).ToString()])
        {
            await page.GotoAsync(site.Address + path);
            await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
            Assert.Equal((path, 0), (path, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")));
        }

        await page.CloseAsync();
    }

    [Fact]
    public void Pages_are_light()
    {
        foreach (OutputFile file in site.Site.Files)
        {
            string path = file.Path.ToString();
            int limit = path switch
            {
                "assets/site.css" => 12_000,
                "assets/site.js" => 10_000,
                _ when file.Path.IsFolder && path.StartsWith("papers/", StringComparison.Ordinal) => 8 * 1024,
                _ => int.MaxValue,
            };
            Assert.True(file.Bytes.Length <= limit, $"{path}: {file.Bytes.Length} bytes");
        }
    }

    [Fact]
    public async Task Every_kind_of_page_says_all_it_has_without_a_script()
    {
        await using IBrowserContext mute = await site.Chromium.NewContextAsync(new() { JavaScriptEnabled = false });
        await using IBrowserContext scripted = await site.Chromium.NewContextAsync();
        IPage without = await mute.NewPageAsync(), with = await scripted.NewPageAsync();
        foreach (string path in (string[])["", "digests/", "themes/", "orgs/", "trending/", "stats/", "map/", "subscribe/", Routes.Month(Archive.Digests[0].Date).ToString()])
        {
            await without.GotoAsync(site.Address + path);
            await with.GotoAsync(site.Address + path);
            // To copy an address takes a script; the address itself does not.
            await with.Locator("main").EvaluateAsync("main => main.querySelectorAll('button').forEach(b => b.remove())");
            Assert.Equal(await with.Locator("main").InnerTextAsync(), await without.Locator("main").InnerTextAsync());
            Assert.False(await without.Locator(".toggle").IsVisibleAsync());
        }
    }

    [Fact]
    public void Nothing_on_a_page_is_styled_or_scripted_in_its_markup()
    {
        foreach (OutputFile file in site.Site.Files.Where(f => f.Path.IsFolder))
        {
            string text = Encoding.UTF8.GetString(file.Bytes.Span);
            Assert.DoesNotContain(" style=", text, StringComparison.Ordinal);
            Assert.DoesNotContain(" onclick=", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<style", text, StringComparison.Ordinal);
        }
    }

    private Archive Archive => site.Site.Compiled!.Site.Archive;
}
