using Deque.AxeCore.Playwright;
using DigestSite.Papers;
using Microsoft.Playwright;

namespace DigestSite.BrowserTests;

public class PageTests(PublishedSite site) : IClassFixture<PublishedSite>
{
    private static readonly string[] Kinds =
    [
        "home", "digests", "digest", "week", "month", "themes", "theme", "tag", "organizations", "organization", "paper", "trending", "stats", "map", "search", "subscribe", "about", "404",
    ];

    public static TheoryData<string, int, ColorScheme> Looks
    {
        get
        {
            var looks = new TheoryData<string, int, ColorScheme>();
            foreach (string kind in Kinds)
            {
                foreach (int width in (int[])[360, 768, 1280])
                {
                    looks.Add(kind, width, ColorScheme.Light);
                    looks.Add(kind, width, ColorScheme.Dark);
                }
            }

            return looks;
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_page_is_accessible_fits_the_screen_and_asks_nobody_else(string kind, int width, ColorScheme scheme)
    {
        var foreign = new List<string>();
        var console = new List<string>();
        await using IBrowserContext context = await site.Chromium.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        IPage page = await context.NewPageAsync();
        page.Request += (_, request) => foreign.AddRange(request.Url.StartsWith(site.Address, StringComparison.Ordinal) ? [] : [request.Url]);
        page.Console += (_, message) => console.Add(message.Text);
        page.PageError += (_, error) => console.Add(error);

        await page.GotoAsync(site.Address + PathOf(kind));
        int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var axe = await page.RunAxe();

        Assert.Equal(0, overflow);
        Assert.Empty(axe.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Take(3).Select(n => n.Html))}"));
        Assert.Empty(foreign);
        Assert.DoesNotContain(console, c => kind != "404" || !c.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_can_be_read_without_a_script()
    {
        await using IBrowserContext context = await site.Chromium.NewContextAsync(new() { JavaScriptEnabled = false });
        IPage page = await context.NewPageAsync();
        Paper paper = site.Site.Compiled!.Site.Archive.Papers[0];
        await page.GotoAsync(site.Address + Routes.Paper(paper.Slug));
        Assert.Equal(paper.Title, await page.Locator("h1").InnerTextAsync());
        Assert.Contains(paper.Abstract![..80], await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_gets_from_home_to_a_paper_in_two_steps()
    {
        IPage page = await site.Chromium.NewPageAsync();
        await page.GotoAsync(site.Address);
        await page.Locator("main a[href*='/digests/2']").First.ClickAsync();
        await page.Locator("main a[href*='/papers/']").First.ClickAsync();
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Contains("/papers/", page.Url, StringComparison.Ordinal);
        await page.CloseAsync();
    }

    private string PathOf(string kind)
    {
        Archive archive = site.Site.Compiled!.Site.Archive;
        return kind switch
        {
            "home" => "",
            "digests" => Routes.Digests.ToString(),
            "digest" => Routes.Digest(archive.Digests[1].Date).ToString(),
            "themes" => Routes.Themes.ToString(),
            "theme" => Routes.Theme(archive.Papers[0].Theme.Id).ToString(),
            "tag" => Routes.Tag(archive.Papers.SelectMany(p => p.Tags).First().Id).ToString(),
            "paper" => Routes.Paper(archive.Papers.MaxBy(p => p.Title.Length)!.Slug).ToString(),
            "week" => Routes.Week(IsoWeek.Of(archive.Digests[1].Date)).ToString(),
            "month" => Routes.Month(archive.Digests[1].Date).ToString(),
            "organizations" => Routes.Organizations.ToString(),
            "organization" => Routes.Organization(archive.Papers.First(p => p.Organization is not null).Organization!.Slug).ToString(),
            "trending" => Routes.Trending.ToString(),
            "subscribe" => Routes.Subscribe.ToString(),
            "stats" => Routes.Stats.ToString(),
            "map" => Routes.Map.ToString(),
            "search" => Routes.Search.ToString(),
            "about" => "about/",
            _ => "there/is/nothing/here/",
        };
    }
}
