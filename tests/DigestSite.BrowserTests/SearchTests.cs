using System.Globalization;
using System.Text.RegularExpressions;
using DigestSite.Papers;
using Microsoft.Playwright;

namespace DigestSite.BrowserTests;

public sealed class SearchTests(PublishedSite site) : IClassFixture<PublishedSite>, IAsyncLifetime
{
    private readonly List<string> _foreign = [];
    private readonly List<string> _console = [];
    private IBrowserContext _context = null!;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        _context = await site.Chromium.NewContextAsync();
        _page = await _context.NewPageAsync();
        _page.Request += (_, request) => _foreign.AddRange(request.Url.StartsWith(site.Address, StringComparison.Ordinal) ? [] : [request.Url]);
        _page.Console += (_, message) => _console.Add(message.Text);
        _page.PageError += (_, error) => _console.Add(error);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private Archive Archive => site.Site.Compiled!.Site.Archive;

    private ILocator Box => _page.Locator("#Query");

    private ILocator Titles => _page.Locator("#Results h2 a");

    private ILocator Status => _page.Locator("#Status");

    private Task<IResponse?> Open(string query = "") => _page.GotoAsync(site.Address + Routes.Search + query);

    [Fact]
    public async Task Typing_finds_in_spite_of_a_slip_and_marks_what_it_found()
    {
        await Open();
        await Box.PressSequentiallyAsync("groking");
        await Assertions.Expect(Titles.First).ToContainTextAsync("grok", new() { IgnoreCase = true });
        await Assertions.Expect(_page.Locator("#Results mark").First).ToContainTextAsync("grok", new() { IgnoreCase = true });
        await Assertions.Expect(_page.Locator("#Browse")).ToBeHiddenAsync();
        await Box.FillAsync("domian generalization");
        await Assertions.Expect(Titles.First).ToContainTextAsync("omain");
        AssertQuiet();
    }

    [Fact]
    public async Task The_beginning_of_a_word_is_enough_and_every_paper_can_be_found_by_its_title()
    {
        await Open();
        await Box.FillAsync("generaliz");
        await Assertions.Expect(Titles.Nth(5)).ToBeVisibleAsync();
        foreach (Paper paper in Archive.Papers.Where((_, i) => i % 40 == 0))
        {
            await Box.FillAsync(paper.Title);
            await Assertions.Expect(Titles.First).ToHaveTextAsync(paper.Title);
            await Assertions.Expect(Titles.First).ToHaveAttributeAsync("href", site.Address + Routes.Paper(paper.Slug));
        }

        AssertQuiet();
    }

    [Fact]
    public async Task A_word_that_only_the_abstract_has_finds_the_paper_and_says_so()
    {
        (Paper paper, string word) = Archive.Papers
            .SelectMany(p => (p.Abstract ?? "").Split(' ').Where(w => w.Length > 8 && w.All(char.IsAsciiLetterLower)).Select(w => (Paper: p, Word: w)))
            .First(f => Archive.Papers.Count(p => $"{p.Title} {p.Abstract}".Contains(f.Word, StringComparison.OrdinalIgnoreCase)) == 1);
        await Open();
        await Box.FillAsync(word);
        await Assertions.Expect(Titles.First).ToHaveTextAsync(paper.Title);
        await Assertions.Expect(_page.Locator("#Results .note").First).ToHaveTextAsync("In the abstract: " + word);
    }

    [Theory]
    [InlineData("mudol")]
    [InlineData("Grakkung")]
    public async Task A_short_word_or_a_name_is_not_taken_for_one_two_letters_off(string word)
    {
        await Open($"?q={word}+generalization");
        await Assertions.Expect(Status).ToHaveTextAsync(new Regex("^No paper has all of these words; [0-9]+ papers have some.$", RegexOptions.None, TimeSpan.FromSeconds(5)));
        await Open("?q=grakkung+generalization");
        await Assertions.Expect(Status).ToHaveTextAsync(new Regex("^[0-9]+ papers?$", RegexOptions.None, TimeSpan.FromSeconds(5)));
        AssertQuiet();
    }

    [Fact]
    public async Task An_arxiv_id_finds_that_paper_alone_however_it_is_written()
    {
        Paper paper = Archive.Papers.Last(p => p.Arxiv is not null);
        foreach (string written in (string[])["{0}", "arXiv:{0}", "arXiv:{0}v2", "arXiv: {0}v2 [cs.LG]", "https://arxiv.org/abs/{0}", "https://arxiv.org/pdf/{0}v3.pdf", "10.48550/arXiv.{0}"])
        {
            await Open("?q=" + Uri.EscapeDataString(string.Format(CultureInfo.InvariantCulture, written, paper.Arxiv)));
            await Assertions.Expect(Status).ToHaveTextAsync("1 paper");
            await Assertions.Expect(Titles).ToHaveTextAsync([site.Site.Compiled!.Site.Readable.Title(paper).Plain]);
        }

        await Open("?q=0704.9999");
        await Assertions.Expect(Status).ToHaveTextAsync("No paper with the arXiv id 0704.9999 found.");
        await Assertions.Expect(Titles).ToHaveCountAsync(0);
        AssertQuiet();
    }

