using System.Globalization;
using DigestSite.Collecting;
using Microsoft.AspNetCore.Http;

namespace DigestSite.Tests.Collecting;

public class ArxivCollectTests
{
    private const string Metadata = "arxiv:\n  url: ADDRESS/api\n  pause: 0\n  queries:\n    - { id: grokking, search: 'cat:cs.LG AND abs:grokking', since: 2025-10-15, max_results: 3 }\n";
    private const string Digest = "arxiv:\n  url: ADDRESS/api\n  pause: 0\n  queries:\n    - { id: grokking, search: 'abs:grokking', as: digest, since: 2025-11-03, stale_after: 2 }\n";
    private const string Papers = "daily_papers: { since: 2025-11-03, url: ADDRESS/daily, pause: 0 }\narxiv: { url: ADDRESS/api, pause: 0, papers: true }\n";

    [Fact]
    public async Task A_query_is_asked_for_each_month_and_becomes_metadata()
    {
        await using CollectingSite site = await CollectingSite.Start(Metadata);
        site.Source.Answer = (context, _) => Feed(context, Search(context).Contains("20251101", StringComparison.Ordinal) ? ["2511.00001", "2511.00002"] : ["2510.00001"]);
        CollectionOutcome? outcome = await site.Collect("2025-11-05");
        Assert.Empty(site.Told);
        Assert.Equal(["metadata/grokking-2025-11.xml", "metadata/grokking-2025-10.xml"], outcome!.Build.Kept.Select(j => j.Wanted.File));
        Assert.Equal(
            "/api?search_query=%28cat%3Acs.LG%20AND%20abs%3Agrokking%29%20AND%20submittedDate%3A%5B202511010000%20TO%20202511302359%5D&max_results=3&sortBy=submittedDate&sortOrder=descending",
            site.Asked[0]);
        Assert.True(site.Has("metadata/grokking-2025-10.xml"));

        // A month that is over stays for a week what it may still become.
        await site.Collect("2025-11-10");
        Assert.Equal(2, site.Asked.Count);
        await site.Collect("2025-11-10");
        Assert.Single(site.Asked);
    }

    [Fact]
    [Provokes("DS087")]
    public async Task An_answer_that_cannot_hold_all_papers_is_kept_and_told()
    {
        await using CollectingSite site = await CollectingSite.Start(Metadata);
        site.Source.Answer = (context, _) => Search(context).Contains("20251101", StringComparison.Ordinal) ? Feed(context, ["2511.00001", "2511.00002", "2511.00003"], total: 8) : Feed(context, []);
        await site.Collect("2025-11-05");
        Assert.Equal(["DS087: the answer for `metadata/grokking-2025-11.xml` holds 3 papers of 8"], site.Told);
        var span = site.Diagnostics.InOrder()[0].Span;
        Assert.Equal((5, "grokking"), (span.Line, span.LineText!.Substring(span.Column - 1, span.Length)));
        Assert.True(site.Has("metadata/grokking-2025-11.xml"));
    }

    [Theory]
    [InlineData(0, "it holds 0 of 8 papers")]
    [InlineData(2, "it holds 2 of 8 papers")]
    public async Task An_answer_with_fewer_papers_than_it_says_is_not_kept(int papers, string reason)
    {
        await using CollectingSite site = await CollectingSite.Start(Metadata);
        string[] ids = [.. Enumerable.Range(1, papers).Select(n => "2511.0000" + n.ToString(CultureInfo.InvariantCulture))];
        site.Source.Answer = (context, _) => Feed(context, ids, total: 8);
        await site.Collect("2025-11-05");
        Assert.All(site.Told, t => Assert.Matches($"^DS085: .*({reason}|line )", t));
        Assert.False(site.Has("metadata/grokking-2025-11.xml"));
    }

    [Fact]
    public async Task An_error_that_is_an_entry_is_no_answer()
    {
        await using CollectingSite site = await CollectingSite.Start(Metadata);
        site.Source.Answer = (context, _) => LoopbackSource.Send(context, "application/atom+xml", PaperAnswers.Feed(["2511.00001"]).Replace("http://arxiv.org/abs/2511.00001v1", "https://arxiv.org/api/errors#incorrect_id_format_for_abc", StringComparison.Ordinal));
        CollectionOutcome? outcome = await site.Collect("2025-11-05");
        Assert.NotEmpty(site.Told);
        Assert.All(site.Told, t => Assert.StartsWith("DS085", t, StringComparison.Ordinal));
        Assert.Empty(outcome!.Build.Kept);
    }

