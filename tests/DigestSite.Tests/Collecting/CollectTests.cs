using DigestSite.Collecting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DigestSite.Tests.Collecting;

public class CollectTests
{
    private const string Monday = "dumps/2025-11-03.json";
    private const string Tuesday = "dumps/2025-11-04.json";

    [Fact]
    public async Task Each_weekday_becomes_a_digest_byte_for_byte_and_is_recorded()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = Days(("2025-11-03", PaperAnswers.Day("2511.00001", "2511.00002")), ("2025-11-04", PaperAnswers.Day("2511.00003")));
        CollectionOutcome? outcome = await site.Collect("2025-11-04");
        Assert.Empty(site.Told);
        Assert.Equal([Tuesday, Monday], outcome!.Build.Kept.Select(j => j.Wanted.File));
        Assert.Equal(["/daily?date=2025-11-04&limit=100", "/daily?date=2025-11-03&limit=100"], site.Asked);
        Assert.Equal(PaperAnswers.Day("2511.00001", "2511.00002"), site.Folder["content/" + Monday]);
        Assert.Contains("\ndump\t2025-11-04.json\t2025-11-04\n", site.Folder["content/ledger.tsv"], StringComparison.Ordinal);
        Assert.Contains("\npaper\tsample-paper-2511-00003\tarxiv:2511.00003\t2025-11-04\t", site.Folder["content/ledger.tsv"], StringComparison.Ordinal);
        site.Folder.Build(strict: true);
        Assert.Equal("", site.Folder.DiagnosticText);
    }

    [Fact]
    public async Task A_day_is_asked_again_while_it_is_young_and_grows_and_then_never_more()
    {
        await using CollectingSite site = await CollectingSite.Start();
        string list = PaperAnswers.Day("2511.00001");
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, list);
        await site.Collect("2025-11-03");
        list = PaperAnswers.Day("2511.00001", "2511.00002");
        Assert.Equal(Verdict.Better, Assert.Single((await site.Collect("2025-11-03"))!.Judged).Verdict);
        Assert.Equal(list, site.Folder["content/" + Monday]);
        Assert.Contains("\topen\t", site.Folder["content/collected.tsv"], StringComparison.Ordinal);

        site.Source.Answer = Days(("2025-11-03", list), ("2025-11-07", PaperAnswers.Day("2511.00007")));
        await site.Collect("2025-11-07");
        Assert.Equal(5, site.Asked.Count);
        Assert.DoesNotContain("2025-11-03", site.Folder["content/collected.tsv"], StringComparison.Ordinal);
        await site.Collect("2025-11-07");
        Assert.Equal(4, site.Asked.Count);
        Assert.DoesNotContain("/daily?date=2025-11-03&limit=100", site.Asked);
    }

    [Fact]
    public async Task An_empty_day_is_asked_again_until_it_is_old_and_is_then_known_to_be_empty()
    {
        await using CollectingSite site = await CollectingSite.Start();
        CollectionOutcome? first = await site.Collect("2025-11-03");
        Assert.Equal(Verdict.Empty, Assert.Single(first!.Judged).Verdict);
        Assert.Empty(site.Told);
        Assert.False(site.Has(Monday));
        await site.Collect("2025-11-05");
        Assert.Equal(3, site.Asked.Count);
        Assert.Contains("date=2025-11-03&limit=100\t2025-11-05\tempty\t-\t-\n", site.Folder["content/collected.tsv"], StringComparison.Ordinal);
        await site.Collect("2025-11-05");
        Assert.DoesNotContain("/daily?date=2025-11-03&limit=100", site.Asked);
    }

    [Fact]
    [Provokes("DS086")]
    public async Task A_day_never_shrinks()
    {
        await using CollectingSite site = await CollectingSite.Start();
        string whole = PaperAnswers.Day("2511.00001", "2511.00002");
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, whole);
        await site.Collect("2025-11-03");
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day("2511.00002", "2511.00003"));
        await site.Collect("2025-11-03");
        Assert.Equal(["DS086: `dumps/2025-11-03.json` stays as it is: the new answer lacks 1 of its 2 papers, such as 2511.00001"], site.Told);
        AssertAtSource(site);
        Assert.Equal(whole, site.Folder["content/" + Monday]);

        site.Source.Answer = (context, _) => LoopbackSource.Json(context, whole.Replace("An abstract of 2511.00001 about a bound.", "", StringComparison.Ordinal));
        await site.Collect("2025-11-03");
        Assert.Contains("lacks the abstract or the authors of 2511.00001", Assert.Single(site.Told), StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("DS085")]
    [InlineData("text/html", "<!doctype html><title>Busy</title>", "it is text/html, not JSON")]
    [InlineData("application/json", "<!doctype html><html><body>Busy</body></html>", "it is no list of daily papers")]
    [InlineData("application/json", "[{\"paper\":{\"id\":\"2511.00001\",\"title\":\"Cut", "line 1, column ")]
    [InlineData("application/json", "", "the dump is empty")]
    [InlineData("application/json", "{\"error\":\"busy\"}", "line 1, column 1: ")]
    [InlineData("application/json", "\0\0\0\0", "this is not a text file")]
    public async Task What_is_no_list_of_papers_is_told_and_not_kept(string type, string text, string reason)
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, _) => LoopbackSource.Send(context, type, text);
        CollectionOutcome? outcome = await site.Collect("2025-11-03");
        Assert.StartsWith($"DS085: the answer for `{Monday}` is not kept: {reason}", Assert.Single(site.Told), StringComparison.Ordinal);
        AssertAtSource(site);
        Assert.Empty(outcome!.Build.Kept);
        Assert.False(site.Has(Monday));

        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"));
        await site.Collect("2025-11-03");
        Assert.True(site.Has(Monday));
    }

    [Fact]
    public async Task A_source_that_answers_with_another_day_is_not_believed()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"));
        await site.Collect("2025-11-03");
        await site.Collect("2025-11-04");
        Assert.Equal([$"DS085: the answer for `{Tuesday}` is not kept: it has the papers of 2025-11-03 once more"], site.Told);
        Assert.False(site.Has(Tuesday));
    }

    [Fact]
    public async Task An_answer_that_has_not_changed_is_not_sent_again()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, number) =>
        {
            context.Response.Headers.ETag = "W/\"abc\"";
            context.Response.Headers.LastModified = "Mon, 03 Nov 2025 12:00:00 GMT";
            return context.Request.Headers.IfNoneMatch == "W/\"abc\"" && context.Request.Headers.IfModifiedSince == "Mon, 03 Nov 2025 12:00:00 GMT"
                ? LoopbackSource.Fail(context, 304)
                : LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"));
        };
        await site.Collect("2025-11-03");
        for (int again = 0; again < 2; again++)
        {
            Assert.Equal(Verdict.Unchanged, Assert.Single((await site.Collect("2025-11-03"))!.Judged).Verdict);
            Assert.Null(site.Source.Headers.First().IfNoneMatch == StringValues.Empty ? "not asked for" : null);
        }

        // Without the file, what would spare the source an answer would spare the site its digest.
        File.Delete(Path.Combine(site.Folder.Root, "content", Monday));
        Assert.Equal(Verdict.New, Assert.Single((await site.Collect("2025-11-03"))!.Judged).Verdict);
    }

    [Fact]
    public async Task The_source_is_told_who_asks()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Folder["content/site.yml"] += "contact: mailto:editors@tiny.org\n";
        await site.Collect("2025-11-03");
        Assert.Equal("DigestSite/0.1.0 (+https://tiny.github.io/digest/; mailto:editors@tiny.org)", site.Source.Headers.First().UserAgent);
        Assert.Equal("application/json", site.Source.Headers.First().Accept);
    }

    [Fact]
    [Provokes("DS089")]
    public async Task A_file_that_the_site_does_not_build_with_is_told_and_the_others_are_kept()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Folder["content/ledger.tsv"] += "dump\t2025-11-04.json\t2024-11-04\n";
        site.Source.Answer = Days(("2025-11-03", PaperAnswers.Day("2511.00001")), ("2025-11-04", PaperAnswers.Day("2511.00002")), ("2025-11-05", PaperAnswers.Day("2511.00003")));
        CollectionOutcome? outcome = await site.Collect("2025-11-05");
        string told = Assert.Single(site.Told, t => t.StartsWith("DS089", StringComparison.Ordinal));
        Assert.StartsWith($"DS089: `{Tuesday}` is not kept, since with it the site does not build: ", told, StringComparison.Ordinal);
        Assert.Equal(2, outcome!.Build.Kept.Count);
        Assert.True(site.Has(Monday) && site.Has("dumps/2025-11-05.json"));
        Assert.False(site.Has(Tuesday));
    }

    [Fact]
    public async Task A_site_with_errors_of_its_own_takes_nothing_in()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Folder["content/pages/about.md"] += "\n[lost](/nowhere/)\n";
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"));
        Assert.Null(await site.Collect("2025-11-03"));
        Assert.StartsWith("DS510", Assert.Single(site.Told), StringComparison.Ordinal);
        Assert.False(site.Has(Monday) || site.Has("collected.tsv"));
    }

    [Fact]
    public async Task A_site_without_a_capture_is_filled()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Folder.DeleteCuration();
        Directory.Delete(Path.Combine(site.Folder.Root, "content/dumps"), recursive: true);
        File.Delete(Path.Combine(site.Folder.Root, "content/ledger.tsv"));
        site.Folder["content/themes.yml"] = "themes: []\n";
        site.Folder["content/tags.yml"] = "tags: []\n";
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"));
        Assert.NotNull(await site.Collect("2025-11-03"));
        Assert.Empty(site.Told);
        Assert.True(site.Has(Monday));
        File.Delete(Path.Combine(site.Folder.Root, "content", Monday));
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, "[]");
        Assert.Null(await site.Collect("2025-11-03"));
        Assert.StartsWith("DS300", site.Told.First(), StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("DS088")]
    public async Task A_source_without_a_new_paper_for_days_is_an_error_and_what_came_is_kept()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = Days(("2025-11-03", PaperAnswers.Day("2511.00001")));
        await site.Collect("2025-11-06");
        Assert.Empty(site.Told);
        Assert.NotNull(await site.Collect("2025-11-07"));
        Assert.Equal(["DS088: no new paper since 2025-11-03: that is 3 weekdays"], site.Told);
        AssertAtSource(site);
        Assert.True(site.Diagnostics.HasErrors);

        // A paper that was there before is none that is new.
        site.Source.Answer = Days(("2025-11-03", PaperAnswers.Day("2511.00001")), ("2025-11-07", PaperAnswers.Day("2511.00001", "2511.00009")));
        await site.Collect("2025-11-07");
        Assert.Empty(site.Told);
    }

    [Fact]
    public async Task Old_days_are_filled_up_and_those_that_are_there_are_not_asked()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, _) => LoopbackSource.Json(context, PaperAnswers.Day(context.Request.Query["date"].ToString()[2..4] + context.Request.Query["date"].ToString()[5..7] + ".000" + context.Request.Query["date"].ToString()[8..10]));
        await site.Collect("2025-11-05");
        string recorded = site.Folder["content/ledger.tsv"];
        site.Since = new(2025, 10, 30);
        CollectionOutcome? outcome = await site.Collect("2025-11-05");
        Assert.Equal(["dumps/2025-10-31.json", "dumps/2025-10-30.json"], outcome!.Build.Kept.Select(j => j.Wanted.File));
        Assert.All(recorded.Split('\n').Where(l => l.StartsWith("paper", StringComparison.Ordinal)), l => Assert.Contains(l, site.Folder["content/ledger.tsv"], StringComparison.Ordinal));
    }

    private static void AssertAtSource(CollectingSite site)
    {
        var span = Assert.Single(site.Diagnostics.InOrder()).Span;
        Assert.EndsWith("content/sources.yml", span.FileName, StringComparison.Ordinal);
        Assert.Equal(1, span.Line);
        Assert.StartsWith("daily_papers", span.LineText, StringComparison.Ordinal);
    }

    private static Func<HttpContext, int, Task> Days(params (string Day, string List)[] days) =>
        (context, _) => LoopbackSource.Json(context, Array.Find(days, d => d.Day == context.Request.Query["date"]).List ?? "[]");
}