    [Fact]
    public async Task A_year_that_is_only_that_of_the_first_listing_says_so()
    {
        Paper paper = Archive.Papers.First(p => p.Published is null), dated = Archive.Papers.First(p => p.Published is not null && p.Arxiv is not null);
        await Open("?q=" + Uri.EscapeDataString(paper.Title));
        await Assertions.Expect(_page.Locator("#Results .meta").First).ToContainTextAsync($"listed {paper.FirstListed.Year}");
        await Open("?q=" + dated.Arxiv);
        await Assertions.Expect(_page.Locator("#Results .meta").First).ToContainTextAsync($"{dated.Published!.Value.Year}");
        await Assertions.Expect(_page.Locator("#Results .meta").First).Not.ToContainTextAsync("listed");
    }

    [Fact]
    public async Task Filters_alone_list_the_newest_and_narrow_what_is_found()
    {
        Theme theme = Archive.Papers[0].Theme;
        Paper[] papers = [.. Archive.Papers.Where(p => p.Theme == theme)];
        await Open();
        await _page.SelectOptionAsync("select[name=theme]", theme.Id);
        await Assertions.Expect(Titles.First).ToHaveTextAsync(papers[0].Title);
        await Assertions.Expect(Status).ToHaveTextAsync($"{papers.Length} papers, newest first");
        string year = (papers[0].Published ?? papers[0].FirstListed).Year.ToString(CultureInfo.InvariantCulture);
        await _page.SelectOptionAsync("select[name=year]", year);
        int both = papers.Count(p => (p.Published ?? p.FirstListed).Year.ToString(CultureInfo.InvariantCulture) == year);
        await Assertions.Expect(Status).ToHaveTextAsync(new Regex(both == 1 ? "^1 paper$" : $"^{both} papers, newest first$", RegexOptions.None, TimeSpan.FromSeconds(5)));
        await Assertions.Expect(_page).ToHaveURLAsync($"{site.Address}search/?theme={theme.Id}&year={year}");

        Paper known = Archive.Papers.First(p => p.Organization is not null);
        await Open();
        await _page.FillAsync("input[name=org]", known.Organization!.Name[..6].ToUpperInvariant());
        await Assertions.Expect(_page.Locator("#Results .meta").First).ToContainTextAsync(known.Organization.Name[..6]);
        Assert.True(await _page.Locator("#Orgs option").CountAsync() > 0);
        AssertQuiet();
    }

    [Fact]
    public async Task The_address_holds_all_of_it_and_going_back_brings_it_back()
    {
        Tag tag = Archive.Papers.SelectMany(p => p.Tags).First();
        await Open($"?q=learning&tag={tag.Id}&code=1&theme=there-is-none");
        await Assertions.Expect(Box).ToHaveValueAsync("learning");
        await Assertions.Expect(_page.Locator("select[name=tag]")).ToHaveValueAsync(tag.Id);
        await Assertions.Expect(_page.Locator("input[name=code]")).ToBeCheckedAsync();
        await Assertions.Expect(_page.Locator("select[name=theme]")).ToHaveValueAsync("");
        await Open("?q=bounds");
        string first = await Titles.First.InnerTextAsync();
        await Box.FillAsync("generalization bounds");
        await Assertions.Expect(_page).ToHaveURLAsync(site.Address + "search/?q=generalization+bounds");
        first = await Titles.First.InnerTextAsync();
        await Titles.First.ClickAsync();
        await Assertions.Expect(_page.Locator("h1")).ToHaveTextAsync(first);
        await _page.GoBackAsync();
        await Assertions.Expect(Box).ToHaveValueAsync("generalization bounds");
        await Assertions.Expect(Titles.First).ToHaveTextAsync(first);
        AssertQuiet();
    }