    [Fact]
    public async Task A_query_may_be_a_digest_of_each_weekday_with_the_weekend_in_mondays()
    {
        await using CollectingSite site = await CollectingSite.Start(Digest);
        site.Source.Answer = (context, _) => Feed(context, Search(context).Contains("[202511010000 TO 202511032359]", StringComparison.Ordinal) ? ["2511.00001"] : []);
        CollectionOutcome? outcome = await site.Collect("2025-11-04");
        Assert.Equal(["dumps/2025-11-03-grokking.xml"], outcome!.Build.Kept.Select(j => j.Wanted.File));
        Assert.Contains("\ndump\t2025-11-03-grokking.xml\t2025-11-03\n", site.Folder["content/ledger.tsv"], StringComparison.Ordinal);
        Assert.Empty(site.Told);
        await site.Collect("2025-11-06");
        Assert.Equal(["DS088: no new paper since 2025-11-01: that is 3 weekdays"], site.Told);
    }

    [Fact]
    public async Task Papers_of_the_site_get_the_metadata_that_they_lack_those_of_this_run_among_them()
    {
        await using CollectingSite site = await CollectingSite.Start(Papers);
        string[] known = ["2511.00001", "2511.00003"];
        site.Source.Answer = (context, _) => context.Request.Path == "/daily"
            ? LoopbackSource.Json(context, PaperAnswers.Day("2511.00001", "2511.00002"))
            : Feed(context, [.. context.Request.Query["id_list"].ToString().Split(',').Intersect(known)]);
        CollectionOutcome? outcome = await site.Collect("2025-11-03");
        Assert.Empty(site.Told);
        Assert.Equal("/api?id_list=2511.00001%2C2511.00002&max_results=100", site.Asked[1]);
        Assert.Equal([Monday, "metadata/collected-2025-11-03.xml"], outcome!.Build.Kept.Select(j => j.Wanted.File));
        Assert.Contains("\nmissing\t2511.00002\t2025-11-03\n", site.Folder["content/collected.tsv"], StringComparison.Ordinal);

        // What arXiv does not know is asked for a week more, and then never again.
        site.Source.Answer = (context, _) => context.Request.Path == "/daily" ? LoopbackSource.Json(context, "[]") : Feed(context, []);
        await site.Collect("2025-11-04");
        Assert.Contains("/api?id_list=2511.00002&max_results=100", site.Asked);
        await site.Collect("2025-11-11");
        Assert.DoesNotContain(site.Asked, a => a.StartsWith("/api", StringComparison.Ordinal));
        Assert.Contains("\nmissing\t2511.00002\t2025-11-03\n", site.Folder["content/collected.tsv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_are_asked_a_hundred_at_a_time_into_files_that_are_free()
    {
        await using CollectingSite site = await CollectingSite.Start(Papers);
        string[] ids = [.. Enumerable.Range(1, 150).Select(n => "2511." + n.ToString("D5", CultureInfo.InvariantCulture))];
        site.Folder["content/metadata/collected-2025-11-03.xml"] = PaperAnswers.Feed(["2511.99999"]);
        site.Source.Answer = (context, _) => context.Request.Path == "/daily" ? LoopbackSource.Json(context, PaperAnswers.Day(ids)) : Feed(context, context.Request.Query["id_list"].ToString().Split(','));
        CollectionOutcome? outcome = await site.Collect("2025-11-03");
        Assert.Equal(["metadata/collected-2025-11-03-2.xml", "metadata/collected-2025-11-03-3.xml"], outcome!.Build.Kept.Select(j => j.Wanted.File).Skip(1));
        Assert.Equal([100, 50], outcome.Build.Kept.Skip(1).Select(j => j.Dump!.Listings.Count));
        await site.Collect("2025-11-03");
        Assert.Single(site.Asked);
    }

    private const string Monday = "dumps/2025-11-03.json";

    private static string Search(HttpContext context) => context.Request.Query["search_query"].ToString();

    private static Task Feed(HttpContext context, IEnumerable<string> ids, int? total = null) =>
        LoopbackSource.Send(context, "application/atom+xml; charset=utf-8", PaperAnswers.Feed(ids, total));
}
