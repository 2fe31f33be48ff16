using DigestSite.Collecting;

namespace DigestSite.Tests.Collecting;

/// <summary>Real answers, served by a source on this machine.</summary>
public class SharedAnswersTests
{
    [Fact]
    public async Task Two_years_of_days_are_filled_up_once_and_for_all()
    {
        string folder = SharedData.Folder("hf-daily-papers");
        await using CollectingSite site = await CollectingSite.Start("daily_papers: { since: 2026-08-10, url: ADDRESS/daily, pause: 0 }\n");
        site.Source.Answer = (context, _) =>
        {
            string file = Path.Combine(folder, Path.GetFileName(context.Request.Query["date"].ToString()) + ".json");
            return LoopbackSource.Json(context, File.Exists(file) ? File.ReadAllText(file) : "[]");
        };
        await site.Collect("2026-08-12");
        Assert.Equal(3, site.Asked.Count);

        site.Since = new(2024, 5, 27);
        CollectionOutcome? outcome = await site.Collect("2026-08-12");
        Assert.Empty(outcome!.Build.Failed);
        Assert.DoesNotContain(site.Told, t => t.StartsWith("DS08", StringComparison.Ordinal) || t.StartsWith("DS09", StringComparison.Ordinal));
        string[] days = [.. Directory.GetFiles(folder, "*.json").Select(f => Path.GetFileName(f)).Where(n => Weekdays.IsWeekday(DateOnly.ParseExact(n[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))];
        Assert.Equal(39, days.Length);
        Assert.All(days, d => Assert.Equal(File.ReadAllBytes(Path.Combine(folder, d)), File.ReadAllBytes(Path.Combine(site.Folder.Root, "content/dumps", d))));
        string recorded = site.Folder["content/ledger.tsv"];

        // Old days without papers are known to have none when they are found so twice.
        site.Since = null;
        await site.Collect("2026-08-13");
        Assert.InRange(site.Asked.Count, 400, 600);
        await site.Collect("2026-08-13");
        Assert.Equal(["/daily?date=2026-08-13&limit=100", "/daily?date=2026-08-12&limit=100"], site.Asked);
        Assert.Equal(recorded, site.Folder["content/ledger.tsv"]);
    }

    [Theory]
    [InlineData("arxivpy_q_testing_s0_m10_bc5a6c384fe9.atom.xml", Verdict.New)]
    [InlineData("arxivpy_id_astro-ph_0601001_s0_m100_3150dca9dc76.atom.xml", Verdict.New)]
    [InlineData("arxivpy_id_0000.0000_s0_m100_8b51d9633a68.atom.xml", Verdict.Empty)]
    [InlineData("arxivpy_id_abc_s0_m100_b79c8dcf6bc3.atom.xml", Verdict.NotKept)]
    public async Task What_arxiv_answers_is_judged_as_what_it_is(string name, object expected)
    {
        string folder = SharedData.Folder("arxiv-atom");
        await using CollectingSite site = await CollectingSite.Start("arxiv: { url: ADDRESS/api, pause: 0, queries: [{ id: testing, search: 'all:testing', since: 2025-11-03, max_results: 10 }] }\n");
        site.Source.Answer = (context, _) => LoopbackSource.Send(context, "application/atom+xml", File.ReadAllText(Path.Combine(folder, name)));
        CollectionOutcome? outcome = await site.Collect("2025-11-05");
        Assert.Equal(expected, Assert.Single(outcome!.Judged).Verdict);
    }
}