    [Fact]
    public async Task Keys_lead_through_the_results_and_escape_clears()
    {
        await Open();
        await _page.Keyboard.PressAsync("/");
        await Assertions.Expect(Box).ToBeFocusedAsync();
        await _page.Keyboard.TypeAsync("generalization");
        await Assertions.Expect(Titles.Nth(2)).ToBeVisibleAsync();
        await _page.Keyboard.PressAsync("ArrowDown");
        await _page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Titles.Nth(1)).ToBeFocusedAsync();
        await _page.Keyboard.PressAsync("ArrowUp");
        await _page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Box).ToBeFocusedAsync();
        await _page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Box).ToHaveValueAsync("");
        await Assertions.Expect(_page.Locator("#Browse")).ToBeVisibleAsync();
        await Assertions.Expect(_page).ToHaveURLAsync(site.Address + "search/");
        await _page.Keyboard.TypeAsync("grokking");
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Titles.First).ToBeFocusedAsync();
        string title = await Titles.First.InnerTextAsync();
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator("h1")).ToHaveTextAsync(title);
        AssertQuiet();
    }

    [Fact]
    public async Task What_was_found_is_announced_and_nothing_is_told_with_what_to_try()
    {
        await Open("?q=zzzxxyyqq&code=1");
        await Assertions.Expect(Status).ToHaveTextAsync("No paper found.");
        await Assertions.Expect(_page.Locator("#Results .empty")).ToContainTextAsync("another spelling");
        Assert.Equal("status", await Status.GetAttributeAsync("role"));
        await Box.FillAsync("grokking");
        await _page.GetByText("Remove the filters").ClickAsync(new() { Timeout = 3000 });
        await Assertions.Expect(Status).ToHaveTextAsync(new Regex("^[0-9]+ papers?$", RegexOptions.None, TimeSpan.FromSeconds(5)));
        await Box.FillAsync("<img src=x onerror=alert(1)>");
        await Assertions.Expect(Status).ToHaveTextAsync(new Regex("paper", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Equal(0, await _page.Locator("#Results img").CountAsync());
        AssertQuiet();
    }

    [Fact]
    public async Task More_results_come_when_asked_for_and_the_first_of_them_is_reached()
    {
        await Open("?q=generalization");
        await Assertions.Expect(Titles).ToHaveCountAsync(20);
        await _page.GetByText("Show more").ClickAsync();
        await Assertions.Expect(Titles).ToHaveCountAsync(40);
        await Assertions.Expect(Titles.Nth(20)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Without_a_script_the_page_lists_papers_by_theme_and_shows_no_form()
    {
        await using IBrowserContext context = await site.Chromium.NewContextAsync(new() { JavaScriptEnabled = false });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + Routes.Search);
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
        await _page.RouteAsync("**/search/terms-*", route => route.AbortAsync());
        await Open("?q=grokking");
        await Assertions.Expect(_page.Locator("#Trouble")).ToContainTextAsync("could not be loaded, so some papers may be missing");
        await Assertions.Expect(Titles.First).ToContainTextAsync("rok");
        await _page.UnrouteAllAsync();
        await _page.GetByText("Try again").ClickAsync();
        await Assertions.Expect(_page.Locator("#Trouble")).ToBeHiddenAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(new Regex("^[0-9]+ papers$", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.All(_console, c => Assert.Contains("Failed to load resource", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_that_cannot_be_loaded_is_asked_for_once_until_the_reader_asks_again()
    {
        var asked = new List<string>();
        _page.Request += (_, request) => asked.AddRange(request.Url.Contains("/search/terms-", StringComparison.Ordinal) ? [request.Url] : []);
        await _page.RouteAsync("**/search/terms-*", route => route.AbortAsync());
        await Open("?q=grokking");
        await Assertions.Expect(_page.Locator("#Trouble")).ToBeVisibleAsync();
        await _page.WaitForTimeoutAsync(3000);
        await Box.FillAsync("generalization");
        await Assertions.Expect(Titles.First).ToContainTextAsync("eneral");
        await _page.WaitForTimeoutAsync(500);
        Assert.NotEmpty(asked);
        Assert.Equal(asked.Distinct(), asked);
        int once = asked.Count;
        await _page.GetByText("Try again").ClickAsync();
        await Assertions.Expect(_page.Locator("#Trouble")).ToBeVisibleAsync();
        Assert.Equal(2 * once, asked.Count);
    }

    [Fact]
    public async Task Without_any_index_the_themes_stay_and_the_page_says_why()
    {
        await _page.RouteAsync("**/search/latest.json", route => route.AbortAsync());
        await Open();
        await Box.FillAsync("grokking");
        await Assertions.Expect(_page.Locator("#Trouble")).ToContainTextAsync("a theme’s page has all");
        await Assertions.Expect(_page.Locator("#Browse")).ToBeVisibleAsync();
        await _page.UnrouteAllAsync();
        await _page.GetByText("Try again").ClickAsync();
        await Assertions.Expect(Titles.First).ToContainTextAsync("rok");
    }

    [Fact]
    public async Task The_page_loads_less_than_150_kilobytes_before_anybody_searches()
    {
        var sizes = new List<(string Url, int Bytes)>();
        _page.Response += async (_, response) => sizes.Add((response.Url, (await response.BodyAsync()).Length));
        await _page.GotoAsync(site.Address + Routes.Search, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(sizes.Sum(s => s.Bytes), 10_000, 150_000);
        Assert.Contains(sizes, s => s.Url.EndsWith("latest.json", StringComparison.Ordinal));
        Assert.DoesNotContain(sizes, s => s.Url.Contains("/terms-", StringComparison.Ordinal));
        AssertQuiet();
    }

    private void AssertQuiet()
    {
        Assert.Empty(_foreign);
        Assert.Empty(_console);
    }
}
