using System.Globalization;
using System.Text.RegularExpressions;
using DigestSite.Papers;
using Microsoft.Playwright;

namespace DigestSite.BrowserTests;

/// <summary>What is found, and how a reader gets at it.</summary>
public sealed class SearchTests(PublishedSite site) : SearchSession(site)
{
    [Fact]
    public async Task Typing_finds_in_spite_of_a_slip_and_marks_what_it_found()
    {
        await Open();
        await Box.PressSequentiallyAsync("groking");
        await Assertions.Expect(Titles.First).ToContainTextAsync("grok", new() { IgnoreCase = true });
        await Assertions.Expect(Page.Locator("#Results mark").First).ToContainTextAsync("grok", new() { IgnoreCase = true });
        await Assertions.Expect(Page.Locator("#Browse")).ToBeHiddenAsync();
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
            await Assertions.Expect(Titles.First).ToHaveAttributeAsync("href", Site.Address + Routes.Paper(paper.Slug));
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
        await Assertions.Expect(Page.Locator("#Results .note").First).ToHaveTextAsync("In the abstract: " + word);
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
            await Assertions.Expect(Titles).ToHaveTextAsync([Site.Site.Compiled!.Site.Readable.Title(paper).Plain]);
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
        await Assertions.Expect(Page.Locator("#Results .meta").First).ToContainTextAsync($"listed {paper.FirstListed.Year}");
        await Open("?q=" + dated.Arxiv);
        await Assertions.Expect(Page.Locator("#Results .meta").First).ToContainTextAsync($"{dated.Published!.Value.Year}");
        await Assertions.Expect(Page.Locator("#Results .meta").First).Not.ToContainTextAsync("listed");
    }

    [Fact]
    public async Task Filters_alone_list_the_newest_and_narrow_what_is_found()
    {
        Theme theme = Archive.Papers[0].Theme;
        Paper[] papers = [.. Archive.Papers.Where(p => p.Theme == theme)];
        await Open();
        await Page.SelectOptionAsync("select[name=theme]", theme.Id);
        await Assertions.Expect(Titles.First).ToHaveTextAsync(papers[0].Title);
        await Assertions.Expect(Status).ToHaveTextAsync($"{papers.Length} papers, newest first");
        string year = (papers[0].Published ?? papers[0].FirstListed).Year.ToString(CultureInfo.InvariantCulture);
        await Page.SelectOptionAsync("select[name=year]", year);
        int both = papers.Count(p => (p.Published ?? p.FirstListed).Year.ToString(CultureInfo.InvariantCulture) == year);
        await Assertions.Expect(Status).ToHaveTextAsync(new Regex(both == 1 ? "^1 paper$" : $"^{both} papers, newest first$", RegexOptions.None, TimeSpan.FromSeconds(5)));
        await Assertions.Expect(Page).ToHaveURLAsync($"{Site.Address}search/?theme={theme.Id}&year={year}");

        Paper known = Archive.Papers.First(p => p.Organization is not null);
        await Open();
        await Page.FillAsync("input[name=org]", known.Organization!.Name[..6].ToUpperInvariant());
        await Assertions.Expect(Page.Locator("#Results .meta").First).ToContainTextAsync(known.Organization.Name[..6]);
        Assert.True(await Page.Locator("#Orgs option").CountAsync() > 0);
        AssertQuiet();
    }

    [Fact]
    public async Task The_address_holds_all_of_it_and_going_back_brings_it_back()
    {
        Tag tag = Archive.Papers.SelectMany(p => p.Tags).First();
        await Open($"?q=learning&tag={tag.Id}&code=1&theme=there-is-none");
        await Assertions.Expect(Box).ToHaveValueAsync("learning");
        await Assertions.Expect(Page.Locator("select[name=tag]")).ToHaveValueAsync(tag.Id);
        await Assertions.Expect(Page.Locator("input[name=code]")).ToBeCheckedAsync();
        await Assertions.Expect(Page.Locator("select[name=theme]")).ToHaveValueAsync("");
        await Open("?q=bounds");
        string first = await Titles.First.InnerTextAsync();
        await Box.FillAsync("generalization bounds");
        await Assertions.Expect(Page).ToHaveURLAsync(Site.Address + "search/?q=generalization+bounds");
        first = await Titles.First.InnerTextAsync();
        await Titles.First.ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync(first);
        await Page.GoBackAsync();
        await Assertions.Expect(Box).ToHaveValueAsync("generalization bounds");
        await Assertions.Expect(Titles.First).ToHaveTextAsync(first);
        AssertQuiet();
    }

