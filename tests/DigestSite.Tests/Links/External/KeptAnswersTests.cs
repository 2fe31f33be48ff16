using System.Text.RegularExpressions;
using DigestSite.Diagnostics;
using static DigestSite.Tests.Links.External.LoopbackWeb;

namespace DigestSite.Tests.Links.External;

/// <summary>Rows 38 to 40 of what a link check must know: what is kept between checks, chosen, and told when nothing is asked.</summary>
public class KeptAnswersTests
{
    [Fact]
    public async Task Row_38_the_file_is_readable_and_sorted_and_holds_status_time_and_final_address()
    {
        await using AskedSite site = await AskedSite.Start("http://c.host.org/gone", "http://b.host.org/old#x", "http://a.host.org/good", "http://no.host.org/");
        site.Web.Answer = (context, _) => context.Request.Path.Value switch
        {
            "/gone" => Status(context, 404),
            "/old" => Status(context, 301, ("Location", "/new")),
            _ => Html(context, "<p id=x>"),
        };
        await site.Check();
        Assert.Equal(
            """
            # What links to other sites answered: written and read by `digest check --external`. Removed lines are asked again.
            http://a.host.org/good	200	2025-11-03T12:00:00Z	-	-	-	-	-
            http://b.host.org/old	200	2025-11-03T12:00:00Z	-	http://b.host.org/new	http://b.host.org/new	+x	-
            http://c.host.org/gone	404	2025-11-03T12:00:00Z	2025-11-03	-	-	-	-
            http://no.host.org/	no-host	2025-11-03T12:00:00Z	2025-11-03	-	-	-	-

            """,
            Regex.Replace(site.Anywhere(File.ReadAllText(site.CacheFile)), "12:00:0[0-9]Z", "12:00:00Z", default, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Row_38_what_was_good_is_not_asked_for_seven_days_and_what_failed_is_asked_each_time()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/good", "http://b.host.org/gone", "http://c.host.org/busy");
        site.Web.Answer = (context, _) => Status(context, context.Request.Path.Value switch { "/good" => 200, "/gone" => 410, _ => 403 });
        await site.Check();
        Assert.Equal(4, site.Asked.Count);
        string[] told = await site.Check("2025-11-09");
        Assert.Equal(["GET c.host.org/busy", "HEAD b.host.org/gone", "HEAD c.host.org/busy"], site.Asked);
        Assert.Equal("DS680: `http://b.host.org/gone` in <a href> is broken: 410, the page was removed; not good since 2025-11-03", told[0]);
        await site.Check("2025-11-10");
        Assert.Contains("HEAD a.host.org/good", site.Asked);
    }

    [Fact]
    public async Task Row_38_a_link_that_is_good_again_forgets_since_when_it_was_not()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        int status = 404;
        site.Web.Answer = (context, _) => Status(context, status);
        await site.Check();
        status = 200;
        Assert.Empty(await site.Check("2025-11-04"));
        status = 404;
        Assert.DoesNotContain("since", Assert.Single(await site.Check("2025-11-20")), StringComparison.Ordinal);
        Assert.EndsWith("not good since 2025-11-20", Assert.Single(await site.Check("2025-11-21")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_only_fails_for_two_weeks_is_gone()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.Web.Answer = (context, _) => Status(context, 502);
        await site.Check();
        Assert.StartsWith("DS683", Assert.Single(await site.Check("2025-11-16")), StringComparison.Ordinal);
        Assert.Equal(["DS680: `http://a.host.org/x` in <a href> is broken: 502, the server fails; not good since 2025-11-03"], await site.Check("2025-11-17"));
    }

    [Fact]
    public async Task Row_38_a_new_fragment_is_looked_for_and_a_missing_one_again()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.Web.Answer = (context, _) => Html(context, "<p id=one>");
        await site.Check();
        site.Link("http://a.host.org/x#one");
        Assert.Empty(await site.Check());
        Assert.Equal(["GET a.host.org/x"], site.Asked);
        site.Link("http://a.host.org/x#one", "http://a.host.org/x#two");
        Assert.Single(await site.Check());
        Assert.Single(await site.Check());
        Assert.Single(site.Asked);
        site.Link("http://a.host.org/x#one");
        site.IsOffline = true;
        Assert.Empty(await site.Check());
    }

    [Theory]
    [Provokes("DS686")]
    [InlineData("", "its first line is missing", 1)]
    [InlineData("no heading\n", "its first line is missing", 1)]
    [InlineData("# What\nhttp://a.host.org/x\t200\t2025-11-03T12:00:00Z\t-\t-\t-\t-", "it breaks off", 1)]
    [InlineData("# What\nhttp://a.host.org/x\t200\t2025-11-03T12:00:00Z\t-\t-\t-\t-\n", "this line is none of its own", 2)]
    [InlineData("# What\nhttp://a.host.org/x\t99\t2025-11-03T12:00:00Z\t-\t-\t-\t-\t-\n", "this line is none of its own", 2)]
    [InlineData("# What\nhttp://a.host.org/x\t200\tyesterday\t-\t-\t-\t-\t-\n", "this line is none of its own", 2)]
    [InlineData("# What\nhttp://a.host.org/x\t200\t2025-11-03T12:00:00Z\t-\t-\t-\tx\t-\n", "this line is none of its own", 2)]
    [InlineData("# What\nx\t200\t2025-11-03T12:00:00Z\t-\t-\t-\t-\t-\n", "this line is none of its own", 2)]
    public async Task Row_38_a_damaged_file_is_dropped_with_a_warning(string text, string because, int line)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        Directory.CreateDirectory(Path.GetDirectoryName(site.CacheFile)!);
        File.WriteAllText(site.CacheFile, text.Replace("http://a.host.org/x", site.Here("http://a.host.org/x"), StringComparison.Ordinal));
        Assert.Equal([$"DS686: what earlier checks of links learnt cannot be read, so every link is asked anew: {because}"], await site.Check());
        Diagnostic told = Assert.Single(site.Diagnostics.InOrder());
        Assert.Equal((Severity.Warning, site.CacheFile, line), (told.Severity, told.Span.FileName, told.Span.Line));
        Assert.Single(site.Asked);
        Assert.Empty(await site.Check());
        Assert.Empty(site.Asked);
    }

    [Fact]
    [Provokes("DS688")]
    public async Task Row_38_where_answers_cannot_be_kept_that_is_told_and_the_check_is_done()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        File.WriteAllText(Path.GetDirectoryName(site.CacheFile)!, "");
        Assert.StartsWith("DS688: what this check learnt cannot be kept: ", Assert.Single(await site.Check()), StringComparison.Ordinal);
        Assert.Equal(site.CacheFile, Assert.Single(site.Diagnostics.InOrder()).Span.FileName);
        Assert.Single(site.Asked);
    }

