using DigestSite.Collecting;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DigestSite.Tests.Collecting;

public class CollectionSummaryTests
{
    [Fact]
    public async Task It_tells_what_is_new_what_needs_an_editor_and_what_is_asked_again()
    {
        await using CollectingSite site = await CollectingSite.Start("daily_papers: { since: 2025-11-03, url: ADDRESS/daily, pause: 0, stale_after: 1 }\n");
        site.Source.Answer = (context, _) => context.Request.Query["date"].ToString() switch
        {
            "2025-11-03" => LoopbackSource.Json(context, PaperAnswers.Day("2511.00001", "2511.00002").Replace("bound", "paper", StringComparison.Ordinal).Replace("Sample paper 2511 00001", "A robust bound", StringComparison.Ordinal)),
            "2025-11-04" => LoopbackSource.Send(context, "text/html", "<p>Busy"),
            _ => LoopbackSource.Json(context, "[]"),
        };
        CollectionOutcome? outcome = await site.Collect("2025-11-05");
        string text = CollectionSummary.Of(outcome, site.Diagnostics.InOrder()).Replace(site.Folder.Root + "/", "", StringComparison.Ordinal).Replace(site.Source.Address, "ADDRESS", StringComparison.Ordinal);
        Assert.Equal(
            """
            # 2 new papers of 2025-11-03

            | file | | papers |
            | --- | --- | ---: |
            | `dumps/2025-11-03.json` | new | 2 |

            ## For an editor

            - [A robust bound](https://arxiv.org/abs/2511.00001): under `robustness` with 4, and `theory` has 4
            - [Sample paper 2511 00002](https://arxiv.org/abs/2511.00002): no theme claims it
            - `content/sources.yml: error DS088: no new paper since 2025-11-03: that is 1 weekday`

            ## New papers

            ### Robustness (1)

            - [A robust bound](https://arxiv.org/abs/2511.00001)

            ### Other (1)

            - [Sample paper 2511 00002](https://arxiv.org/abs/2511.00002)

            ## Asked again next time

            - `dumps/2025-11-05.json`: no paper yet
            - `content/sources.yml: warning DS085: the answer for 'dumps/2025-11-04.json' is not kept: it is text/html, not JSON`

            """,
            text);
    }

    [Fact]
    public async Task Without_news_it_says_so()
    {
        await using CollectingSite site = await CollectingSite.Start();
        Assert.StartsWith("# Nothing new\n", CollectionSummary.Of(await site.Collect("2025-11-03"), []), StringComparison.Ordinal);
        Assert.StartsWith("# Nothing was collected\n", CollectionSummary.Of(null, []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("](https://evil.org) [x")]
    [InlineData("<img src=x onerror=alert(1)> <!-- ")]
    [InlineData("`code` **bold** _it_ ~~no~~ $x_1$ | cell")]
    [InlineData("@everyone see #12 and owner/repo#3, https://evil.org")]
    [InlineData("# Heading 1. item - [ ] task\\")]
    [InlineData("&lt; &amp;lt; &#x41;")]
    [InlineData("::set-output name=a::b %0A ${{ x }} $(id) `id`")]
    public async Task A_title_is_text_of_a_link_whatever_it_says(string title)
    {
        await using CollectingSite site = await CollectingSite.Start();
        string written = System.Text.Json.JsonSerializer.Serialize(title)[1..^1];
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day("2511.00001").Replace("Sample paper 2511 00001", written, StringComparison.Ordinal));
        CollectionOutcome? outcome = await site.Collect("2025-11-03");
        MarkdownDocument document = Markdown.Parse(CollectionSummary.Of(outcome, []), new MarkdownPipelineBuilder().UseAdvancedExtensions().Build());
        LinkInline[] links = [.. document.Descendants<LinkInline>()];
        Assert.Equal(2, links.Length);
        Assert.All(links, l =>
        {
            Assert.Equal("https://arxiv.org/abs/2511.00001", l.Url);
            Assert.All(l, inline => Assert.IsType<LiteralInline>(inline));
            Assert.Equal(Assert.Single(outcome!.Build.Kept).Dump!.Listings[0].Title, string.Concat(l.Cast<LiteralInline>().Select(i => i.Content.ToString())));
        });
        Assert.Empty(document.Descendants<HtmlInline>());
        Assert.Empty(document.Descendants<HtmlBlock>());
        Assert.Equal(3, document.OfType<HeadingBlock>().Count(h => h.Level < 3));
    }

    [Fact]
    public async Task It_is_cut_before_a_description_would_be_too_long()
    {
        await using CollectingSite site = await CollectingSite.Start();
        string[] ids = [.. Enumerable.Range(1, 99).Select(n => "2511." + n.ToString("D5", System.Globalization.CultureInfo.InvariantCulture))];
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day(ids).Replace("Sample paper", new string('é', 900), StringComparison.Ordinal));
        string text = CollectionSummary.Of(await site.Collect("2025-11-03"), []);
        Assert.InRange(text.Length, 40_000, 51_000);
        Assert.EndsWith("\nAnd more: this is cut short.\n", text, StringComparison.Ordinal);
    }
}
