using DigestSite.Collecting;

namespace DigestSite.Tests.Collecting;

/// <summary>Sources that answer, and wrongly.</summary>
public class DoubtfulAnswersTests
{
    private const string Monday = "dumps/2025-11-03.json";
    private const string Tuesday = "dumps/2025-11-04.json";
    private const string Grokking = "metadata/grokking-2025-11.xml";

    [Fact]
    public async Task A_list_that_says_it_is_of_another_day_is_not_kept_whatever_else_is_known()
    {
        await using CollectingSite site = await CollectingSite.Start("daily_papers: { since: 2025-11-04, url: ADDRESS/daily, pause: 0 }\n");
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.DayOf("2025-11-03", "2511.00001", "2511.00002"));
        await site.Collect("2025-11-04");
        Assert.Equal([$"DS085: the answer for `{Tuesday}` is not kept: its newest paper was submitted on 2025-11-03: it is the list of another day"], site.Told);
        Assert.False(site.Has(Tuesday));

        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.DayOf("2025-11-04", "2511.00003"));
        await site.Collect("2025-11-04");
        Assert.True(site.Has(Tuesday));
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.DayOf("2025-11-03", "2511.00003", "2511.00004"));
        await site.Collect("2025-11-04");
        Assert.StartsWith("DS085", Assert.Single(site.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_days_with_the_same_papers_in_one_run_the_older_is_believed()
    {
        await using CollectingSite site = await CollectingSite.Start();
        string[] ids = ["2511.00001", "2511.00002", "2511.00003"];
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day(context.Request.Query["date"] == "2025-11-03" ? ids : ids[1..]));
        CollectionOutcome? outcome = await site.Collect("2025-11-05");
        Assert.Equal([Monday], outcome!.Build.Kept.Select(j => j.Wanted.File));
        Assert.Equal(2, site.Told.Count(t => t.StartsWith("DS085", StringComparison.Ordinal) && t.Contains("once more", StringComparison.Ordinal)));
        Assert.All(outcome.Judged.Where(j => !j.IsKept), j => Assert.Null(j.Answer.Bytes));
    }

    [Fact]
    public async Task An_old_day_is_empty_when_another_day_of_asking_says_so_too()
    {
        await using CollectingSite site = await CollectingSite.Start("daily_papers: { since: 2025-11-03, url: ADDRESS/daily, pause: 0, stale_after: 99 }\n");
        await site.Collect("2025-11-10");
        Assert.Contains("date=2025-11-03&limit=100\t2025-11-10\tonce\t-\t-\n", site.Folder["content/collected.tsv"], StringComparison.Ordinal);
        Assert.DoesNotContain("\tempty\t", site.Folder["content/collected.tsv"], StringComparison.Ordinal);
        await site.Collect("2025-11-10");
        Assert.DoesNotContain("\tempty\t", site.Folder["content/collected.tsv"], StringComparison.Ordinal);
        await site.Collect("2025-11-11");
        Assert.Contains("date=2025-11-03&limit=100\t2025-11-11\tempty\t-\t-\n", site.Folder["content/collected.tsv"], StringComparison.Ordinal);
        site.Since = new(2025, 11, 3);
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, context.Request.Query["date"] == "2025-11-03" ? PaperAnswers.Day("2511.00001") : "[]");
        await site.Collect("2025-11-11");
        Assert.True(site.Has(Monday));
        Assert.DoesNotContain("2025-11-03", site.Folder["content/collected.tsv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_answer_takes_the_place_of_no_list()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"));
        await site.Collect("2025-11-03");
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, "[]");
        await site.Collect("2025-11-03");
        Assert.Equal([$"DS086: `{Monday}` stays as it is: the new answer has none of its 1 papers"], site.Told);
    }

    [Theory]
    [InlineData("An abstract of 2511.00001 about a bound.", "x", "has less than half of the abstract of 2511.00001")]
    [InlineData(",{\"name\":\"Ben Sample\",\"hidden\":false}", "", "has fewer authors of 2511.00001")]
    [InlineData("\"upvotes\":3", "\"upvotes\":0", "lacks the votes of many papers")]
    [InlineData(" about a bound.", "", "the abstracts of the new answer are much shorter")]
    public async Task A_list_with_less_of_its_papers_is_worse(string had, string has, string loss)
    {
        await using CollectingSite site = await CollectingSite.Start();
        string whole = PaperAnswers.Day("2511.00001", "2511.00002");
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, whole);
        await site.Collect("2025-11-03");
        Assert.Contains(had, whole, StringComparison.Ordinal);
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, whole.Replace(had, has, StringComparison.Ordinal));
        Assert.Equal(Verdict.Worse, Assert.Single((await site.Collect("2025-11-03"))!.Judged).Verdict);
        Assert.Contains(loss, Assert.Single(site.Told), StringComparison.Ordinal);
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day("2511.00001", "2511.00002", "2511.00003").Replace("\"upvotes\":3", "\"upvotes\":9", StringComparison.Ordinal));
        Assert.Equal(Verdict.Better, Assert.Single((await site.Collect("2025-11-03"))!.Judged).Verdict);
    }

    [Fact]
    public async Task What_a_backfill_left_open_is_asked_by_a_plain_run()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Since = new(2025, 10, 30);
        site.Source.Answer = (context, _) => context.Request.Query["date"] == "2025-10-30" ? LoopbackSource.Send(context, "text/html", "<p>Busy") : LoopbackSource.Json(context, PaperAnswers.Day("2510.000" + context.Request.Query["date"].ToString()[8..]));
        await site.Collect("2025-11-03");
        site.Since = null;
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day("2510.000" + context.Request.Query["date"].ToString()[8..]));
        await site.Collect("2025-11-03");
        Assert.Equal(["/daily?date=2025-11-03&limit=100", "/daily?date=2025-10-30&limit=100"], site.Asked);
        Assert.True(site.Has("dumps/2025-10-30.json"));
    }

    [Fact]
    [Provokes("DS091")]
    public async Task A_day_without_a_good_answer_for_a_week_is_an_error()
    {
        await using CollectingSite site = await CollectingSite.Start("daily_papers: { since: 2025-11-03, url: ADDRESS/daily, pause: 0, stale_after: 99 }\n");
        site.Source.Answer = (context, _) => context.Request.Query["date"] == "2025-11-03" ? LoopbackSource.Send(context, "text/html", "<p>Busy") : LoopbackSource.Json(context, "[]");
        await site.Collect("2025-11-03");
        await site.Collect("2025-11-10");
        Assert.False(site.Diagnostics.HasErrors);
        await site.Collect("2025-11-11");
        Assert.Equal($"DS091: `{Monday}` has had no good answer since 2025-11-03: that is 5 weekdays", Assert.Single(site.Told, t => t.StartsWith("DS091", StringComparison.Ordinal)));
        Assert.Equal(1, site.Diagnostics.InOrder().Single(d => d.Id == "DS091").Span.Line);
        Assert.True(site.Diagnostics.HasErrors);
    }

    [Fact]
    public async Task A_window_with_more_papers_than_an_answer_holds_is_told_and_does_not_freeze()
    {
        await using CollectingSite site = await CollectingSite.Start("arxiv: { url: ADDRESS/api, pause: 0, queries: [{ id: grokking, search: 'abs:grokking', since: 2025-11-03, max_results: 3 }] }\n");
        site.Source.Answer = (context, _) => LoopbackSource.Send(context, "application/atom+xml", PaperAnswers.Feed(["2511.00001", "2511.00002"]));
        await site.Collect("2025-11-05");
        site.Source.Answer = (context, _) => LoopbackSource.Send(context, "application/atom+xml", PaperAnswers.Feed(["2511.00003", "2511.00004", "2511.00005"], total: 5));
        Assert.Equal(Verdict.Better, Assert.Single((await site.Collect("2025-11-06"))!.Judged).Verdict);
        site.Source.Answer = (context, _) => LoopbackSource.Send(context, "application/atom+xml", PaperAnswers.Feed(["2511.00006", "2511.00007", "2511.00008"], total: 8));
        Assert.Equal(Verdict.Unchanged, Assert.Single((await site.Collect("2025-11-07"))!.Judged).Verdict);
        Assert.Equal([$"DS087: the answer for `{Grokking}` holds 3 papers of 8"], site.Told);
    }

    [Fact]
    public async Task A_refusal_is_of_its_own_address()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, _) => context.Request.Query["date"] == "2025-11-03" ? LoopbackSource.Json(context, PaperAnswers.Day("2511.00001")) : LoopbackSource.Fail(context, 404);
        await site.Collect("2025-11-07");
        Assert.True(site.Has(Monday));
        Assert.Equal(4, site.Told.Count(t => t.StartsWith("DS083", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_source_that_wants_a_long_rest_gets_it()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, _) => LoopbackSource.Fail(context, 429, "3600");
        CollectionOutcome? outcome = await site.Collect("2025-11-07");
        Assert.Single(site.Asked);
        Assert.Equal(4, outcome!.NotAsked);
    }

    [Fact]
    public async Task That_nothing_has_changed_is_no_answer_where_nothing_is()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, _) => LoopbackSource.Fail(context, 304);
        Assert.Equal(Verdict.NotKept, Assert.Single((await site.Collect("2025-11-03"))!.Judged).Verdict);
        Assert.StartsWith("DS085", Assert.Single(site.Told), StringComparison.Ordinal);
    }
}