    [Fact]
    public async Task Keys_lead_through_the_results_and_escape_clears()
    {
        await Open();
        await Page.Keyboard.PressAsync("/");
        await Assertions.Expect(Box).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("generalization");
        await Assertions.Expect(Titles.Nth(2)).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Titles.Nth(1)).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("ArrowUp");
        await Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Box).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Box).ToHaveValueAsync("");
        await Assertions.Expect(Page.Locator("#Browse")).ToBeVisibleAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(Site.Address + "search/");
        await Page.Keyboard.TypeAsync("grokking");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Titles.First).ToBeFocusedAsync();
        string title = await Titles.First.InnerTextAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync(title);
        AssertQuiet();
    }

    [Fact]
    public async Task Arrows_that_come_faster_than_results_keep_their_place()
    {
        await Open("?q=generalization");
        await Assertions.Expect(Titles.Nth(2)).ToBeVisibleAsync();
        await Box.FocusAsync();
        await Page.EvaluateAsync("""
            document.activeElement.dispatchEvent(new InputEvent('input', { bubbles: true }));
            for (let i = 0; i < 3; i++)
                document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
            """);
        await Assertions.Expect(Titles.Nth(2)).ToBeFocusedAsync();
        await Page.WaitForTimeoutAsync(300); // Longer than typing waits: the list is made anew meanwhile.
        await Assertions.Expect(Titles.Nth(2)).ToBeFocusedAsync();
        AssertQuiet();
    }

    [Fact]
    public async Task Who_types_on_after_enter_is_not_led_away()
    {
        var loaded = new TaskCompletionSource();
        await Page.RouteAsync("**/search/latest.json*", async route =>
        {
            await loaded.Task;
            await route.ContinueAsync();
        });
        await Open();
        await Box.FocusAsync();
        await Page.Keyboard.TypeAsync("graph");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.TypeAsync(" neural");
        loaded.SetResult();
        await Assertions.Expect(Titles.First).ToBeVisibleAsync();
        await Page.WaitForTimeoutAsync(300); // Longer than a search takes.
        await Assertions.Expect(Box).ToBeFocusedAsync();
        await Assertions.Expect(Box).ToHaveValueAsync("graph neural");
        AssertQuiet();
    }

    [Fact]
    public async Task What_was_found_is_announced_and_nothing_is_told_with_what_to_try()
    {
        await Open("?q=zzzxxyyqq&org=zzzxxyyqq");
        await Assertions.Expect(Status).ToHaveTextAsync("No paper found.");
        await Assertions.Expect(Page.Locator("#Results .empty")).ToContainTextAsync("another spelling");
        Assert.Equal("status", await Status.GetAttributeAsync("role"));
        await Box.FillAsync("grokking");
        await Page.GetByText("Remove the filters").ClickAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(new Regex("^[0-9]+ papers?$", RegexOptions.None, TimeSpan.FromSeconds(5)));
        await Box.FillAsync("<img src=x onerror=alert(1)>");
        await Assertions.Expect(Status).ToHaveTextAsync(new Regex("paper", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Equal(0, await Page.Locator("#Results img").CountAsync());
        AssertQuiet();
    }

    [Fact]
    public async Task More_results_come_when_asked_for_and_the_first_of_them_is_reached()
    {
        await Open("?q=generalization");
        await Assertions.Expect(Titles).ToHaveCountAsync(20);
        await Page.GetByText("Show more").ClickAsync();
        await Assertions.Expect(Titles).ToHaveCountAsync(40);
        await Assertions.Expect(Titles.Nth(20)).ToBeFocusedAsync();
    }
}