    [Fact]
    public async Task Row_38_what_was_answered_before_the_check_was_stopped_is_kept()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/good", "http://b.host.org/hangs");
        using var end = new CancellationTokenSource();
        site.End = end.Token;
        site.Web.Answer = async (context, _) =>
        {
            if (context.Request.Path == "/hangs")
            {
                await Hang(context);
            }
        };
        Task<string[]> check = site.Check();
        while (!check.IsCompleted && (site.Run is not { Asked: 1 } || site.Web.Asked.Count < 2))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
        Assert.Contains("http://a.host.org/good\t200\t", site.Anywhere(File.ReadAllText(site.CacheFile)), StringComparison.Ordinal);
        Assert.Equal([site.CacheFile], Directory.GetFiles(Path.GetDirectoryName(site.CacheFile)!));
    }

    [Fact]
    public async Task Row_38_what_no_link_is_to_any_more_is_forgotten()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x", "http://b.host.org/x");
        await site.Check();
        site.Link("http://b.host.org/x", "http://c.host.org/x");
        site.Include = ["http://c.*"];
        await site.Check();
        Assert.Equal(["http://b.host.org/x", "http://c.host.org/x"], File.ReadLines(site.CacheFile).Skip(1).Select(l => site.Anywhere(l.Split('\t')[0])));
    }

    [Fact]
    [Provokes("DS330")]
    public async Task Row_39_patterns_choose_and_one_that_matches_nothing_is_told()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x", "http://a.host.org/y", "http://b.host.org/x", "http://c.host.org/x");
        site.Folder["content/site.yml"] += "external_links: { include: [\"http*.host.org*\", \"http://gone.org/*\"], exclude: [\"http://b.*\"] }\n";
        site.Include = ["http://a.*", "http://b.*"];
        site.Exclude = ["*/y", "*/z"];
        Assert.Equal(["DS330: no link of the site is to `*/z`"], await site.Check());
        Assert.Equal("--exclude", Assert.Single(site.Diagnostics.InOrder()).Span.FileName);
        Assert.Contains(site.Folder.Diagnostics.InOrder(), d => d.Id == "DS330" && d.Message.Contains("gone.org", StringComparison.Ordinal) && d.Span.FileName.EndsWith("site.yml", StringComparison.Ordinal));
        Assert.Equal(["HEAD a.host.org/x", "HEAD c.host.org/x"], site.Asked);
    }

    [Fact]
    public async Task Row_40_offline_nothing_is_sent_and_what_is_known_is_told_however_old()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/gone", "http://b.host.org/good");
        site.Web.Answer = (context, _) => Status(context, context.Request.Path == "/gone" ? 404 : 200);
        site.IsOffline = true;
        Assert.Empty(await site.Check());
        Assert.Contains("2 not known; 0 asked now", site.Findings!.Counts(0), StringComparison.Ordinal);
        Assert.False(File.Exists(site.CacheFile));
        site.IsOffline = false;
        await site.Check();
        string kept = File.ReadAllText(site.CacheFile);
        site.IsOffline = true;
        Assert.Equal(["DS680: `http://a.host.org/gone` in <a href> is broken: 404, there is no such page"], await site.Check("2026-11-03"));
        Assert.Empty(site.Asked);
        Assert.Equal(kept, File.ReadAllText(site.CacheFile));
    }

    [Fact]
    public async Task Row_40_when_the_time_is_over_what_came_is_told_and_kept_and_the_next_check_goes_on()
    {
        await using AskedSite site = await AskedSite.Start([.. Enumerable.Range(1, 9).Select(n => $"http://a.host.org/{n}")]);
        site.TimeLimit = TimeSpan.FromSeconds(3);
        site.Web.Answer = (context, _) => Status(context, 404);
        string[] told = await site.Check();
        int first = site.Asked.Count(a => a.StartsWith("GET", StringComparison.Ordinal));
        Assert.InRange(first, 1, 8);
        Assert.Contains(told, t => t.StartsWith("DS687: ", StringComparison.Ordinal) && t.EndsWith("not asked: the time limit of 0.05 min was over", StringComparison.Ordinal));
        Assert.Equal(first, File.ReadLines(site.CacheFile).Count() - 1);
    }

    [Fact]
    public async Task Row_40_a_host_that_hangs_does_not_outlast_the_limit()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/good", "http://b.host.org/hangs");
        site.TimeLimit = TimeSpan.FromSeconds(2);
        site.OneAnswer = TimeSpan.FromMinutes(10);
        site.Web.Answer = (context, _) => context.Request.Path == "/hangs" ? Hang(context) : Task.CompletedTask;
        Assert.Contains("DS687: 1 address was not asked: ", Assert.Single(await site.Check()), StringComparison.Ordinal);
        Assert.Contains("http://a.host.org/good\t200\t", site.Anywhere(File.ReadAllText(site.CacheFile)), StringComparison.Ordinal);
    }
}
